print(range(3) == range(0, 3), range(0) == range(5, 0), range(0, 3, 2) == range(0, 4, 2), range(3) != range(4))
