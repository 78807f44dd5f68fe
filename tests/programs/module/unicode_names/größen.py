def länge(n):
    return "ä" * n
