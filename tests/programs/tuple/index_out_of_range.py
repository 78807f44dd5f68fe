t = (1, 2)
try:
    print(t[2])
except IndexError as e:
    print(e)
try:
    print(t[-3])
except IndexError as e:
    print(e)
try:
    print(()[0])
except IndexError as e:
    print(e)
