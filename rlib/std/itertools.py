"""Iterators that are made of others: generators."""

__all__ = [
    "accumulate",
    "chain",
    "combinations",
    "combinations_with_replacement",
    "compress",
    "count",
    "cycle",
    "dropwhile",
    "filterfalse",
    "groupby",
    "islice",
    "pairwise",
    "permutations",
    "product",
    "repeat",
    "starmap",
    "takewhile",
    "tee",
    "zip_longest",
]


def count(start=0, step=1):
    n = start
    while True:
        yield n
        n = n + step


def cycle(iterable, /):
    items = []
    for x in iterable:
        yield x
        items.append(x)
    while len(items) > 0:
        for x in items:
            yield x


def repeat(object, times=None):
    if times is None:
        while True:
            yield object
    else:
        for _ in range(times):
            yield object


def accumulate(iterable, func=None, *, initial=None):
    if initial is None:
        is_first = True
        for x in iterable:
            if is_first:
                total = x
                is_first = False
            elif func is None:
                total = total + x
            else:
                total = func(total, x)
            yield total
    else:
        total = initial
        yield total
        for x in iterable:
            total = total + x if func is None else func(total, x)
            yield total


def chain(*iterables):
    for iterable in iterables:
        for x in iterable:
            yield x


def chain_from_iterable(iterable, /):
    """`chain.from_iterable`"""
    for inner in iterable:
        for x in inner:
            yield x


def compress(data, selectors):
    for x, wanted in zip(data, selectors):
        if wanted:
            yield x


def dropwhile(predicate, iterable, /):
    dropping = True
    for x in iterable:
        if dropping and predicate(x):
            continue
        dropping = False
        yield x


def takewhile(predicate, iterable, /):
    for x in iterable:
        if not predicate(x):
            break
        yield x


def filterfalse(function, iterable, /):
    for x in iterable:
        if not (x if function is None else function(x)):
            yield x


def starmap(function, iterable, /):
    for args in iterable:
        yield function(*args)


def pairwise(iterable, /):
    is_first = True
    for x in iterable:
        if is_first:
            is_first = False
        else:
            yield before, x
        before = x


def islice(iterable, start, /, *more):
    if len(more) == 0:
        return _islice(iterable, 0, _bound(start), 1)
    stop = _bound(more[0])
    first = 0 if start is None else start
    if len(more) == 1:
        step = 1
    else:
        step = 1 if more[1] is None else more[1]
    if first < 0:
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iterable, first, stop, step)


def _bound(stop):
    """Where to stop; -1: nowhere."""
    if stop is None:
        return -1
    if stop < 0:
        raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    return stop


def _islice(iterable, start, stop, step):
    """What lies before `stop` is taken of the iterable, and nothing behind it."""
    items = iter(iterable)
    at = 0
    wanted = start
    while True:
        while at < wanted:
            is_there = False
            for _ in items:
                is_there = True
                break
            if not is_there:
                return
            at += 1
        if 0 <= stop <= at:
            return
        is_there = False
        for x in items:
            is_there = True
            break
        if not is_there:
            return
        at += 1
        yield x
        wanted += step
        if 0 <= stop < wanted:
            wanted = stop


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    items = iter(iterable)
    seen = []
    return tuple([_replay(items, seen) for _ in range(n)])


def _replay(items, seen):
    """What is in `seen`, and then what is taken of `items` first by this one."""
    at = 0
    while True:
        if at == len(seen):
            is_there = False
            for x in items:
                is_there = True
                seen.append(x)
                break
            if not is_there:
                return
        yield seen[at]
        at += 1


def zip_longest(*iterables, fillvalue=None):
    if len(iterables) == 2:
        return _zip_two(iterables[0], iterables[1], fillvalue)
    return _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _zip_two(first, second, fillvalue):
    others = iter(second)
    ended = False
    for x in first:
        y = fillvalue
        if not ended:
            ended = True
            for z in others:
                y = z
                ended = False
                break
        yield x, y
    if not ended:
        for y in others:
            yield fillvalue, y


def _zip_longest(iterators, fillvalue):
    ended = [False for _ in iterators]
    left = len(iterators)
    while left > 0:
        row = []
        for i in range(len(iterators)):
            item = fillvalue
            if not ended[i]:
                ended[i] = True
                for x in iterators[i]:
                    item = x
                    ended[i] = False
                    break
                if ended[i]:
                    left -= 1
            row.append(item)
        if left == 0:
            return
        yield tuple(row)


def product(*iterables, repeat=None):
    if repeat is None and len(iterables) == 2:
        return _product_of_two(list(iterables[0]), list(iterables[1]))
    if repeat is None and len(iterables) == 3:
        return _product_of_three(list(iterables[0]), list(iterables[1]), list(iterables[2]))
    pools = [list(iterable) for iterable in iterables]
    if repeat is not None:
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        pools = pools * repeat
    return _product(pools)


def _product_of_two(a, b):
    for x in a:
        for y in b:
            yield x, y


def _product_of_three(a, b, c):
    for x in a:
        for y in b:
            for z in c:
                yield x, y, z


def _product(pools):
    n = len(pools)
    for pool in pools:
        if len(pool) == 0:
            return
    places = [0] * n
    while True:
        yield tuple([pools[i][places[i]] for i in range(n)])
        i = n - 1
        while i >= 0 and places[i] == len(pools[i]) - 1:
            places[i] = 0
            i -= 1
        if i < 0:
            return
        places[i] += 1


def permutations(iterable, r=None):
    pool = list(iterable)
    if r is None:
        return _permutations(pool, len(pool))
    if r < 0:
        raise ValueError("r must be non-negative")
    return _permutations(pool, r)


def _permutations(pool, r):
    """In lexicographic order of the places. The places behind the first r are in order, and
    so are the choices that are left for each of these."""
    n = len(pool)
    if r > n:
        return
    places = list(range(n))
    while True:
        yield tuple([pool[places[i]] for i in range(r)])
        i = r - 1
        while i >= 0:
            # The least of those behind that is greater takes the place.
            j = -1
            for k in range(max(r, i + 1), n):
                if places[k] > places[i] and (j < 0 or places[k] < places[j]):
                    j = k
            for k in range(i + 1, r):
                if places[k] > places[i] and (j < 0 or places[k] < places[j]):
                    j = k
            if j >= 0:
                places[i], places[j] = places[j], places[i]
                rest = sorted(places[i + 1 :])
                for k in range(len(rest)):
                    places[i + 1 + k] = rest[k]
                break
            i -= 1
        if i < 0:
            return


def combinations(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(list(iterable), r)


def _combinations(pool, r):
    n = len(pool)
    if r > n:
        return
    places = list(range(r))
    while True:
        yield tuple([pool[i] for i in places])
        i = r - 1
        while i >= 0 and places[i] == i + n - r:
            i -= 1
        if i < 0:
            return
        places[i] += 1
        for j in range(i + 1, r):
            places[j] = places[j - 1] + 1


def combinations_with_replacement(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations_with_replacement(list(iterable), r)


def _combinations_with_replacement(pool, r):
    n = len(pool)
    if n == 0 and r > 0:
        return
    places = [0] * r
    while True:
        yield tuple([pool[i] for i in places])
        i = r - 1
        while i >= 0 and places[i] == n - 1:
            i -= 1
        if i < 0:
            return
        following = places[i] + 1
        for j in range(i, r):
            places[j] = following


def groupby(iterable, key=None):
    """The group that was given last ends where the next one begins; whoever asks for the next
    one has what is left of it taken away."""
    items = iter(iterable)
    # The item that was taken last and its key, where it belongs to no group that was given.
    waiting = []
    ended = [False]
    number = [0]
    while True:
        if len(waiting) == 0 and not ended[0]:
            for x in items:
                waiting.append((x if key is None else key(x), x))
                break
        if len(waiting) == 0:
            return
        k = waiting[0][0]
        number[0] += 1
        mine = number[0]
        yield k, _group(items, key, k, waiting, ended, number, mine)
        # What is left of the group.
        while not ended[0] and (len(waiting) == 0 or waiting[0][0] == k):
            waiting.clear()
            ended[0] = True
            for x in items:
                waiting.append((x if key is None else key(x), x))
                ended[0] = False
                break
        if ended[0] and len(waiting) > 0 and waiting[0][0] == k:
            waiting.clear()


def _group(items, key, k, waiting, ended, number, mine):
    while number[0] == mine:
        if len(waiting) == 0:
            if ended[0]:
                return
            ended[0] = True
            for x in items:
                waiting.append((x if key is None else key(x), x))
                ended[0] = False
                break
            if ended[0]:
                return
        if not waiting[0][0] == k:
            return
        x = waiting[0][1]
        waiting.clear()
        yield x
