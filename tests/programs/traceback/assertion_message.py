def check(n):
    assert n > 1, f"n is {n}"


check(1)
