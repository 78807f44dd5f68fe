print(sum(range(101)))  # error: E0302 "`sum` of this"
