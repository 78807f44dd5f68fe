# A file beside the program wins over a standard module.
import bisect
import heapq

print(heapq.heappush([1], 1), bisect.bisect([1], 2))
