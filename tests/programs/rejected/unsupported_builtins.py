print(sum((1, 2)))  # error: E0302
print(sorted((2, 1)))  # error: E0302
print(list((1, 2)))  # error: E0302
print(dict())  # error: E0302
for i, x in enumerate((1, 2)):  # error: E0302
    print(i, x)
name = input()  # error: E0302
f = open("file")  # error: E0302
