with open("file") as f:  # error: E0201
    pass
