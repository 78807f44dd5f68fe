from functools import cmp_to_key


def by_length(a, b):
    return len(a) - len(b) or (a > b) - (a < b)


words = ["pear", "fig", "apple", "kiwi", "date", "a"]
print(sorted(words, key=cmp_to_key(by_length)), max(words, key=cmp_to_key(by_length)))
nums = [3, 30, 34, 5, 9]
nums.sort(key=cmp_to_key(lambda x, y: int(str(y) + str(x)) - int(str(x) + str(y))))
print("".join(map(str, nums)))
k = cmp_to_key(lambda a, b: a - b)
print(k(1) < k(2), k(2) == k(2), k(3) >= k(4))
