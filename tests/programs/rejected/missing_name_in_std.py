import bisect
import heapq

heapq.heappusk([], 1)  # error: E0231 "'heapq.heappusk' is not provided"
bisect.bisect_left = None  # error: E0235
