import heapq, string as s
import functools as ft
from bisect import *
from operator import add as plus, mul


def late():
    import heapq as hq
    from heapq import heappop

    h = [3, 1, 2]
    hq.heapify(h)
    return heappop(h)


print(late(), s.digits, ft.reduce(plus, [1, 2, 3]), mul(2, 3), bisect_left([1, 2], 2), heapq.nlargest(1, [1]))
f = heapq.heappush if late() else heapq.heappush
h = [1]
f(h, 0)
print(h, heapq.__name__)
