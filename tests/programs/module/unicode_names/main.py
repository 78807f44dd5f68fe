import größen

print(größen.länge(2))
