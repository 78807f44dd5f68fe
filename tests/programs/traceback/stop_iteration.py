def f():
    raise StopIteration


f()
