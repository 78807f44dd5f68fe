# Known when the program is compiled, and raised when it runs.
def attempt(n):
    try:
        if n == 0:
            a, b = 1, 2, 3
        if n == 1:
            a, b, c = 1, 2
        if n == 2:
            (a,) = ()
        if n == 3:
            a, (b, c) = 1, (2, 3, 4)
        print("unpacked")
    except ValueError as e:
        print(e)


for n in range(5):
    attempt(n)
