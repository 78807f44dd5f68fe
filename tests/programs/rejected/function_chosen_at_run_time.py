if len(str(12)) == 2:

    def g():
        return "two"

else:

    def g():
        return "other"


print(g())  # error: E0302 "one of several functions"
