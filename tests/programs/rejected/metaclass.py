class C(metaclass=type):  # error: E0201 "metaclasses"
    pass
