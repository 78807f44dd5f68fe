# None as the number of digits is as if there were none.
print(round(2.5, None), round(3.5, None), round(7, None))
print(round(number=2.5), round(2.567, ndigits=1), round(number=1234, ndigits=-2))
