"""timedelta: what it is made of, its texts, its arithmetic."""

from datetime import timedelta

for t in [
    timedelta(),
    timedelta(1),
    timedelta(days=-1, hours=3),
    timedelta(2, 3, 4),
    timedelta(weeks=1, days=1, hours=1, minutes=1, seconds=1, milliseconds=1, microseconds=1),
    timedelta(0.5, 1.5),
    timedelta(microseconds=0.5),
    timedelta(microseconds=1.5),
    timedelta(microseconds=-0.5),
    timedelta(milliseconds=0.0005),
    timedelta(weeks=0.1),
    timedelta(seconds=1e-7),
    timedelta(hours=-1.5),
    timedelta(minutes=90),
    timedelta(days=1.1, hours=1.1, seconds=0.1),
    timedelta(seconds=86399.9999999),
    timedelta.max,
    timedelta.min,
    timedelta.resolution,
]:
    print(repr(t), str(t), t.days, t.seconds, t.microseconds, t.total_seconds(), bool(t))
a = timedelta(days=5, hours=7)
b = timedelta(hours=2, minutes=30)
print(a + b, a - b, b - a, -a, +a, abs(-a), a * 2, 3 * b, a * 0.1, 0.5 * b, b * -1.5)
print(a / b, a // b, a % b, divmod(a, b), a / 3, a / 7.0, a // 3, b / -7, -a // b, -a % b, divmod(-a, b))
print(a == b, a == timedelta(hours=127), a < b, a <= a, a > b, a >= b, a != b, a == 3)
print(sorted([a, b, timedelta(), -a]), max(a, b), sum([a, b], timedelta()), {a: "a"}[timedelta(hours=127)])
print(timedelta.max / 2, timedelta.max // timedelta(1), timedelta(days=999999999) * 1)
print(timedelta.max.total_seconds(), timedelta(microseconds=1) * 0.5, timedelta(microseconds=3) * 0.5, timedelta(microseconds=5) / 2)
for f in [
    lambda: timedelta(10**9),
    lambda: timedelta(days=999999999) + timedelta(1),
    lambda: -timedelta.max,
    lambda: timedelta(float("nan")),
    lambda: timedelta(float("inf")),
    lambda: timedelta(1) / 0,
    lambda: timedelta(1) // 0,
    lambda: timedelta(1) / 0.0,
    lambda: timedelta(1) % timedelta(0),
]:
    try:
        print(f())
    except (OverflowError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e if not isinstance(e, ZeroDivisionError) else "")
try:
    print(timedelta(1) / timedelta(0))
except ZeroDivisionError as e:
    print(e)
