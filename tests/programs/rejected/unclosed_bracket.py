# error: line 2: E0110 "never closed"
print((1, 2)
