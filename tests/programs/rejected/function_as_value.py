def f():
    return 1


print(f)  # error: E0302
print(f + 1)  # error: E0312
print(f == 1, print)  # error: E0302
