def f(n):
    return 0 < n < 10 // n


f(1)
print(f(0))
1 < 2 < 3 // 0
