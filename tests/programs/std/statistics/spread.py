"""Spread: variances and deviations, and how two series hang together."""

import random
import statistics
from statistics import StatisticsError, pstdev, pvariance, stdev, variance

print(pvariance([0.0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25]), pvariance([1, 2, 3, 4]), pvariance([7]), pvariance([1, 3]))
print(variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]), variance([1, 2, 3]), variance([1, 2]), variance([1, 2.5]))
print(pstdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), stdev([1, 2, 3, 4]), pstdev([3, 3]))
print(stdev([1e308, 1e308 / 3]), stdev([5e-324, 0.0]), pvariance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]), stdev(range(1000)))
print(variance([2**40, 1, 5]), stdev([10**20, 1]), variance(x / 7 for x in range(20)))
numbers = [2.5, 3.25, 5.5, 11.25, 11.75]
print(variance(numbers, statistics.mean(numbers)), pvariance(numbers, mu=6.0), stdev(numbers, xbar=7.0), pvariance([1, 2, 3], mu=2))
print(variance([float("inf"), 1.0]), pvariance([float("nan"), 1.0]))

x = [1, 2, 3, 4, 5, 6, 7, 8, 9]
y = [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(statistics.covariance(x, y), statistics.correlation(x, x), statistics.correlation(x, [-v for v in x]), statistics.correlation(x, y))
year = [1971, 1975, 1979, 1982, 1983]
films_total = [1, 2, 3, 4, 5]
slope, intercept = statistics.linear_regression(year, films_total)
print(slope, intercept, round(slope * 2019 + intercept))
print(statistics.linear_regression([1.0, 2.0, 3.0], [2.5, 4.5, 6.5]), statistics.linear_regression(x, y, proportional=True).slope)

rng = random.Random(5)
for n in (2, 3, 10, 57):
    xs = [rng.gauss(10, 3) for _ in range(n)]
    ks = [rng.randrange(-1000, 100000) for _ in range(n)]
    print(statistics.mean(xs), variance(xs), stdev(xs), pstdev(xs), statistics.mean(ks), variance(ks), stdev(ks), statistics.covariance(xs, ks))


def attempt(f):
    try:
        print(f())
    except StatisticsError as e:
        print("StatisticsError", e)


attempt(lambda: variance([1]))
attempt(lambda: stdev([1.5]))
attempt(lambda: pvariance([1][1:]))
attempt(lambda: pstdev([1][1:]))
attempt(lambda: statistics.correlation([1, 2], [1]))
attempt(lambda: statistics.correlation([1, 2], [1, 1]))
attempt(lambda: statistics.linear_regression([1, 1], [1, 2]))
attempt(lambda: statistics.covariance([1], [1]))
