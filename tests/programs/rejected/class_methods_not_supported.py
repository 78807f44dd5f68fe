class A:
    def __del__(self):  # error: E0202 "`__del__` cannot be compiled"
        pass

    def __getattribute__(self, name):  # error: E0201 "definitions of `__getattribute__`"
        pass
