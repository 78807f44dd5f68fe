1 = x  # error: E0120
f() = 2  # error: E0120
None = 3  # error: E0120
(a + b) += 1  # error: E0120
