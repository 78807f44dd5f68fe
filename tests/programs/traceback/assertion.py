def check(n):
    assert n > 1


check(2)
check(1)
