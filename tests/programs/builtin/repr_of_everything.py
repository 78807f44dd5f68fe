print(repr(1), repr(1.0), repr(True), repr(None), repr("a"), repr((1,)), repr(range(3)), repr(ValueError("v")))
print(str(1), str(1.0), str(True), str(None), str("a"), str((1,)), str(range(3)), str(ValueError("v")))
