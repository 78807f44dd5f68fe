from constants import *

print(ONE, TWO, three())
ONE = 10
print(ONE, three())
