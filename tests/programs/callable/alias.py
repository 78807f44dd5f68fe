# Another name for a function.
def square(n):
    return n * n


sq = square
print(sq(5), square(6))
show = print
show("through an alias", 1)
