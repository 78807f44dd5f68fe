import math

for n in range(8):
    for k in range(n + 2):
        print(math.comb(n, k), math.perm(n, k), end=" ")
    print()
print(math.comb(60, 30), math.perm(5))
