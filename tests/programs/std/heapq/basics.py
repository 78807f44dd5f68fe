import heapq
from heapq import heappop, heappush as push


def heapsort(iterable):
    h = []
    for value in iterable:
        push(h, value)
    return [heappop(h) for _ in range(len(h))]


print(heapsort([1, 3, 5, 7, 9, 2, 4, 6, 8, 0]))
print(heapsort("heapsort"), heapsort([]), heapsort([2.5, -1.0, 2.5]))

h = []
push(h, (5, "write code"))
push(h, (7, "release product"))
push(h, (1, "write spec"))
push(h, (3, "create tests"))
print(heappop(h), h)

# The shape of the list is CPython's too.
x = 17
xs = []
for _ in range(40):
    x = x * 48271 % 2147483647
    xs.append(x % 100)
heap = xs[:]
heapq.heapify(heap)
print(heap)
print(heapq.heappushpop(heap, 50), heapq.heappushpop(heap, -1), heap)
print(heapq.heapreplace(heap, 101), heap)
print([heapq.heappop(heap) for _ in range(15)], heap)
one = [3]
print(heapq.heappop(one), one, heapq.heappushpop(one, 4), one)
