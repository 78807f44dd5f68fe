"""Roman numerals, written and checked."""


def digit(n, one, five, ten):
    if n == 9:
        return one + ten
    if n >= 5:
        return five + one * (n - 5)
    if n == 4:
        return one + five
    return one * n


def roman(n):
    if not isinstance(n, int):
        raise TypeError("not an int: " + repr(n))
    if n <= 0 or n > 3999:
        raise ValueError(str(n) + " has no numeral")
    return "M" * (n // 1000) + digit(n // 100 % 10, "C", "D", "M") + digit(n // 10 % 10, "X", "L", "C") + digit(n % 10, "I", "V", "X")


def value(numeral):
    """The number whose numeral this is, None if there is none. It searches."""
    low, high = 1, 3999
    for n in range(low, high + 1):
        if len(roman(n)) == len(numeral) and roman(n) == numeral:
            return n
    return None


for n in (1, 3, 4, 9, 14, 40, 90, 400, 900, 1666, 1994, 2024, 3888, 3999):
    print(n, roman(n))
for bad in (0, -5, 4000):
    try:
        roman(bad)
    except ValueError as e:
        print("error:", e)
try:
    roman(2.5)
except TypeError as e:
    print("error:", e)
for text in ("XIV", "MCMXCIV", "IIII", ""):
    found = value(text)
    if found is None:
        print(repr(text), "is not a numeral")
    else:
        print(repr(text), "is", found, "and the next is", roman(found + 1))
longest = ""
for n in range(1, 4000):
    numeral = roman(n)
    if len(numeral) > len(longest):
        longest = numeral
        longest_n = n
print("the longest is", longest, "for", longest_n)
sorted_pairs = 0
for n in range(1, 100):
    if roman(n) < roman(n + 1):
        sorted_pairs += 1
print(sorted_pairs, "of 99 neighbours are in the order of the dictionary")
