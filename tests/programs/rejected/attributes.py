x = 5
print(x.real)  # error: E0314
print("text".length)  # error: E0314
x.name = 1  # error: E0314
