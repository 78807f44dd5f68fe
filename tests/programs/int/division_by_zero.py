# Each operation has a message of its own.


def attempt(a, b):
    try:
        print(a // b)
    except ZeroDivisionError as e:
        print(e)
    try:
        print(a % b)
    except ZeroDivisionError as e:
        print(e)
    try:
        print(a / b)
    except ZeroDivisionError as e:
        print(e)
    try:
        print(divmod(a, b))
    except ZeroDivisionError as e:
        print(e)
    try:
        print(b ** -1)
    except ZeroDivisionError as e:
        print(e)


attempt(1, 0)
attempt(0, 0)
attempt(-5, 0)
