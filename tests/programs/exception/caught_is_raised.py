def throw(e):
    raise e


first = KeyError("k")
try:
    throw(first)
except KeyError as e:
    again = e
print(again is first, again.args == first.args)
