# The program lives on when there was no memory.
def tries(n):
    for i in range(n):
        try:
            print(len("ab" * (1 << 50)))
        except MemoryError as e:
            print("no memory", i, e.args == (), len("x" * 100_000))


tries(3)
"xyz" * (1 << 55)
