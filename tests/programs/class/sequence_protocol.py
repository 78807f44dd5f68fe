import collections

Card = collections.namedtuple("Card", ["rank", "suit"])


class FrenchDeck:
    ranks = [str(n) for n in range(2, 11)] + list("JQKA")
    suits = "spades diamonds clubs hearts".split()

    def __init__(self):
        self._cards = [Card(rank, suit) for suit in self.suits for rank in self.ranks]

    def __len__(self):
        return len(self._cards)

    def __getitem__(self, position):
        return self._cards[position]


deck = FrenchDeck()
print(len(deck), deck[0], deck[-1])
print(Card("Q", "hearts") in deck, Card("7", "beasts") in deck)
for card in reversed(deck):
    print(card)
    break
print(deck[:3])
print(sorted(deck, key=lambda c: (c.suit, c.rank))[:2])


class Seq:
    def __init__(self, *xs):
        self.xs = xs

    def __getitem__(self, i):
        return self.xs[i]

    def __len__(self):
        return len(self.xs)


s = Seq(1, 2, 3)
print(list(s), 2 in s, 9 in s, [*s], list(enumerate(s)), list(reversed(s)), list(zip(s, s)), list(map(str, s)))
a, *b = s
x, y, z = s
print(a, b, x, y, z, max(s), sum(s), tuple(s), set(s), [i for i in s], 3 not in s)
it = iter(s)
print(next(it), list(it), any(x > 2 for x in s), ",".join(str(x) for x in s))
from collections.abc import Iterable

print(isinstance(s, Iterable), hasattr(s, "__iter__"), hasattr(s, "__getitem__"))


class Config:
    def __init__(self):
        self.data = {"a": 1}

    def __getitem__(self, key):
        return self.data[key]


cfg = Config()
print(cfg["a"])
try:
    print("a" in cfg)
except KeyError as e:
    print("KeyError", e)
