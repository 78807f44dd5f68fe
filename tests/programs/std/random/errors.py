import random

random.seed(1)
empty = [x for x in [1] if x > 1]
for f in (
    lambda: random.randrange(0),
    lambda: random.randint(5, 1),
    lambda: random.randrange(1, 5, -1),
    lambda: random.randrange(1, 5, 0),
    lambda: random.choice(empty),
    lambda: random.sample([1, 2], 3)[0],
    lambda: random.choices([1, 2], [0, 0])[0],
    lambda: random.choices([1, 2], [1])[0],
):
    try:
        print(f())
    except (ValueError, IndexError) as e:
        print(e)
