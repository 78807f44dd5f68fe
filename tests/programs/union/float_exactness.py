# int and float members compare exactly.
def number(n):
    if n == 0:
        return 9007199254740993
    if n == 1:
        return 9007199254740992.0
    return 9007199254740994.0


for i in range(3):
    for j in range(3):
        print(number(i) == number(j), number(i) < number(j), number(i) - number(j))
