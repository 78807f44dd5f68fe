"""Numbers in English words, and a few questions that need them."""


def small(n):
    """The words for 1 to 19."""
    if n < 10:
        if n < 5:
            return "one" if n == 1 else "two" if n == 2 else "three" if n == 3 else "four"
        if n < 8:
            return "five" if n == 5 else "six" if n == 6 else "seven"
        return "eight" if n == 8 else "nine"
    if n == 10:
        return "ten"
    if n == 11:
        return "eleven"
    if n == 12:
        return "twelve"
    if n == 13:
        return "thirteen"
    if n == 15:
        return "fifteen"
    if n == 18:
        return "eighteen"
    return small(n - 10) + "teen"


def tens(n):
    if n == 2:
        return "twenty"
    if n == 3:
        return "thirty"
    if n == 4:
        return "forty"
    if n == 5:
        return "fifty"
    if n == 8:
        return "eighty"
    return small(n) + "ty"


def scale(n):
    """The largest named power of a thousand that fits into n, and its name."""
    if n >= 10**18:
        return 10**18, "quintillion"
    if n >= 10**15:
        return 10**15, "quadrillion"
    if n >= 10**12:
        return 10**12, "trillion"
    if n >= 10**9:
        return 10**9, "billion"
    if n >= 10**6:
        return 10**6, "million"
    return 10**3, "thousand"


def words(n):
    if n < 0:
        return "minus " + words(-n)
    if n == 0:
        return "zero"
    if n < 20:
        return small(n)
    if n < 100:
        return tens(n // 10) + ("-" + small(n % 10) if n % 10 else "")
    if n < 1000:
        rest = n % 100
        return small(n // 100) + " hundred" + (" and " + words(rest) if rest else "")
    unit, unit_name = scale(n)
    rest = n % unit
    text = words(n // unit) + " " + unit_name
    if rest == 0:
        return text
    return text + (" and " if rest < 100 else ", ") + words(rest)


def main():
    for n in (0, 7, 13, 21, 40, 99, 100, 101, 342, 999, 1000, 1001, 1984, 12345, 1000000, -815):
        print(n, "=", words(n))
    print(words(9223372036854775807))

    longest = 0
    for n in range(1000):
        if len(words(n)) > longest:
            longest = len(words(n))
            print("longest so far:", words(n), longest)

    n = 1000
    chain = str(n)
    while len(words(n)) != n:
        n = len(words(n))
        chain += " -> " + str(n)
    print(chain, "because four has four letters")

    without_a = 1
    while "a" not in words(without_a):
        without_a += 1
    print("the first number with the letter a is", words(without_a))


if __name__ == "__main__":
    main()
