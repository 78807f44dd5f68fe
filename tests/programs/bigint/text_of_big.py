import sys

A = 7**80

print("value:", A, -A, sep="=", end="!\n")
print(str(A)[::-1], sum(int(c) for c in str(A)), "".join(sorted(str(A))))


def is_palindrome(n):
    s = str(n)
    return s == s[::-1]


n = 2**64 - 2**64 + 196
for _ in range(40):
    n += int(str(n)[::-1], 10 + 2**64 - 2**64)
print(n, is_palindrome(n))


def to_base(n, base):
    if n == 0:
        return "0"
    out = ""
    while n:
        n, d = divmod(n, base)
        out = "0123456789abcdefghijklmnopqrstuvwxyz"[d] + out
    return out


print(to_base(A, 36), to_base(A, 7), to_base(A, 2) == bin(A)[2:], to_base(A, 16) == f"{A:x}")
sys.stdout.write(str(A) + "\n")
