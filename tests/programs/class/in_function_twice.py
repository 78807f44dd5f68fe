# naja-only: NotImplementedError: class 'A' is made a second time: naja makes one class of a class statement
def make():
    class A:
        pass
    return A
A, B = make(), make()
print(A is B, isinstance(A(), B))
