# More than the buffer holds.
for i in range(3000):
    print(i, i * i, "some text to fill the buffer")
print("x" * 20000)
print("é" * 10000)
print("end")
