1 = x  # error: E0120 "cannot assign to literal"
f() = 2  # error: E0120 "cannot assign to function call"
None = 3  # error: E0120 "cannot assign to None"
(a + b) += 1  # error: E0110 "illegal expression for augmented assignment"
