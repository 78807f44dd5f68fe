def look(key):
    raise KeyError(key)


look("the key")
