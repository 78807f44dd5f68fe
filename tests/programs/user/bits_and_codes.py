"""Binary, Gray code, parity, checksums and a tiny cipher, all on ints."""


def binary(n, width=8):
    text = ""
    for i in range(width):
        text = ("1" if n >> i & 1 else "0") + text
    return text


def hexadecimal(n):
    if n == 0:
        return "0x0"
    text = ""
    while n:
        d = n & 0xF
        if d < 10:
            text = str(d) + text
        else:
            text = ("a" if d == 10 else "b" if d == 11 else "c" if d == 12 else "d" if d == 13 else "e" if d == 14 else "f") + text
        n >>= 4
    return "0x" + text


def gray(n):
    return n ^ (n >> 1)


def ungray(g):
    n = 0
    while g:
        n ^= g
        g >>= 1
    return n


def ones(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


def reverse_bits(n, width=8):
    result = 0
    for i in range(width):
        result = result << 1 | n >> i & 1
    return result


def luhn(number):
    """Whether the last digit of a card number is right."""
    total = 0
    double = False
    while number:
        number, d = divmod(number, 10)
        if double:
            d *= 2
            if d > 9:
                d -= 9
        total += d
        double = not double
    return total % 10 == 0


def crc8(value, bytes=4):
    crc = 0
    for i in range(bytes - 1, -1, -1):
        crc ^= value >> (8 * i) & 0xFF
        for bit in range(8):
            crc = (crc << 1 ^ 0x07) & 0xFF if crc & 0x80 else crc << 1
    return crc


def scramble(block, key, rounds=8):
    left = block >> 16 & 0xFFFF
    right = block & 0xFFFF
    for i in range(rounds):
        left, right = right, left ^ ((right * 31 + key + i) & 0xFFFF)
    return left << 16 | right


def unscramble(block, key, rounds=8):
    left = block >> 16 & 0xFFFF
    right = block & 0xFFFF
    for i in range(rounds - 1, -1, -1):
        left, right = right ^ ((left * 31 + key + i) & 0xFFFF), left
    return left << 16 | right


for n in range(10):
    print(n, binary(n, 4), binary(gray(n), width=4), ungray(gray(n)), ones(n), binary(reverse_bits(n)))
for n in (255, 256, 3735928559, 9223372036854775807):
    print(n, hexadecimal(n), ones(n), crc8(n & 0xFFFFFFFF))
for number in (4539578763621486, 4539578763621487, 0, 79927398713):
    print(number, "valid" if luhn(number) else "not valid")
message = 0x12345678
secret = scramble(message, 0xBEEF)
print(hexadecimal(secret), hexadecimal(unscramble(secret, 0xBEEF)), unscramble(secret, 0xBEE0) == message)
broken = 0
for i in range(500):
    block = i * 8589935 & 0xFFFFFFFF
    if unscramble(scramble(block, i), i) != block:
        broken += 1
print("broken:", broken, ~0, -1 >> 70, -256 >> 4, ~gray(5))
