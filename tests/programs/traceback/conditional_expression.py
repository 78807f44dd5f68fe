def f(n):
    return (1 if n > 1
            else 1 // n)


f(0)
