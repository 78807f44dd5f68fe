raise "text"  # error: E0321
