"""Averages: mean and its relatives, medians, modes and quantiles."""

import statistics
from statistics import StatisticsError, mean, median, mode, multimode, quantiles

print(mean([1, 2, 3, 4, 4]), mean([1, 2, 3]), mean([-1.0, 2.5, 3.25, 5.75]), mean((True, False, True)), mean({3, 5}))
print(mean([1e308, 1e308, -1e308, 3.5]), mean([1e-320, 2e-320]), mean([0.1] * 10), mean([1, 2.5]), mean(x * x for x in range(5)))
print(mean([2**62, 2**62, 2**62 + 3]), mean([10**30, 10**30 + 2]), mean([1e16, 1.0, -1e16]))
print(mean([float("inf"), 1.0]), mean([float("inf"), float("-inf")]), mean([float("nan"), 1.0]))
print(statistics.fmean([3.5, 4.0, 5.25]), statistics.fmean([85, 92, 83, 91], [0.20, 0.20, 0.30, 0.30]), statistics.fmean(range(7)))
print(round(statistics.geometric_mean([54, 24, 36]), 1), statistics.geometric_mean([7.0]))
print(statistics.harmonic_mean([40, 60]), statistics.harmonic_mean([40, 60], weights=[5, 30]), statistics.harmonic_mean([2.5, 3, 10]))
print(statistics.harmonic_mean([0, 1]), statistics.harmonic_mean([7]), statistics.harmonic_mean([1, 0], weights=[3, 0]))

print(median([1, 3, 5]), median([1, 3, 5, 7]), median([2.5, 1.5]), median([3]), median([5, 1.5, 2]))
print(statistics.median_low([1, 3, 5, 7]), statistics.median_high([1, 3, 5, 7]), statistics.median_low("hello"))
print(statistics.median_grouped([52, 52, 53, 54]), statistics.median_grouped([1, 3, 3, 5, 7]), statistics.median_grouped([1, 3, 3, 5, 7], interval=2))
print(mode([1, 1, 2, 3, 3, 3, 3, 4]), mode(["red", "blue", "blue", "red", "green", "red", "red"]), mode("abab"))
print(multimode("aabbbbccddddeeffffgg"), multimode(""), multimode([2.0, 1.0, 2.0]))

data = [105, 129, 87, 86, 111, 111, 89, 81, 108, 92, 110, 100, 75, 105, 103, 109, 76, 119, 99, 91]
print(quantiles(data, n=10), quantiles(data))
print(quantiles(data, n=4, method="inclusive"), quantiles([1, 2], n=6), quantiles([1.5, 0.5, 9.0], n=1))


def attempt(f):
    try:
        print(f())
    except StatisticsError as e:
        print("StatisticsError", e)


EMPTY = [1][1:]
attempt(lambda: mean(EMPTY))
attempt(lambda: statistics.fmean(EMPTY))
attempt(lambda: statistics.fmean([1.0], [1.0, 2.0]))
attempt(lambda: statistics.fmean([1.0], [0.0]))
attempt(lambda: statistics.geometric_mean([1.0, -1.0]))
attempt(lambda: statistics.harmonic_mean(EMPTY))
attempt(lambda: statistics.harmonic_mean([1, -1]))
attempt(lambda: statistics.harmonic_mean([1, 2], [1]))
attempt(lambda: median(EMPTY))
attempt(lambda: mode(EMPTY))
attempt(lambda: quantiles([1]))
attempt(lambda: quantiles([1, 2], n=0))
try:
    quantiles([1, 2], method="other")
except ValueError as e:
    print(e)
