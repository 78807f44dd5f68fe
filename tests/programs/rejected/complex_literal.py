b = 2j  # error: E0201 "complex literals"
