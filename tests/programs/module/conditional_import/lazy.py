print("lazy runs")


def double(n):
    return n * 2
