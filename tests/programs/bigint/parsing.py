TEN = 10 + 2**64 - 2**64

for text in ("0", "-0", "12345678901234567890", "-98765432109876543210987654321", "  7  ", "1_000_000", "+5"):
    print(int(text, TEN))
print(int("ff" * 20, TEN + 6), int("-0b101", TEN - 10), int("zz" * 10, TEN + 26), int("0x" + "f" * 30, TEN + 6))
print(int("1" * 1000, TEN))
for text in ("", "abc", "1__0", "--1", "12a", "0x"):
    try:
        print(int(text, TEN))
    except ValueError as e:
        print(e)
try:
    print(int("1", TEN + 30))
except ValueError as e:
    print(e)
x = int("123456789012345678901234567890", TEN)
print(x + 1, int(x), int(x) == x, float(x), bool(x), bool(x - x), int(TEN))
