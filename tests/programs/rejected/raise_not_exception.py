raise 5  # error: E0321
