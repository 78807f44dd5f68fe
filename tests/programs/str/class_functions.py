# What a class has that needs no value, asked for by a value.

print("abc".translate("".maketrans("a", "b")), b"".fromhex("6162"), bytearray().fromhex("63"), b"xa".translate(b"".maketrans(b"x", b"y")))
