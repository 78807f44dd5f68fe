def outer():
    x = 1

    def inner():  # error: E0201
        nonlocal x
        x = 2

    inner()
