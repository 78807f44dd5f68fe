def show():
    print(value)


try:
    show()
except NameError as e:
    print(e)
value = 5
show()
value = "text"
show()
