def pick(n):
    if n > 0:
        return n


print(pick(1) + 1)
print(pick(0) + 1)
