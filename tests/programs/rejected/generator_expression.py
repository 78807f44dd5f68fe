d = (x for x in range(3))  # error: E0201 "generator expressions"
