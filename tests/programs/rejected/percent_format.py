print("%d items" % 3)  # error: E0302
