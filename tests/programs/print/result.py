x = print("printed")
print(x)
