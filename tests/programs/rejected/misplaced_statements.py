break  # error: E0121
continue  # error: E0121
return 5  # error: E0121
if True:
    break  # error: E0121
for i in range(3):
    pass
else:
    break  # error: E0121


def f():
    break  # error: E0121
