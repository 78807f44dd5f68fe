"""The heap: a bump pointer under a limit. Memory is not given back yet.

```text
heap base        top          end           granted
   |  objects     |  free      |  reserve    |
```

The reserve is what the exception needs that says that memory is out, and its
handlers: it is opened, and replaced if the platform has more, when a MemoryError
finds no room for itself.
"""

from rlib import lowlevel as ll
from rlib.io import ll_print_str

top = 0
end = 0
limit = 1073741824


def ll_allocate(size):
    """The address of that many zeroed bytes, a multiple of 8 (hook `allocate`)."""
    global top
    if ll.uint_lt(end - top, size):
        ll_grow(size)
    address = top
    top += size
    return address


def ll_grow(size):
    """Makes room for size bytes, or raises MemoryError."""
    global top, end
    base = ll.platform_heap_base()
    if top == 0:
        top = base
        end = base
    used = top - base
    if size < 0 or size > limit - used:
        ll_out_of_memory()
    goal = used + size
    # More than is asked for, in proportion: few calls in all.
    granted = ll.platform_memory(goal + (goal >> 3) + 131072)
    if granted == 0:
        granted = ll.platform_memory(goal + 65536)
    if granted == 0:
        ll_out_of_memory()
    end = granted - 65536
    if end > base + limit:
        end = base + limit


def ll_out_of_memory():
    """Raises MemoryError, with some room for what comes then."""
    global end
    if end - top < 4096:
        granted = ll.platform_memory(top - ll.platform_heap_base() + 65536)
        if granted == 0:
            ll_print_str(2, "MemoryError\n")
            ll.platform_exit(1)
        end = granted
    raise MemoryError()
