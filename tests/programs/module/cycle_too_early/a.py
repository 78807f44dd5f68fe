import b

value = 1
