def f():
    return quantity


f()
quantity = 1
