print((1, "a") < (1, 2))  # error: E0313 "tuple[int, str] and tuple[int, int]"
