# Big ints in texts: formatted, as counts and as bounds.

n = 10**30
print("%d|%40d|%-40d|%x|%+d|%s|%r" % (n, n, -n, n, n, n, n), "%(n)o" % {"n": n}, "%.2f" % n)
print("{} {:,} {:>40} {:x}".format(n, n, n, n), f"{n:_} {n=}")
zero = n - n
print("abc".find("c", zero), "abc".find("c", n), "abc".find("c", -n, n), "ab" * (zero + 2), "x".center(zero + 3), "abc"[zero + 1 :], "abcab".count("a", zero, n))
print("%*d|" % (zero + 5, 42), "a,b,c".split(",", zero + 1), "%c" % (zero + 65))
try:
    print("abc".ljust(n))
except OverflowError:
    print("OverflowError")
print(bytes([zero + 1, 2]), bytes(zero + 2), b"abc".find(zero + 98))
