try:
    print(1 // 0)
except 5:  # error: E0321 "exception class"
    pass
