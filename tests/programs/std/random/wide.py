import random

big = 2**64 - 2**64
random.seed(5)
print(random.getrandbits(big + 200), random.randrange(big + 10**40), random.randint(1, big + 2**70), random.getrandbits(big + 8))
