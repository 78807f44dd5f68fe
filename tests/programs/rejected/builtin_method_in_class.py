class Stack(list):
    push = list.append


s = Stack([1, 2])
s.push(3)  # error: E0302 "`push`, a method of a builtin type as an attribute of a class, is not there yet"
print(s)
