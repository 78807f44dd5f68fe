print(pow(2, 3), pow(2, 0), pow(2.0, 3), pow(2, 0.5), pow(-2, 3), pow(2, -2), pow(4, 0.5), pow(True, 5))
print(pow(base=2, exp=5), pow(2, exp=3), pow(3, 4, mod=5))
