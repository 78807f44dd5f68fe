# All of them are reported.
def f(a):
    return a + undefined_one  # error: E0220 "undefined_one"


def g(b):
    return b + undefined_two  # error: E0220 "undefined_two"


print(undefined_three)  # error: E0220 "undefined_three"
