A = 2**70
ZERO = A - A
inf = float("inf")
nan = float("nan")

values = (A, -A, ZERO, ZERO + 1, ZERO + 5, A + 1)
for a in values:
    for b in values:
        print(a < b, a <= b, a == b, a != b, a > b, a >= b, end=" ")
    for n in (0, 1, 5, -5, 9223372036854775807, -9223372036854775808):
        print(a < n, a <= n, a == n, a != n, a > n, a >= n, end=" ")
        print(n < a, n <= a, n == a, n != a, n > a, n >= a, end=" ")
    for x in (0.0, 1.0, 1180591620717411303424.0, -1180591620717411303424.0, 5.5, inf, -inf, nan, 1e300):
        print(a < x, a <= x, a == x, a != x, a > x, a >= x, end=" ")
        print(x < a, x <= a, x == a, x != a, x > a, x >= a, end=" ")
    print(a == True, a != False, a < True, False >= a, a == "1", a == None, a != (1,))
    print(bool(a), not a, "yes" if a else "no", a and 3, a or 4)
print(A in (1, 2, A), 5 in [A, ZERO + 5], ZERO + 3 in range(10), A in range(10), -A in range(-3, 3))
print(min(A, 3), max(3, A), min([A, -A, ZERO]), max([A, ZERO, A + 5]), max(A, 2.5), min(A, 2.5, -3))
print(sorted([A, 3, -A, 17, A - 1]), sum([A, 1, 2]), sum((A, 1, True)), sum([1, 2], A))
print((A, 1) < (A, 2), (A, 1) == (A, 1), [A] == [A], [A, 1] < [A, 0])
print(isinstance(A, int), isinstance(A, bool), isinstance(A, (float, str)), type(A) is int, type(A) == int)
print(type(A).__name__, A is None, A is not None)
