class MyError(Exception):  # error: E0201
    pass
