def attempt(step):
    try:
        for i in range(0, 3, step):
            print(i)
    except ValueError as e:
        print(e)


attempt(1)
attempt(0)
attempt(-1)
