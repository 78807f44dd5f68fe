# No reassociation, no fused operations: the order of the source is what is computed.
total = 0.0
for i in range(1, 1000):
    total += 1.0 / i
print(total)
total = 0.0
for i in range(999, 0, -1):
    total += 1.0 / i
print(total)
print(0.1 + 0.2 + 0.3, 0.1 + (0.2 + 0.3), 1e16 + 1 + 1, 1e16 + (1 + 1))
a = 1.0000000000000002
print(a * a - 1.0000000000000004, a * a + -1.0, 3.0 * 1.1 - 3.3000000000000003)
print((1e308 * 10) / 10, 1e308 * (10 / 10), 5e-324 / 2 * 2, x := 1.0 / 3, x * 3)
