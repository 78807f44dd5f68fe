def show(t):
    if t:
        print("full", t)
    else:
        print("empty", t)


show((0,))
show((None,))
print(not (), not (0,), () or "empty", (0,) and "full")
