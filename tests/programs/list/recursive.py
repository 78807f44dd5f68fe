xs = [1]
xs.append(xs)
print(xs, len(xs), xs[1][1][0])


def depth(tree):
    if isinstance(tree, int):
        return 0
    return 1 + max([depth(t) for t in tree], default=0)


tree = [1, [2, [3, []]], 4]
print(tree, depth(tree))


def total(t):
    return t if isinstance(t, int) else sum(total(x) for x in t)


print(total(tree))
