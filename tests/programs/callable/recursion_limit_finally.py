# The frames are left one by one.
count = 0


def down():
    global count
    count += 1
    try:
        down()
    finally:
        count -= 1


try:
    down()
except RecursionError:
    print("caught", count)
except RuntimeError:
    print("not here")
