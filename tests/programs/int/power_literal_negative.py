# A literal negative exponent gives a float.
print(2**-1, 2**-3, 10**-2, (-2) ** -3, 1**-1)
x = 4
print(x**-1, x**-2)
