# A test of a global says nothing after a call that may change it.
current = None


def set_current(n):
    global current
    current = n


def show():
    if current is None:
        print("none")
    else:
        print(current + 1)
        set_current(None)
        print(current)


show()
set_current(5)
show()
show()
