from heapq import nlargest, nsmallest

nums = [1, 8, 2, 23, 7, -4, 18, 23, 42, 37, 2]
for n in (-1, 0, 1, 3, 11, 20):
    print(n, nlargest(n, nums), nsmallest(n, nums))

portfolio = [("IBM", 91.1), ("AAPL", 543.22), ("FB", 21.09), ("HPQ", 31.75), ("YHOO", 16.35), ("ACME", 21.09)]
print(nsmallest(3, portfolio, key=lambda s: s[1]))
print(nlargest(3, portfolio, key=lambda s: s[1]))
print(nlargest(4, portfolio, lambda s: len(s[0])), nsmallest(4, portfolio, lambda s: len(s[0])))
print(nlargest(2, "hello"), nsmallest(3, {5: 1, 2: 2, 9: 3, 1: 4}), nlargest(2, range(10)))
