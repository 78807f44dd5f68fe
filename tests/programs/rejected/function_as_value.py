def f():
    return 1


print(f)  # error: E0302 "text of a function"
print(f + 1)  # error: E0312 "`+` has no meaning between function and int"
