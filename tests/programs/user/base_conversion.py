# Numbers in other bases, and perfect, happy, narcissistic, Armstrong numbers.
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def to_base(n, base):
    if not 2 <= base <= 36:
        raise ValueError(f"base must be in 2..36, not {base}")
    if n == 0:
        return "0"
    sign = "-" if n < 0 else ""
    n = abs(n)
    digits = []
    while n:
        n, d = divmod(n, base)
        digits.append(DIGITS[d])
    return sign + "".join(reversed(digits))


def from_base(text, base):
    value = 0
    for ch in text.upper():
        d = DIGITS.find(ch)
        if d < 0 or d >= base:
            raise ValueError("bad digit %r for base %d" % (ch, base))
        value = value * base + d
    return value


def divisors(n):
    small = [d for d in range(1, int(n ** 0.5) + 1) if n % d == 0]
    return small + [n // d for d in reversed(small) if d * d != n]


def is_happy(n):
    seen = set()
    while n != 1 and n not in seen:
        seen.add(n)
        n = sum(int(d) ** 2 for d in str(n))
    return n == 1


def factors(n):
    result = []
    p = 2
    while p * p <= n:
        while n % p == 0:
            result.append(p)
            n //= p
        p += 1
    if n > 1:
        result.append(n)
    return result


for n in (0, 5, 255, -37, 123456789):
    print(f"{n:>10} | {to_base(n, 2):>28} | {to_base(n, 16)} | {to_base(n, 36)}")
for n in (5, 255):
    print(bin(n), oct(n), hex(n), f"{n:#x} {n:08b} {n:o} {n:X}")
print(from_base("ff", 16), from_base("zz", 36), int("ff", 16), int("0b101", 0), int("z", 36))
for text, base in (("129", 8), ("12", 40), ("-", 10)):
    try:
        print(from_base(text, base), to_base(10, base))
    except ValueError as e:
        print("ValueError:", e)
print([n for n in range(2, 1000) if sum(divisors(n)) - n == n])
print([n for n in range(1, 50) if is_happy(n)])
print([n for n in range(100, 1000) if n == sum(int(c) ** 3 for c in str(n))])
for n in 12, 97, 360, 1001:
    f = factors(n)
    powers = [(p, f.count(p)) for p in sorted(set(f))]
    print(n, f, " * ".join(f"{p}^{e}" if e > 1 else str(p) for p, e in powers), divisors(n))
print(sum(map(int, str(2 ** 62))), [int(d) for d in reversed(str(2024))])


def roman(n):
    table = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    out = ""
    for value, letters in table:
        count, n = divmod(n, value)
        out += letters * count
    return out


def unroman(text):
    values = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000)))
    total = 0
    for a, b in zip(text, text[1:] + " "):
        v = values[a]
        total += -v if values.get(b, 0) > v else v
    return total


print([roman(n) for n in (1, 4, 9, 14, 40, 1994, 3999)])
print(all(unroman(roman(n)) == n for n in range(1, 4000)))
