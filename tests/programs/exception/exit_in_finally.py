import sys


def leave():
    try:
        print("try")
        sys.exit(4)
    finally:
        print("finally")


def outer():
    try:
        leave()
    except ValueError:
        print("never")
    finally:
        print("outer finally")


outer()
print("never")
