print(str(), str(1), str(-1.5), str(True), str(None), str("text"), str(""), str((1, "a")), repr("x"))
print(str(1) + str(2), repr(repr("a")), str(str(1.0)) + "!", len(str(12345)), len(repr("\n")))
