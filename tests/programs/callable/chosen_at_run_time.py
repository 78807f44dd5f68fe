if len(str(12)) == 2:

    def g():
        return "two"

else:

    def g():
        return "other"


print(g())
