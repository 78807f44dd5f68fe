def never_called():
    return missing  # error: E0220 "missing"
