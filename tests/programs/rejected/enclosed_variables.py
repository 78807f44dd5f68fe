def given_away(n):
    class C:
        def m(self):  # error: E0201 "methods of such a class that use variables of a function around it"
            return n

    return C


def without_object(n):
    class C:
        @staticmethod
        def s():  # error: E0201 "methods of such a class that use variables of a function around it"
            return n

    return C.s()


def an_exception(n):
    class E(Exception):
        def __str__(self):  # error: E0201 "methods of such a class that use variables of a function around it"
            return str(n)

    raise E()


def with_default(n):
    class C:
        def m(self, k=n):  # error: E0201 "methods of such a class that use variables of a function around it"
            return k

    return C().m()


def arguments(n):
    class C:
        def m(self):
            return n

    return C(1).m()  # error: E0201 "arguments for a class without `__init__` in a function"


print(given_away(1), without_object(2), with_default(3), arguments(4))
