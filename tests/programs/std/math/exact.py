import math

for x in (0.0, -0.0, 1, -3.75, 1e-310, 5e-324, 1e308, math.inf, -math.inf):
    print(math.frexp(x), math.modf(x), math.ulp(x))
print(math.ldexp(0.75, 4), math.ldexp(769.974, -1031), math.ldexp(1.0, -1074), math.ldexp(1, -2000), math.ldexp(-5e-324, 2000))
print(math.remainder(7, 2), math.remainder(5, 2), math.remainder(-5.5, 3), math.remainder(1, math.inf), math.fmod(-5.5, 3))
print(math.nextafter(1, 2), math.nextafter(0, -1), math.nextafter(1.0, -math.inf), math.nextafter(2, 2))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(1e-12, 0, abs_tol=1e-9))
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.fsum([1e100, 1.0, -1e100, 1e-100]), math.fsum([]), math.fsum([1, 2, True]))
print(math.prod([1, 2, 3, 4]), math.prod([0.5, 4], start=3), math.prod([]), math.prod(range(1, 6)))
print(math.gcd(12, 18, 27), math.gcd(), math.lcm(4, 6), math.lcm(), math.lcm(3, 0), math.lcm(-4, 10, 15))
print(math.comb(10, 3), math.perm(10, 3), math.perm(5), math.isqrt(99), math.factorial(10), math.trunc(-2.7))
big = 2**64 - 2**64
print(math.lcm(big + 2**70, 3**20), math.prod([big + 2**40, 2**40]), math.prod([big + n for n in range(1, 31)]))
for f in (lambda: math.ldexp(1.0, 5000), lambda: math.remainder(1, 0), lambda: math.fsum([math.inf, -math.inf])):
    try:
        print(f())
    except (ValueError, OverflowError) as e:
        print(e)
for f in (lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.dist([1], [1, 2])):
    try:
        print(f())
    except ValueError as e:
        print(e)
