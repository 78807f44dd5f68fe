def convert(x):
    return int(x)


for i in range(3):
    try:
        print(convert(1e309 if i == 1 else i))
    except OverflowError as e:
        print("handling", e)
        if i == 1:
            convert(1e309 - 1e309)
