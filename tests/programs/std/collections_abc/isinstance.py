from collections.abc import Callable, Iterable, Iterator, Sequence, Mapping, Hashable, Sized, MutableMapping, Set, Generator, Container, Collection
import collections.abc
from typing import Optional

Handler = Callable[[int], str]
Table = dict[str, Handler]

def apply(f: Callable[[int], int], xs: Iterable[int]) -> list[int]:
    return [f(x) for x in xs]

def gen() -> Iterator[int]:
    yield 1

class HasIter:
    def __iter__(self):
        return iter([1])
class Box:
    def __len__(self):
        return 1
    def __contains__(self, x):
        return True
    def __eq__(self, other):
        return True
class Fn:
    def __call__(self):
        return 1

print(apply(lambda x: x + 1, [1, 2]))
for x in ([1], (1,), "a", {1}, {1: 2}, 3, None, len, HasIter(), Box(), Fn(), range(3), b"a", frozenset()):
    print(isinstance(x, Iterable), isinstance(x, Sequence), isinstance(x, Mapping), isinstance(x, Hashable), isinstance(x, Sized), isinstance(x, Callable), isinstance(x, Set), isinstance(x, Container), isinstance(x, Collection))
print(isinstance(gen(), Generator), isinstance(gen(), Iterator), isinstance([], Iterator))
print(isinstance(3, (Iterable, str)), isinstance("a", (Iterable, int)))
def flatten(x):
    for item in x:
        if isinstance(item, collections.abc.Iterable) and not isinstance(item, (str, bytes)):
            yield from flatten(item)
        else:
            yield item
print(list(flatten([1, [2, [3, "ab"]], (4,)])))


def kind(x):
    if isinstance(x, Mapping):
        return "mapping"
    if isinstance(x, Sequence):
        return "sequence"
    if isinstance(x, Callable):
        return "callable"
    return "other"


from collections import ChainMap, Counter, OrderedDict, defaultdict, deque

print([kind(x) for x in (Counter(), defaultdict(int), deque(), {}, [], "", OrderedDict(), 3, len)], kind(ChainMap()))
print(issubclass(deque, Sequence), issubclass(list, Sequence), issubclass(dict, Mapping), issubclass(int, Iterable))
