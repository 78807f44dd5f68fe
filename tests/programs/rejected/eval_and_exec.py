eval("1 + 1")  # error: E0202
exec("x = 1")  # error: E0202
print(globals())  # error: E0202
