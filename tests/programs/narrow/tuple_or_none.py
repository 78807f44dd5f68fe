def find(n):
    if n > 0:
        return n, str(n)
    return None


def show(n):
    found = find(n)
    if not found:
        print("nothing")
        return
    number, text = found
    print(number + 1, text + "!")


show(1)
show(0)
