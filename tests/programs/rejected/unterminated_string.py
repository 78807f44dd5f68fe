x = "never closed  # error: E0110
