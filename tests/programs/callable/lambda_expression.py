f = lambda x: x + 1
print(f(1), (lambda a, b=2: a * b)(3), f(x=5))
adders = [lambda x, n=n: x + n for n in range(3)]
print([g(10) for g in adders])
