import time
from time import perf_counter as pc
a = pc()
time.sleep(0.05)
b = pc()
print(0.05 <= b - a < 0.5)
print(time.time() > 1.6e9, isinstance(time.time_ns(), int), time.monotonic() <= time.monotonic(), time.process_time() >= 0, time.perf_counter_ns() > 0)
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
