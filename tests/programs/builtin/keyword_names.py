print(round(number=2.567, ndigits=1), pow(base=2, exp=3), pow(2, 3, mod=5), int("ff", base=16), str(object=5))
print("a", end="\n", sep="-")
