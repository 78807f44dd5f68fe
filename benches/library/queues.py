"""A queue with two ends, and a heap of the largest of many numbers."""

import heapq
import sys
from collections import deque


def main(n):
    queue = deque(maxlen=1000)
    total = 0
    for i in range(n):
        queue.append(i)
        if i % 3 == 0:
            total += queue.popleft()
    heap = []
    x = 12345
    for _ in range(n // 5):
        x = (x * 1103515245 + 12345) % 2147483648
        heapq.heappush(heap, x)
        if len(heap) > 1000:
            total += heapq.heappop(heap)
    print(total, len(queue), heap[0])


main(int(sys.argv[1]))
