# A generator is closed when the last reference to it goes.
def numbers(name):
    try:
        print(name, "opens")
        for i in range(5):
            got = yield i
            if got:
                print(name, "got", got)
    finally:
        print(name, "closes")


def held():
    it = numbers("held")
    print(next(it))
    print("returning")


def left():
    it = numbers("left")
    for x in it:
        if x == 1:
            break
    print("between")
    for x in it:
        if x == 3:
            return x
    return None


def early(c):
    if c:
        return "nothing was made"
    it = numbers("early")
    other = numbers("other")
    next(it), next(other)
    if next(it) == 1:
        return "value " + str(next(it))
    return "never"


def used_up():
    it = numbers("used up")
    total = 0
    for x in it:
        total += x
    return total


def sent():
    it = numbers("sent")
    next(it)
    it.send("this")
    it.close()
    print("closed by hand")


def protected():
    it = numbers("protected")
    try:
        next(it)
        return "from try"
    finally:
        print("finally first")


def returned():
    it = numbers("returned")
    next(it)
    return it


def kept_in(box):
    it = numbers("kept")
    next(it)
    box.append(it)


class Source:
    def items(self, n):
        with Section("section " + str(n)):
            yield n
            yield n + 1

    def first(self):
        it = self.items(7)
        return next(it)


class Section:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)

    def __exit__(self, *args):
        print("exit", self.name, args[0])


held()
print(left())
print(early(True), early(False))
print(used_up())
sent()
print(protected())
again = returned()
print("still", next(again))
again.close()
box = []
kept_in(box)
print("still", next(box[0]))
box[0].close()
print(Source().first())
print(next(numbers("temporary")), "and on")
print(any(x == 2 for x in numbers("any")), "and on")
print(any(numbers("plain any")), all(numbers("plain all")), "and on")
