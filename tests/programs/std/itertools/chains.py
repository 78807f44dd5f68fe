import itertools
from itertools import chain, compress, filterfalse, groupby, starmap, zip_longest

print(list(chain("ABC", "DEF")), list(chain([1, 2], (3, 4), range(2))), list(chain()))
print(list(chain.from_iterable(["ABC", "DEF"])), list(itertools.chain.from_iterable([[1], [], [2, 3]])))
print(sorted(chain.from_iterable({"a": [3, 1], "b": [2]}.values())))
print(list(compress("ABCDEF", [1, 0, 1, 0, 1, 1])), list(filterfalse(lambda x: x % 2, range(6))))
print(list(starmap(pow, [(2, 5), (3, 2), (10, 3)])), list(starmap(lambda a, b: f"{a}{b}", [("x", 1), ("y", 2)])))
print(list(zip_longest("ABCD", "xy", fillvalue="-")), list(zip_longest([1, 2], ["a"])), list(zip_longest("ab", "c", "def")))
print([(k, list(g)) for k, g in groupby("AAAABBBCCDAABBB")])
animals = ["duck", "eagle", "rat", "giraffe", "bear", "bat", "dolphin", "shark", "lion"]
for length, group in groupby(sorted(animals, key=len), key=len):
    print(length, list(group))
print([k for k, g in groupby([1, 1, 2, 3, 3])], ["".join(k + str(len(list(g)))) for k, g in groupby("aaabbc")])
