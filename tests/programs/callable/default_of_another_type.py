def scale(x, factor=None, name="default"):
    if factor is None:
        factor = 2
    print(name, x * factor)


scale(3)
scale(3, 2.5)
scale(1.5, name="half")
scale(1.5, factor=3)
