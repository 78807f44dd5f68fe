print(sorted((2, 1)))  # error: E0302 "`sorted`"
print(list((1, 2)))  # error: E0302 "`list`"
print(dict())  # error: E0302 "`dict`"
for i, x in enumerate((1, 2)):  # error: E0302 "`enumerate`"
    print(i, x)
name = input()  # error: E0302 "`input`"
f = open("file")  # error: E0302 "`open`"
