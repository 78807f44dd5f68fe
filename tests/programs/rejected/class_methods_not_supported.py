class A:
    def __del__(self):  # error: E0202 "`__del__` cannot be compiled"
        pass

    def __new__(cls):  # error: E0201 "definitions of `__new__`"
        pass
