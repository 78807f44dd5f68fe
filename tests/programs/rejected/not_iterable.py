for i in 5:  # error: E0318
    print(i)
for i in None:  # error: E0318
    print(i)
for i in 2.5:  # error: E0318
    print(i)
