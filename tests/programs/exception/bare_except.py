def attempt(n):
    try:
        if n == 0:
            raise SystemExit(5)
        if n == 1:
            raise KeyboardInterrupt
        print(1 // (n - 2))
    except:
        print("caught", n)


for n in range(4):
    attempt(n)
