# Identifiers that are equal after NFKC are the same.
ﬁle = 5
print(file)
K = "kelvin sign"
print(K)
é = 1
print(é + 1)
