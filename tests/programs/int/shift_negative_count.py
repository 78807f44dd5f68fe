def attempt(a, n):
    try:
        print(a << n)
    except ValueError as e:
        print(e)
    try:
        print(a >> n)
    except ValueError as e:
        print(e)


attempt(1, -1)
attempt(0, -1)
attempt(-1, -9223372036854775807)
