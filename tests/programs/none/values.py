print(None, str(None), repr(None), f"{None}", f"{None!r}")
print(None == None, None != None, None is None, None is not None, not None)
print(None == 0, None == False, None == "", None != 0, 0 == None)
print((None, None), (None,) == (None,))
