# Running statistics of a stream of numbers, without keeping them.
from math import inf, nan, isnan, sqrt

count = 0
mean = 0
sum_of_squares = 0.0
smallest = None
largest = None


def reset():
    global count, mean, sum_of_squares, smallest, largest
    count = 0
    mean = 0
    sum_of_squares = 0.0
    smallest = largest = None


def push(x):
    """Welford's method."""
    global count, mean, sum_of_squares, smallest, largest
    if isnan(x):
        raise ValueError("not a number")
    count += 1
    delta = x - mean
    mean += delta / count
    sum_of_squares += delta * (x - mean)
    if smallest is None or x < smallest:
        smallest = x
    if largest is None or x > largest:
        largest = x


def variance():
    if count < 2:
        return None
    return sum_of_squares / (count - 1)


def report(name):
    v = variance()
    print(name + ":")
    print(f"  count={count} mean={mean} min={smallest} max={largest}")
    if v is None:
        print("  no deviation")
    else:
        print(f"  variance {v}, deviation {sqrt(v)}")
    if smallest is not None and largest is not None:
        print("  spread", largest - smallest)


report("nothing")
push(5)
report("one int")
for i in range(1, 10):
    push(i * i)
report("squares")
reset()
for i in range(8):
    push(i / 4)
report("quarters")
push(1000)
report("with an int")
try:
    push(nan)
except ValueError as e:
    print("error:", e, count)
reset()
push(-inf)
push(inf)
report("infinite")
reset()
x = 0.5
for i in range(1000):
    x = 3.99 * x * (1 - x)
    push(x)
report("logistic map")
