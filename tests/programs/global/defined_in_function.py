# A global may first be bound by a function.
def define():
    global made
    made = 5


try:
    print(made)
except NameError as e:
    print(e)
define()
print(made)
made += 1
print(made)
