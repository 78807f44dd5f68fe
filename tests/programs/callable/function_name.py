# A function's name, as decorators print it.
def f():
    pass


def logged(func):
    def wrapper(*args):
        print("calling", func.__name__, args)
        result = func(*args)
        print(f"{func.__name__} gave {result!r}")
        return result

    return wrapper


@logged
def add(a, b):
    return a + b


@logged
def greet(name):
    return "hello " + name


def count(n):
    def decorate(func):
        def inner():
            return [func.__name__] * n

        return inner

    return decorate


@count(3)
def hop():
    pass


class C:
    def method(self):
        return C.method.__name__


print(add(1, 2), greet("you"), add.__name__, f.__name__, (lambda: 0).__name__)
print(hop(), hop.__name__, C().method(), C.__name__)
for g in (f, add, hop):
    print(g.__name__, end=" ")
print([g.__name__ for g in [f, logged, count]], max.__name__)
