for ch in "text":  # error: E????
    print(ch)
