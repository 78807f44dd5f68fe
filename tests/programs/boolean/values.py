print(True, False, not True, not False, str(True), repr(False), f"{True}")
print(bool(), bool(0), bool(1), bool(-1), bool(0.0), bool(-0.0), bool(0.1), bool(""), bool("0"), bool(None))
print(bool(()), bool((0,)), bool((None, None)))
nan = 1e309 - 1e309
print(bool(nan), bool(5e-324))
