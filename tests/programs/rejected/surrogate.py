s = "\ud800"  # error: E0114
