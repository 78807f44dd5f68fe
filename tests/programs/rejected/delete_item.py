t = (1, 2)
del t[0]  # error: E0320 "cannot be deleted"
