def heappush(xs, x):
    return "mine"
