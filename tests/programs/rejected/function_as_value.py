class C:
    def f(self):
        return 1


def f():
    return 1


print(C().f)  # error: E0302 "text of a method"
print(f + 1)  # error: E0312 "`+` has no meaning between function and int"
