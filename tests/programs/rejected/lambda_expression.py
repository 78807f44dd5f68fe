f = lambda x: x + 1  # error: E0201
