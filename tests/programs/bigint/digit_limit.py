import sys

print(sys.get_int_max_str_digits())
n = 3**10000
try:
    print(str(n))
except ValueError as e:
    print(e)
try:
    print(int("7" * 5000, n - n + 10))
except ValueError as e:
    print(e)
print(len(hex(n)))
sys.set_int_max_str_digits(0)
print(len(str(n)), str(n)[:20], str(n)[-20:])
print(int("7" * 5000, n - n + 10) % 1000007)
sys.set_int_max_str_digits(640)
print(sys.get_int_max_str_digits())
try:
    print(f"{n:d}")
except ValueError as e:
    print(e)
try:
    sys.set_int_max_str_digits(5)
except ValueError as e:
    print(e)
