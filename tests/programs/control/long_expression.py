# One expression of many terms.
x = 1
print(x + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16 + 17 + 18 + 19 + 20 + 21 + 22 + 23 + 24 + 25 + 26 + 27 + 28 + 29 + 30 - 1 - 2 - 3 - 4 - 5 - 6 - 7 - 8 - 9 - 10 - 11 - 12 - 13 - 14 - 15)
print(((((((((((((((((((((((((((((((((((((((((x)))))))))))))))))))))))))))))))))))))))))
print(x and x and x and x and x and x and 0 or 0 or 0 or 0 or 0 or "end")
print(not not not not not not not not x, - - - - - - - - x, ~~~~~~x)
print("a" + "b" + "c" + "d" + "e" + "f" + "g" + "h" + "i" + "j" + str(x) + "k" + "l" + "m" + "n" + "o" + "p")
print(x if x > 9 else x if x > 8 else x if x > 7 else x if x > 6 else x if x > 5 else x if x > 4 else "last")
print(1 < 2 < 3 < 4 < 5 < 6 < 7 < 8 < 9 < 10 < 11 < 12 < 13 < 13)
