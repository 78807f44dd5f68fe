class R:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        for i in range(self.n):
            yield i * i


r = R(5)
print(16 in r, 17 in r, 17 not in r, 4 in R(2))


class Deck:
    def __init__(self):
        self.cards = [r + s for s in "ab" for r in "12"]

    def __getitem__(self, i):
        return self.cards[i]

    def __len__(self):
        return len(self.cards)


d = Deck()
for c in d:
    print(c, end=" ")
print(len(d), d[1:3], list(d), [x for x in d if "a" in x], sorted(d, reverse=True), d[-1])
