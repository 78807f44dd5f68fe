from functools import total_ordering


@total_ordering
class Card:
    def __init__(self, rank, suit):
        self.rank = rank
        self.suit = suit

    def __eq__(self, other):
        return (self.rank, self.suit) == (other.rank, other.suit)

    def __lt__(self, other):
        return (self.rank, self.suit) < (other.rank, other.suit)

    def __repr__(self):
        return f"{self.rank}{self.suit}"


a, b, c = Card(3, "h"), Card(3, "s"), Card(2, "s")
print(a < b, a <= b, a > b, a >= b, a >= a, a <= a, a != b)
print(sorted([a, b, c]), max(a, b, c), min(a, b, c))
