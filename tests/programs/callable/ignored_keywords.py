"""`**kwargs` that nobody looks at: the arguments are evaluated all the same."""


def note(n):
    print("note", n)
    return n


def ignores(x, **others):
    return x + 1


def ignores_all(*args, **others):
    return "nothing"


def looks(x, **others):
    return sorted(others)


class Driver:
    def merge(self, **variables):
        pass

    def named(self, x=1, **variables):
        return x


print(ignores(1, a=note(2), b=note([3])))
print(ignores(x=note(5), b=None), ignores(7))
print(ignores_all(note(1), note("x"), a=note(2)), ignores_all())
print(looks(1, b=1, a=2))
d = Driver()
d.merge(pc=note(1), other=note("s"))
print(d.named(y=3), d.named(y=3, x=note(4)), d.named(**{"x": 9, "z": 1}))
for f in (ignores, looks):
    print(f(1, q=note(0)))
