def f(a, b=2):
    return a + b


f(1, c=3)  # error: E0316 "no parameter `c`"
f(1, a=2)  # error: E0316 "got `a` twice"
