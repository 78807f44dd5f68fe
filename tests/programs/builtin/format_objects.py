from collections import defaultdict
from statistics import mean, median
stats = defaultdict(list)
stats["wait"].append(1.5)
stats["who"].append("bob")
print(sum(stats["wait"]))
print(mean(stats["wait"]), median(stats["wait"]))
try:
    print(mean(stats["who"]))
except TypeError as e:
    print("TypeError")
class M:
    def __init__(self, d): self.d = d
    def __format__(self, spec): return spec + str(self.d)
print(format(M([1]), ".1f"), format(3.14159, ".2f"), format(7), format("x", ">3"))
for spec in ("", ">5", "05"):
    print([format(x, spec) for x in (1, True, 2.5)], end=" ")
try:
    print(format([1], ">4"))
except TypeError as e:
    print(e)
print(format(None), format([1, "a"]), format((1,)), format(12345678901234567890, ","), format(True, "d"))
