x = 1 +  # error: E0110
