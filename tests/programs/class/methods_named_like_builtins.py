class S:
    def zip(self, o):
        return [next(o), next(o)]

    def sorted(self, o):
        return next(o), list(o)

    def update(self, o):
        for x in o:
            return x, list(o)


class Parser:
    def extend(self, tokens):
        kind = next(tokens)
        val = next(tokens)
        return kind, val


class Mine(list):
    def extend(self, items):
        super().extend([next(items), 0, next(items)])


print(S().zip(iter("xyz")), S().sorted(map(str, [1, 2])), S().update(zip("ab", "cd")))
print(Parser().extend(iter(["a", "b", "c"])))
m = Mine()
m.extend(iter([1, 2, 3]))
m.extend(enumerate("ab"))
print(m)
