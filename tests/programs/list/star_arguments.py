xs = [1, 2, 3]
print([*xs, *"ab", 4], (*xs,), {*xs, 3}, {**{"a": 1}, "b": 2})


def f(a, b=0, *rest):
    return a, b, rest


for args in [(1,), (2,)]:
    print(f(*args), f(0, *args), f(*args, *args, 5))
