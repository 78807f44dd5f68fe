import random
from random import Random

a = Random(7)
b = Random(7)
print([a.random() for _ in range(3)] == [b.random() for _ in range(3)], a.randint(1, 100), b.choice("xyz"))
deck = list("abcdefgh")
a.shuffle(deck)
print("".join(deck), a.gauss(0, 1), a.gauss(0, 1), a.sample(deck, 2), a.uniform(0, 5))
random.seed(7)
print(random.random() == Random(7).random())
