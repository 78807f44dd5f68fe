print(sum((1, 2, 3)), sum((1, 2.5, True)), sum(()), sum((1, 2), 10), sum((0.1, 0.2, 0.3)))
