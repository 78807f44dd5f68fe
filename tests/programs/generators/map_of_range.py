def f():
    for x in map(abs, range(3)):
        print(x)
    for x in map(abs, iter([1,2])):
        print(x)
f()
def f():
    print(sum(x for x in map(abs, iter(range(3)))))
f()
