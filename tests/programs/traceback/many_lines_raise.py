def f(n):
    raise ValueError(
        "n is "
        + str(n)
    )


x = (1 +
     f(3))
