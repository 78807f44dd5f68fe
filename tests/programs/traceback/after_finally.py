# finally leaves no frame of its own.
def f():
    try:
        1 // 0
    finally:
        print("finally")


def g():
    try:
        f()
    finally:
        print("g")


g()
