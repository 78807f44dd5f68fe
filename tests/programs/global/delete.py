x = 5


def show():
    try:
        print(x)
    except NameError as e:
        print(e)


show()
del x
show()
try:
    del x
except NameError as e:
    print(e)
x = 6
show()


def remove():
    global x
    del x


remove()
show()
