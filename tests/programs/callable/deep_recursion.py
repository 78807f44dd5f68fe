# 900 levels are within CPython's limit.
def depth(n):
    if n == 0:
        return 0
    return 1 + depth(n - 1)


for i in range(5):
    print(depth(900))
