if True:
    pass
for i in range(2):
    pass
while False:
    pass
try:
    pass
except ValueError:
    pass
else:
    pass
finally:
    pass


def empty():
    pass


print(empty(), i)
