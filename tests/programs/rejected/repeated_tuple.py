print((1, 2) * 2)  # error: E0302 "repetition of a tuple"
