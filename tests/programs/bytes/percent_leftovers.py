# What may be left over by `%`.
def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
attempt(lambda: b"a" % ["a"])
attempt(lambda: b"a" % {})
attempt(lambda: b"a" % {"k": 1})
attempt(lambda: b"a" % 5)
attempt(lambda: "a" % ["a"])
attempt(lambda: "a" % "a")
