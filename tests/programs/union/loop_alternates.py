# The type changes from round to round.
x = 1
for i in range(6):
    print(x)
    if i % 3 == 0:
        x = x * 1.5
    elif i % 3 == 1:
        x = "text"
    else:
        x = i
print(x)
