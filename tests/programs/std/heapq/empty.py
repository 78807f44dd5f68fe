import heapq

heap = [1]
heap.pop()
for f in (heapq.heappop, lambda h: heapq.heapreplace(h, 1)):
    try:
        f(heap)
    except IndexError as e:
        print("IndexError:", e)
heapq.heapify(heap)
print(heap, heapq.heappushpop(heap, 1))
heapq.heappop(heap)
