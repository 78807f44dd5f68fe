def f(x: 5) -> int:  # error: E0205
    return x


f(1)
