# All of them are reported.
def f(a):
    return a + undefined_one  # error: E0220 "undefined_one"


x = [1]  # error: E0201
break  # error: E0121
print(undefined_two)  # error: E0220 "undefined_two"
