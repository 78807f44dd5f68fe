x = 1
x += "a"  # error: E0312 "+="
