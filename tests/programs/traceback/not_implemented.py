def area(shape):
    raise NotImplementedError("area of " + shape)


def total():
    result = 0.0
    result += area("circle")
    return result


print(total())
