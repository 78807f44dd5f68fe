def f():
    try:
        1 // 0
    except ValueError:
        print("never")
    except KeyError:
        print("never")


try:
    f()
except OSError:
    print("never")
