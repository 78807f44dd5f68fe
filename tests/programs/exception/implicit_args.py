def attempt(n):
    try:
        if n == 0:
            print(1 // 0 * n)
        if n == 1:
            assert n == 0
        if n == 2:
            assert n == 0, "message"
        if n == 3:
            int(1e309)
    except Exception as e:
        print(e.args, repr(e))


for n in range(4):
    attempt(n)
