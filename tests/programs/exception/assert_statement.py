def attempt(n):
    try:
        assert n > 0
        assert n > 1, "not above one: " + str(n)
        assert n > 2, n
        assert n > 3, None
        print("passed", n)
    except AssertionError as e:
        print("[" + str(e) + "]", e.args)


for n in range(5):
    attempt(n)
