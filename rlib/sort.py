"""Sorting: Tim Peters' timsort, after its description in CPython's listsort.txt,
with the order of merges of Munro and Wild's powersort. It is stable, asks `lt`
only, and asks it what CPython 3.11 asks, in the same order: programs can see that.

The keys are compared; where `keyed()` is true the items in a second array move as
they do. `keyed` is ll_keyed or ll_unkeyed, so that one half of the code is left
out. Whatever lt raises, the arrays still hold all items, each once.

The array is taken run by run. The runs that wait for their merge lie on a stack:

```text
state:  how far galloping must pay | number of runs | first, length, power | ...
```
"""

from rlib import lowlevel as ll
from rlib.list import ll_items_reverse, ll_new_items

# The places of a run in the state: 2 + 3 * its number, and on.
# A list of 2**31 items has fewer than 32 runs that wait.


def ll_keyed():
    """There are items beside the keys."""
    return True


def ll_unkeyed():
    """The keys are the items."""
    return False


def ll_list_sort(l, lt, reverse):
    """l.sort(reverse=reverse)."""
    n = l.length
    items = l.items
    empty = ll_take_items(l)
    if n >= 2:
        try:
            ll_sort_either_way(items, items, n, lt, reverse, ll_unkeyed)
        except BaseException:
            ll_turn_back(items, n, reverse)
            ll_put_items_back(l, items, n)
            raise
        ll_turn_back(items, n, reverse)
    ll_end_sort(l, items, n, empty)


def ll_list_sort_by(l, key, keys, lt, reverse):
    """l.sort(key=key, reverse=reverse). keys: any items array of the class of what
    key gives."""
    n = l.length
    items = l.items
    empty = ll_take_items(l)
    try:
        keys = ll_new_items(keys, n)
        for i in range(0, n):
            keys[i] = key(items[i])
    except BaseException:
        ll_put_items_back(l, items, n)
        raise
    if n >= 2:
        try:
            ll_sort_either_way(keys, items, n, lt, reverse, ll_keyed)
        except BaseException:
            ll_turn_back(items, n, reverse)
            ll_put_items_back(l, items, n)
            raise
        ll_turn_back(items, n, reverse)
    ll_end_sort(l, items, n, empty)


def ll_take_items(l):
    """The list is empty while it is being sorted: its items array of that time."""
    empty = ll.new_tail_like(l.items, 0)
    l.items = empty
    l.length = 0
    return empty


def ll_put_items_back(l, items, n):
    """The list has its items again."""
    l.items = items
    l.length = n


def ll_end_sort(l, items, n, empty):
    """The list has its items again; ValueError where lt or key had changed it."""
    changed = not ll.ptr_eq(l.items, empty)
    ll_put_items_back(l, items, n)
    if changed:
        raise ValueError("list modified during sort")


def ll_turn_back(items, n, reverse):
    """The last step of a sort in reverse."""
    if reverse:
        ll_items_reverse(items, 0, n)


def ll_sort_either_way(keys, items, n, lt, reverse, keyed):
    """Sorts; in reverse what is turned round first and will be turned back, so that
    equal items keep their order."""
    if reverse:
        ll_items_reverse(keys, 0, n)
        if keyed():
            ll_items_reverse(items, 0, n)
    ll_sort(keys, items, n, lt, keyed)


def ll_sort(keys, items, n, lt, keyed):
    """Sorts the first n >= 2 keys, and items."""
    length = ll_make_run(keys, items, 0, n, ll_least_run(n), lt, keyed)
    if length < n:
        ll_sort_runs(keys, items, n, length, lt, keyed)


def ll_sort_runs(keys, items, n, length, lt, keyed):
    """The rest of ll_sort, where the first run is not all."""
    least = ll_least_run(n)
    # No merge sets more aside than the shorter of two runs.
    spare = ll.new_tail_like(keys, n >> 1)
    spare_items = ll.new_tail_like(items, n >> 1 if keyed() else 0)
    state = ll.new_tail(ll.IntArray, 128)
    state[0] = 7
    ll_push_run(state, 0, length)
    first = length
    while first < n:
        length = ll_make_run(keys, items, first, n, least, lt, keyed)
        power = ll_power(state[3 * state[1] - 1], state[3 * state[1]], length, n)
        while state[1] > 1 and state[3 * state[1] - 2] > power:
            ll_merge_at(keys, items, spare, spare_items, state, state[1] - 2, lt, keyed)
        state[3 * state[1] + 1] = power
        ll_push_run(state, first, length)
        first += length
    while state[1] > 1:
        i = state[1] - 2
        if i > 0 and state[3 * i] < state[3 * i + 6]:
            i -= 1
        ll_merge_at(keys, items, spare, spare_items, state, i, lt, keyed)


def ll_least_run(n):
    """How long runs are made: between 32 and 64, such that n over it is a power of
    two, or a little less."""
    odd = 0
    while n >= 64:
        odd |= n & 1
        n >>= 1
    return n + odd


def ll_push_run(state, first, length):
    """One more run waits."""
    n = state[1]
    state[3 * n + 2] = first
    state[3 * n + 3] = length
    state[1] = n + 1


def ll_power(first, n1, n2, n):
    """The power of the boundary between a run, and the one of n2 items after it: the
    first binary digit in which their middles differ, as fractions of n (powersort)."""
    a = first + first + n1
    b = a + n1 + n2
    power = 1
    while a >= n or b < n:
        if a >= n:
            a -= n
            b -= n
        a += a
        b += b
        power += 1
    return power


# Runs.


def ll_make_run(keys, items, first, n, least, lt, keyed):
    """The length of the sorted run that begins at first: a natural one, or `least`
    items that are made one."""
    length = ll_natural_run(keys, items, first, n, lt, keyed)
    if length >= least:
        return length
    forced = n - first if n - first < least else least
    ll_insert_all(keys, items, first, first + length, first + forced, lt, keyed)
    return forced


def ll_natural_run(keys, items, first, n, lt, keyed):
    """The length of the run that is there already; a falling one is turned round."""
    i = first + 1
    if i == n:
        return 1
    last = keys[i]
    if not lt(last, keys[first]):
        i += 1
        while i < n:
            x = keys[i]
            if lt(x, last):
                return i - first
            last = x
            i += 1
        return i - first
    i += 1
    while i < n:
        x = keys[i]
        if not lt(x, last):
            break
        last = x
        i += 1
    ll_items_reverse(keys, first, i)
    if keyed():
        ll_items_reverse(items, first, i)
    return i - first


def ll_insert_all(keys, items, first, start, end, lt, keyed):
    """Sorts first to end by binary insertion; up to start they are sorted."""
    while start < end:
        x = keys[start]
        low = first
        high = start
        while low < high:
            middle = low + ((high - low) >> 1)
            if lt(x, keys[middle]):
                high = middle
            else:
                low = middle + 1
        i = start
        while i > low:
            keys[i] = keys[i - 1]
            i -= 1
        keys[low] = x
        if keyed():
            y = items[start]
            ll.copy_items(items, low, items, low + 1, start - low)
            items[low] = y
        start += 1


# Galloping: binary search that looks near a hint first, at distances that double.


def ll_gallop_left(x, keys, first, n, hint, lt):
    """How many of the n sorted keys from first on are less than x: before equal ones."""
    at = first + hint
    last = 0
    step = 1
    if lt(keys[at], x):
        most = n - hint
        while step < most and lt(keys[at + step], x):
            last = step
            step = step + step + 1
        low = hint + last + 1
        high = hint + (most if step > most else step)
    else:
        most = hint + 1
        while step < most and not lt(keys[at - step], x):
            last = step
            step = step + step + 1
        low = hint - (most if step > most else step) + 1
        high = hint - last
    while low < high:
        middle = low + ((high - low) >> 1)
        if lt(keys[first + middle], x):
            low = middle + 1
        else:
            high = middle
    return high


def ll_gallop_right(x, keys, first, n, hint, lt):
    """How many of the n sorted keys from first on are not greater than x: behind
    equal ones."""
    at = first + hint
    last = 0
    step = 1
    if lt(x, keys[at]):
        most = hint + 1
        while step < most and lt(x, keys[at - step]):
            last = step
            step = step + step + 1
        low = hint - (most if step > most else step) + 1
        high = hint - last
    else:
        most = n - hint
        while step < most and not lt(x, keys[at + step]):
            last = step
            step = step + step + 1
        low = hint + last + 1
        high = hint + (most if step > most else step)
    while low < high:
        middle = low + ((high - low) >> 1)
        if lt(x, keys[first + middle]):
            high = middle
        else:
            low = middle + 1
    return high


# Merging.


def ll_merge_at(keys, items, spare, spare_items, state, i, lt, keyed):
    """Merges the waiting run number i with the next."""
    a = state[3 * i + 2]
    n_a = state[3 * i + 3]
    b = state[3 * i + 5]
    n_b = state[3 * i + 6]
    state[3 * i + 3] = n_a + n_b
    if i == state[1] - 3:
        state[3 * i + 5] = state[3 * i + 8]
        state[3 * i + 6] = state[3 * i + 9]
    state[1] -= 1
    # What is in its place already is left there.
    skip = ll_gallop_right(keys[b], keys, a, n_a, 0, lt)
    a += skip
    n_a -= skip
    if n_a == 0:
        return
    n_b = ll_gallop_left(keys[a + n_a - 1], keys, b, n_b, n_b - 1, lt)
    if n_b == 0:
        return
    if n_a <= n_b:
        ll_merge_low(keys, items, spare, spare_items, state, a, n_a, b, n_b, lt, keyed)
    else:
        ll_merge_high(keys, items, spare, spare_items, state, a, n_a, b, n_b, lt, keyed)


def ll_merge_low(keys, items, spare, spare_items, state, a, n_a, b, n_b, lt, keyed):
    """Merges two neighbours from their left ends, with the first of them set aside:

    ```text
    keys:   merged | to  gap of n_a items | b  n_b items |
    spare:  a  n_a items |
    ```
    """
    to = a
    ll.copy_items(keys, a, spare, 0, n_a)
    if keyed():
        ll.copy_items(items, a, spare_items, 0, n_a)
    a = 0
    keys[to] = keys[b]
    if keyed():
        items[to] = items[b]
    to += 1
    b += 1
    n_b -= 1
    try:
        while n_a > 1 and n_b > 0:
            least = state[0]
            won_a = 0
            won_b = 0
            x = spare[a]
            y = keys[b]
            while True:
                if lt(y, x):
                    keys[to] = y
                    if keyed():
                        items[to] = items[b]
                    to += 1
                    b += 1
                    n_b -= 1
                    won_a = 0
                    won_b += 1
                    if n_b == 0 or won_b >= least:
                        break
                    y = keys[b]
                else:
                    keys[to] = x
                    if keyed():
                        items[to] = spare_items[a]
                    to += 1
                    a += 1
                    n_a -= 1
                    won_b = 0
                    won_a += 1
                    if n_a == 1 or won_a >= least:
                        break
                    x = spare[a]
            least += 1
            galloping = n_a > 1 and n_b > 0
            while galloping:
                least -= 1 if least > 1 else 0
                state[0] = least
                won_a = ll_gallop_right(keys[b], spare, a, n_a, 0, lt)
                ll.copy_items(spare, a, keys, to, won_a)
                if keyed():
                    ll.copy_items(spare_items, a, items, to, won_a)
                to += won_a
                a += won_a
                n_a -= won_a
                if n_a <= 1:
                    break
                keys[to] = keys[b]
                if keyed():
                    items[to] = items[b]
                to += 1
                b += 1
                n_b -= 1
                if n_b == 0:
                    break
                won_b = ll_gallop_left(spare[a], keys, b, n_b, 0, lt)
                ll.copy_items(keys, b, keys, to, won_b)
                if keyed():
                    ll.copy_items(items, b, items, to, won_b)
                to += won_b
                b += won_b
                n_b -= won_b
                if n_b == 0:
                    break
                keys[to] = spare[a]
                if keyed():
                    items[to] = spare_items[a]
                to += 1
                a += 1
                n_a -= 1
                galloping = n_a > 1 and (won_a >= 7 or won_b >= 7)
            if n_a > 1 and n_b > 0:
                state[0] = least + 1
    except BaseException:
        ll.copy_items(spare, a, keys, to, n_a)
        if keyed():
            ll.copy_items(spare_items, a, items, to, n_a)
        raise
    # One of a is left, which is behind all of b, or any number where b is empty.
    ll.copy_items(keys, b, keys, to, n_b)
    ll.copy_items(spare, a, keys, to + n_b, n_a)
    if keyed():
        ll.copy_items(items, b, items, to, n_b)
        ll.copy_items(spare_items, a, items, to + n_b, n_a)


def ll_merge_high(keys, items, spare, spare_items, state, a, n_a, b, n_b, lt, keyed):
    """Merges two neighbours from their right ends, with the second set aside. a, b
    and to are the places behind what is left:

    ```text
    keys:   n_a items  a | gap of n_b items  to | merged
    spare:  n_b items  b |
    ```
    """
    to = b + n_b
    ll.copy_items(keys, b, spare, 0, n_b)
    if keyed():
        ll.copy_items(items, b, spare_items, 0, n_b)
    first = a
    a += n_a
    to -= 1
    a -= 1
    n_a -= 1
    keys[to] = keys[a]
    if keyed():
        items[to] = items[a]
    try:
        while n_a > 0 and n_b > 1:
            least = state[0]
            won_a = 0
            won_b = 0
            x = keys[a - 1]
            y = spare[n_b - 1]
            while True:
                if lt(y, x):
                    to -= 1
                    a -= 1
                    keys[to] = x
                    if keyed():
                        items[to] = items[a]
                    n_a -= 1
                    won_b = 0
                    won_a += 1
                    if n_a == 0 or won_a >= least:
                        break
                    x = keys[a - 1]
                else:
                    to -= 1
                    n_b -= 1
                    keys[to] = y
                    if keyed():
                        items[to] = spare_items[n_b]
                    won_a = 0
                    won_b += 1
                    if n_b == 1 or won_b >= least:
                        break
                    y = spare[n_b - 1]
            least += 1
            galloping = n_a > 0 and n_b > 1
            while galloping:
                least -= 1 if least > 1 else 0
                state[0] = least
                won_a = n_a - ll_gallop_right(spare[n_b - 1], keys, first, n_a, n_a - 1, lt)
                to -= won_a
                a -= won_a
                n_a -= won_a
                ll.copy_items(keys, a, keys, to, won_a)
                if keyed():
                    ll.copy_items(items, a, items, to, won_a)
                if n_a == 0:
                    break
                to -= 1
                n_b -= 1
                keys[to] = spare[n_b]
                if keyed():
                    items[to] = spare_items[n_b]
                if n_b == 1:
                    break
                won_b = n_b - ll_gallop_left(keys[a - 1], spare, 0, n_b, n_b - 1, lt)
                to -= won_b
                n_b -= won_b
                ll.copy_items(spare, n_b, keys, to, won_b)
                if keyed():
                    ll.copy_items(spare_items, n_b, items, to, won_b)
                if n_b <= 1:
                    break
                to -= 1
                a -= 1
                n_a -= 1
                keys[to] = keys[a]
                if keyed():
                    items[to] = items[a]
                galloping = n_a > 0 and (won_a >= 7 or won_b >= 7)
            if n_a > 0 and n_b > 1:
                state[0] = least + 1
    except BaseException:
        ll.copy_items(spare, 0, keys, to - n_b, n_b)
        if keyed():
            ll.copy_items(spare_items, 0, items, to - n_b, n_b)
        raise
    # One of b is left, which is before all of a, or any number where a is empty.
    ll.copy_items(keys, first, keys, to - n_a, n_a)
    ll.copy_items(spare, 0, keys, to - n_a - n_b, n_b)
    if keyed():
        ll.copy_items(items, first, items, to - n_a, n_a)
        ll.copy_items(spare_items, 0, items, to - n_a - n_b, n_b)
