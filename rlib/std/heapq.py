"""The heap queue: a list with heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2] for all
k, by J. W. J. Williams's algorithm; removal as Knuth has it (volume 3, exercise 5.2.3-18):
the hole goes down to a leaf, and what is put there comes up again."""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def heappush(heap, item, /):
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    if len(heap) == 0:
        raise IndexError("index out of range")
    last = heap.pop()
    if len(heap) == 0:
        return last
    least = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return least


def heapreplace(heap, item, /):
    if len(heap) == 0:
        raise IndexError("index out of range")
    least = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return least


def heappushpop(heap, item, /):
    if len(heap) == 0 or not heap[0] < item:
        return item
    least = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return least


def heapify(heap, /):
    for i in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, i)


class _Head:
    """The first item of what is left of an iterable."""

    def __init__(self, key, order, item, others, reverse):
        self.key = key
        self.order = order
        self.item = item
        self.others = others
        self.reverse = reverse

    def __lt__(self, other):
        if self.reverse:
            before, behind = other.key < self.key, self.key < other.key
        else:
            before, behind = self.key < other.key, other.key < self.key
        return before or not behind and self.order < other.order


def merge(*iterables, key=None, reverse=False):
    heads = []
    for iterable in iterables:
        others = iter(iterable)
        for x in others:
            heads.append(_Head(x if key is None else key(x), len(heads), x, others, reverse))
            break
    heapify(heads)
    while len(heads) > 0:
        head = heads[0]
        yield head.item
        for x in head.others:
            head.key = x if key is None else key(x)
            head.item = x
            _sink(heads, 0)
            break
        else:
            heappop(heads)


def nsmallest(n, iterable, key=None):
    worst_first = []
    order = 0
    for x in iterable:
        k = x if key is None else key(x)
        entry = (k, order, x)
        order += 1
        if len(worst_first) < n:
            worst_first.append(entry)
            _rise_among_smallest(worst_first, len(worst_first) - 1)
        elif n > 0 and k < worst_first[0][0]:
            worst_first[0] = entry
            _sink_among_smallest(worst_first)
    worst_first.sort()
    return [x for _, _, x in worst_first]


def nlargest(n, iterable, key=None):
    worst_first = []
    order = 0
    for x in iterable:
        k = x if key is None else key(x)
        entry = (k, order, x)
        order -= 1
        if len(worst_first) < n:
            heappush(worst_first, entry)
        elif n > 0 and worst_first[0][0] < k:
            heapreplace(worst_first, entry)
    worst_first.sort(reverse=True)
    return [x for _, _, x in worst_first]


def _rise(heap, top, hole):
    """Moves an item up, towards `top`, until its parent is not greater."""
    item = heap[hole]
    while hole > top:
        parent = (hole - 1) >> 1
        above = heap[parent]
        if not item < above:
            break
        heap[hole] = above
        hole = parent
    heap[hole] = item


def _sink(heap, top):
    """Moves an item down to where it belongs, by way of a leaf."""
    end = len(heap)
    item = heap[top]
    hole = top
    child = 2 * hole + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[hole] = heap[child]
        hole = child
        child = 2 * hole + 1
    heap[hole] = item
    _rise(heap, top, hole)


def _rise_among_smallest(heap, hole):
    """`_rise` in a heap whose greatest is on top."""
    item = heap[hole]
    while hole > 0:
        parent = (hole - 1) >> 1
        if not heap[parent] < item:
            break
        heap[hole] = heap[parent]
        hole = parent
    heap[hole] = item


def _sink_among_smallest(heap):
    """`_sink` from the top of a heap whose greatest is there."""
    end = len(heap)
    item = heap[0]
    hole = 0
    child = 1
    while child < end:
        if child + 1 < end and heap[child] < heap[child + 1]:
            child += 1
        if not item < heap[child]:
            break
        heap[hole] = heap[child]
        hole = child
        child = 2 * hole + 1
    heap[hole] = item
