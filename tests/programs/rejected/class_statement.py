class Point:  # error: E0201
    pass
