functions = []
for i in range(3):

    def f(a=i):
        return a

    functions.append(f)
print([g() for g in functions], [g(5) for g in functions])
