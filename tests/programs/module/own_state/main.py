# A module's globals are its own, and change only through it.
import counter
from counter import count, increment

count_before = count
increment()
increment()
print(count, counter.count, count_before)
counter.increment(10)
print(counter.count, count, counter.get())
from counter import count

print(count)
