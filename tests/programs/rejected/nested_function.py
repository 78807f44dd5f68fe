def outer():
    def inner():  # error: E0201
        return 1

    return inner()
