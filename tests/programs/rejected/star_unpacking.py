a, *b = 1, 2, 3  # error: E0201
t = (*(1, 2), 3)  # error: E0201
