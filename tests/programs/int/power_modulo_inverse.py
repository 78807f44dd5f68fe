# A negative exponent asks for the modular inverse.
def show(a, b, m):
    try:
        print(pow(a, b, m))
    except ValueError as e:
        print(e)


show(3, -1, 7)
show(3, -2, 7)
show(10, -1, 1000000007)
show(2, -1, 4)
show(0, -1, 5)
show(-3, -1, 7)
