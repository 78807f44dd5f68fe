a = 2**64  # error: E0301
