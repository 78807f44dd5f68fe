a = [x for x in range(3)]  # error: E0201
b = {x for x in range(3)}  # error: E0201
c = {x: x for x in range(3)}  # error: E0201
d = (x for x in range(3))  # error: E0201
