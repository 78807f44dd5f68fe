# The index of a method must be an int.
xs = [1, 2]
xs.pop("x")  # error: E0317 "`pop` has no meaning for str"
xs.insert(None, 3)  # error: E0317 "`insert` has no meaning for None"
