"""Primes, three ways: trial division, Miller-Rabin, and Ulam's spiral."""


def is_prime_by_division(n):
    if n < 2:
        return False
    d = 2
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return True


def is_witness(a, n):
    """Whether a proves that the odd number n is composite."""
    d = n - 1
    twos = 0
    while d % 2 == 0:
        d //= 2
        twos += 1
    x = pow(a, d, n)
    if x == 1 or x == n - 1:
        return False
    for i in range(twos - 1):
        x = x * x % n
        if x == n - 1:
            return False
    return True


def is_prime(n):
    """Miller and Rabin's test; these witnesses decide every n below 3,215,031,751."""
    if n < 2:
        return False
    for p in (2, 3, 5, 7):
        if n % p == 0:
            return n == p
    return not (is_witness(2, n) or is_witness(3, n) or is_witness(5, n) or is_witness(7, n))


def spiral_number(x, y):
    """The number at a place of the square spiral that starts with 1 at 0, 0."""
    ring = max(abs(x), abs(y))
    corner = (2 * ring + 1) ** 2
    if y == -ring:
        return corner - (ring - x)
    if x == -ring:
        return corner - 2 * ring - (ring + y)
    if y == ring:
        return corner - 4 * ring - (ring + x)
    return corner - 6 * ring - (ring - y)


def spiral(radius):
    for y in range(radius, -radius - 1, -1):
        line = ""
        for x in range(-radius, radius + 1):
            line += "* " if is_prime(spiral_number(x, y)) else "  "
        print(line)


def main():
    for n in range(60):
        if is_prime_by_division(n):
            print(n, end=" ")
    print()

    count = 0
    for n in range(3000):
        if is_prime(n) != is_prime_by_division(n):
            print("they disagree about", n)
        if is_prime(n):
            count += 1
    print(count, "primes below 3000")

    n = 3_000_000_000
    while not is_prime(n):
        n -= 1
    print("the last prime below three billion is", n)

    spiral(17)


if __name__ == "__main__":
    main()
