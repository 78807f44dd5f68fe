r = range(3, 20, 4)
print(r.start, r.stop, r.step, range(5).start, r.count(7), r.count(8), r.index(11))
try:
    r.index(12)
except ValueError as e:
    print(e)
big = 10**30
for n in (5, True, big):
    print(n.real, n.imag, n.numerator, n.denominator)
x = 2.5
print(x.real, x.imag, (7).real + 1, True.real + 1, big.real - 10**30)
mixed = [1, 2.5, False]
print([v.real for v in mixed], sum(v.imag for v in mixed))


class Named:
    start = "s"


for thing in (range(2, 5), Named()):
    print(thing.start)
for thing in (range(2, 5), "text"):
    try:
        print(thing.stop)
    except AttributeError as e:
        print(e)
