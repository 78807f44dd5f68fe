import random

random.seed(42)
print([random.random() for _ in range(4)])
print([random.randint(1, 6) for _ in range(20)], [random.randrange(0, 100, 7) for _ in range(5)])
print([random.getrandbits(k) for k in (0, 1, 16, 32, 40, 63)])
xs = list(range(12))
random.shuffle(xs)
print(xs, random.choice(xs), random.choice("hello"), random.choice((1.5, 2.5)))
print(random.sample(xs, 4), random.sample(range(10**6), 3), random.sample("abcdef", 6), random.sample(["a", "b"], counts=[3, 2], k=4))
print(random.choices(["red", "black", "green"], [18, 18, 2], k=6), random.choices("ab", cum_weights=[1, 4], k=5), random.choices(xs, k=3))
print(random.uniform(1, 10), random.triangular(), random.triangular(1, 5, 2), random.expovariate(1 / 5))
print(random.gauss(0, 1), random.gauss(10, 2), random.normalvariate(), random.lognormvariate(0, 0.5))
print(random.betavariate(2, 3), random.gammavariate(0.5, 1), random.gammavariate(3.5, 2), random.gammavariate(1.0, 2))
print(random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(1, 2), random.randbytes(7))
for seed in (0, -7, 2**40, True, 0.5, -2.5):
    random.seed(seed)
    print(random.random(), random.randint(0, 2**40))
for text in ("", "hello", "Zürich" * 40):
    random.seed(text)
    print(random.random())
random.seed(b"bytes")
print(random.random())
state = random.getstate()
a = [random.random(), random.gauss()]
random.setstate(state)
print(a == [random.random(), random.gauss()])
random.seed()
print(0 <= random.random() < 1)
