t = (1, 2)
del t[0]  # error: E0201 "deletions of items"
