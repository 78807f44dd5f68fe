with open("file") as f:  # error: E0302 "`open`"
    pass
