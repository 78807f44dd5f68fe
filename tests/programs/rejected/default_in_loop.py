for i in range(3):

    def f(a=i):  # error: E0206
        return a
