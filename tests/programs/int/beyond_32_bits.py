def mix(n):
    h = n
    for i in range(20):
        h = (h * 31 + i) % 1000000007
        h ^= h >> 3
        h = h << 17 & 0xFFFFFFFFFF | h & 0x1FFFF
    return h


for n in range(5):
    print(mix(n), mix(-n), mix(n * 4294967296), 4294967295 + n, 2147483647 + n, -2147483648 - n)
