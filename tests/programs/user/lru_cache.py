# A cache of the most recently used results, in a dict that is ordered by use.
capacity = 3
cache = {}
stats = {"hits": 0, "misses": 0, "evicted": []}


def lookup(key, compute):
    if key in cache:
        stats["hits"] += 1
        value = cache.pop(key)
        cache[key] = value
        return value
    stats["misses"] += 1
    value = compute(key)
    cache[key] = value
    if len(cache) > capacity:
        oldest = next(iter(cache))
        stats["evicted"].append(oldest)
        del cache[oldest]
    return value


for n in [1, 2, 3, 1, 4, 2, 5, 1, 1, 3]:
    print(n, lookup(n, lambda k: k * k), list(cache))
print(stats)
