def classify(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10:
        return "small"
    else:
        return "large"


for n in range(-1, 12, 3):
    print(n, classify(n))
print(classify(0), classify(0.5), classify(-0.0))
if False:
    print("never")
if True:
    print("always")
if 0:
    print("never")
elif "":
    print("never")
elif None:
    print("never")
elif ():
    print("never")
elif 0.0:
    print("never")
else:
    print("all false")
