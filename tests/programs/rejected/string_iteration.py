for ch in "text":  # error: E0302
    print(ch)
