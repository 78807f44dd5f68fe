def attempt(a, b):
    try:
        print(a / b)
    except ZeroDivisionError as e:
        print(e)
    try:
        print(a // b)
    except ZeroDivisionError as e:
        print(e)
    try:
        print(a % b)
    except ZeroDivisionError as e:
        print(e)
    try:
        print(divmod(a, b))
    except ZeroDivisionError as e:
        print(e)
    try:
        print(b**-1.0)
    except ZeroDivisionError as e:
        print(e)


attempt(1.0, 0.0)
attempt(-1.0, -0.0)
attempt(0.0, 0.0)
attempt(1e309, 0.0)
attempt(1, 0.0)
attempt(1.0, 0)
attempt(1.0, False)
