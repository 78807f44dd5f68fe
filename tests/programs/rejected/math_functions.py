# Not in this step; those that need no libm may come first.
import math

print(math.sin(1.0))  # error: E0302 "`math.sin`"
print(math.exp(1.0))  # error: E0302 "`math.exp`"
print(math.log(2.0))  # error: E0302 "`math.log`"
print(math.pow(2.0, 0.5))  # error: E0302 "`math.pow`"
print(math.hypot(3.0, 4.0))  # error: E0302 "`math.hypot`"
print(math.frexp(4.0))  # error: E0302 "`math.frexp`"
print(math.isclose(0.1 + 0.2, 0.3))  # error: E0302 "`math.isclose`"
