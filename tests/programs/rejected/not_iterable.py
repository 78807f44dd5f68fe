for i in 5:  # error: E????
    print(i)
for i in None:  # error: E????
    print(i)
for i in 2.5:  # error: E????
    print(i)
