a = [1, 2]  # error: E0201
b = {"k": 1}  # error: E0201
c = {1, 2}  # error: E0201
