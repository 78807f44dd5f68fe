def setup(n):
    global option
    if n > 0:
        option = n


setup(0)
try:
    print(option)
except NameError as e:
    print(e)
setup(3)
print(option)
if option > 5:
    missing = 1
try:
    print(missing)
except NameError as e:
    print(e)
for loop_variable in range(0):
    pass
try:
    print(loop_variable)
except NameError as e:
    print(e)
