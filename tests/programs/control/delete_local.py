def delete(flag):
    x = 1
    y = 2
    print(x, y)
    del x
    if flag:
        x = 3
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    del y
    y = "again"
    print(y)
    del (y)
    a = b = 5
    del a, b
    a = 6
    print(a)


delete(True)
delete(False)
