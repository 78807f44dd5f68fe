print("broken starts")
x = 1 // 0
print("never")
