"""The collector against a model: random programs change objects in flat memory and
Python objects alike, and what can be reached must be the same."""

import itertools
import random
import unittest

from rlib import gc, lowlevel as ll

CELLS = {
    name: value
    for name, value in vars(gc).items()
    if not name.startswith("_") and isinstance(value, int)
}

# Name: bytes of other fields before or behind the references, number of references,
# item size (0: no tail), is the tail one of references?
SHAPES = [
    ("leaf", 4, 0, 0, False),
    ("pair", 4, 2, 0, False),
    ("boxed", 8, 1, 0, False),
    ("text", 4, 0, 1, False),
    ("ints", 0, 0, 8, False),
    ("array", 0, 0, None, True),
    ("node", 8, 2, None, True),
    ("index", 4, 1, 1, False),
    ("apart", 8, 2, 0, False),
    ("long", 4, 30, 0, False),
]
ROWS = 16
STACK = 1024
N_ROOTS = 24
STATICS = 4096
N_STATICS = 5


class Object:
    """The model's object: its shape, a number, references and other bytes."""

    def __init__(self, shape, n_items, serial):
        self.shape = shape
        self.serial = serial
        references, is_reference = SHAPES[shape][2], SHAPES[shape][4]
        self.n_items = n_items
        self.references = [None] * (references + (n_items if is_reference else 0))


class Heap(unittest.TestCase):
    def begin(self, pointer, **cells):
        ll.reset()
        for name, value in {**CELLS, **cells}.items():
            setattr(gc, name, value)
        platform = ll.platform
        platform.pointer_size = self.pointer = pointer
        platform.struct_rows = ROWS
        platform.roots_begin = STACK
        platform.roots_end = STACK + 8 + N_ROOTS * pointer
        platform.n_watched_statics = N_STATICS
        self.roots = [None] * N_ROOTS
        self.serial = 0
        ll.store_u32(ROWS + 4, 8 * len(SHAPES))
        for i in range(len(SHAPES)):
            fixed, info = self.row(i)
            ll.store_u32(ROWS + 8 + 8 * i, fixed)
            ll.store_u32(ROWS + 12 + 8 * i, info)
        self.statics = []
        for i in range(N_STATICS):
            self.statics.append((STATICS + 128 * i, self.make(STATICS + 128 * i, 6, 5)))
            ll.store_u32(STATICS + 128 * i, 6 | 1 << 24)

    def first(self, shape):
        return 8 if self.pointer == 8 or SHAPES[shape][3] != 0 else 4

    def offset(self, shape, i):
        """Of a reference among the fields, behind the first. Those of "apart" have
        something else between them."""
        return (i + (i > 0)) * self.pointer if SHAPES[shape][0] == "apart" else i * self.pointer

    def row(self, shape):
        _, others, references, item, is_reference = SHAPES[shape]
        item = self.pointer if item is None else item
        fixed = self.first(shape) + references * self.pointer + others
        if item:
            fixed = fixed + item - 1 & -item
        offsets = [self.first(shape) + self.offset(shape, i) for i in range(references)]
        if references > 24:
            info = references * self.pointer << 6 | (32 if self.first(shape) == 8 else 0) | 4
        else:
            info = sum(1 << (at // self.pointer - 1) for at in offsets) << 5
        if item:
            info |= 16 | item.bit_length() - 1 | (8 if is_reference else 0)
        return fixed, info

    def size(self, shape, n):
        fixed, info = self.row(shape)
        return fixed + (n << (info & 3) if info & 16 else 0) + 7 & -8

    def make(self, address, shape, n):
        """Writes the header; the serial number goes where there is room for it."""
        self.serial += 1
        ll.store_u32(address, shape)
        if SHAPES[shape][3] != 0:
            ll.store_u32(address + 4, n)
        made = Object(shape, n, self.serial)
        place = self.serial_place(address, made)
        if place:
            ll.store_u32(place, made.serial)
        return made

    def serial_place(self, address, made):
        _, others, references, item, is_reference = SHAPES[made.shape]
        if SHAPES[made.shape][0] == "apart":
            return address + self.first(made.shape) + self.pointer
        if others >= 4:
            return address + self.first(made.shape) + references * self.pointer
        return address + self.row(made.shape)[0] if item == 8 and made.n_items else 0

    def new(self, root, shape, n, allocate=None):
        size = self.size(shape, n)
        address = (allocate or gc.ll_allocate)(size)
        self.assertEqual(bytes(ll.platform.bytes[address : address + size]), bytes(size))
        self.assertEqual(address & 7, 0)
        made = self.make(address, shape, n)
        self.set_root(root, address, made)

    def set_root(self, root, address, made):
        ll.store_ptr(STACK + 8 + root * self.pointer, address)
        self.roots[root] = made

    def root(self, root):
        return ll.load_ptr(STACK + 8 + root * self.pointer)

    def slot(self, address, made, i):
        references = SHAPES[made.shape][2]
        if i < references:
            return address + self.first(made.shape) + self.offset(made.shape, i)
        return address + self.row(made.shape)[0] + (i - references) * self.pointer

    def write(self, address, made, i, target_address, target):
        """As compiled code does it, with the barrier."""
        ll.store_ptr(self.slot(address, made, i), target_address)
        made.references[i] = target
        if ll.load_u32(address) >> 24:
            references = SHAPES[made.shape][2]
            if i < references:
                gc.ll_remember(address)
            else:
                gc.ll_remember_item(address, i - references)

    def check(self):
        """All that can be reached is what the model says, and nothing lies on another."""
        todo = [(self.root(i), made) for i, made in enumerate(self.roots)] + list(self.statics)
        seen = {}
        while todo:
            address, made = todo.pop()
            if made is None:
                self.assertEqual(address, 0)
                continue
            if address in seen:
                self.assertIs(seen[address], made)
                continue
            seen[address] = made
            self.assertEqual(ll.load_u32(address) & 0xFFFFFF, made.shape)
            if SHAPES[made.shape][3] != 0:
                self.assertEqual(ll.load_u32(address + 4), made.n_items)
            place = self.serial_place(address, made)
            if place:
                self.assertEqual(ll.load_u32(place), made.serial)
            for i, target in enumerate(made.references):
                todo.append((ll.load_ptr(self.slot(address, made, i)), target))
        end = 0
        for address in sorted(seen):
            self.assertGreaterEqual(address, end)
            end = address + self.size(seen[address].shape, seen[address].n_items)
        return seen

    def step(self, rng, large):
        kind = rng.randrange(20)
        i, j = rng.randrange(N_ROOTS), rng.randrange(N_ROOTS)
        if kind < 9:
            shape = rng.randrange(len(SHAPES))
            n = rng.choice((0, 1, 2, 5, 30)) if rng.randrange(large) else rng.randrange(1500)
            self.new(i, shape, n)
        elif kind < 13:
            address, made = (self.root(i), self.roots[i]) if rng.randrange(8) else rng.choice(self.statics)
            if made and made.references:
                k = rng.randrange(len(made.references))
                self.write(address, made, k, self.root(j), self.roots[j])
        elif kind < 17:
            made = self.roots[j]
            if made and made.references:
                k = rng.randrange(len(made.references))
                self.set_root(i, ll.load_ptr(self.slot(self.root(j), made, k)), made.references[k])
        elif kind < 19:
            self.set_root(i, 0, None)
        else:
            self.new(i, 1, 0, gc.ll_allocate_reserve)


class RandomTest(Heap):
    def run_random(self, seed, steps, large, pointer, **cells):
        rng = random.Random(seed)
        self.begin(pointer, **cells)
        for k in range(steps):
            self.step(rng, large)
            if k % 500 == 0:
                self.check()
        self.check()

    def test_random(self):
        for seed, pointer in itertools.product(range(3), (4, 8)):
            self.run_random(seed, 6000, 100, pointer, nursery_size=16384)

    def test_small_nursery(self):
        # The stack of pending references overflows, and so does what is remembered.
        for seed, pointer in itertools.product(range(3), (4, 8)):
            self.run_random(seed, 4000, 30, pointer, nursery_size=256, spare=0)

    def test_stress(self):
        for seed, pointer in itertools.product(range(2), (4, 8)):
            self.run_random(seed, 1500, 100, pointer, stress=7)


class CheckTest(Heap):
    def test_nothing_is_wrong(self):
        for seed, pointer in itertools.product(range(2), (4, 8)):
            RandomTest.run_random(self, seed, 4000, 60, pointer, nursery_size=4096, checks=1)

    def broken(self, harm, how):
        self.begin(8, nursery_size=4096, checks=1)
        for k in range(40):
            self.new(k % N_ROOTS, 1, 0)
        gc.full_at = 0
        gc.ll_collect(0)
        self.new(0, 1, 0)
        harm()
        gc.full_at = 0
        with self.assertRaises(ll.PlatformExit):
            gc.ll_collect(0)
        self.assertEqual(bytes(ll.platform.written[2]), f"the heap is broken: {how}\n".encode())

    def test_a_barrier_that_is_missing(self):
        slot = lambda: self.slot(self.root(1), self.roots[1], 0)
        self.broken(
            lambda: ll.store_ptr(slot(), self.root(0)), "an old object refers to a young one, and nobody was told"
        )

    def test_a_header_that_is_overwritten(self):
        self.broken(lambda: ll.store_u32(self.root(1), 16777216 | 900), "an object of no struct")

    def test_room(self):
        """Room is taken, forgotten, and goes with the next collection."""
        for pointer in (4, 8):
            self.begin(pointer, nursery_size=4096, checks=1)
            for n in (100, 5000):
                self.new(0, 3, n)
                object = self.root(0)
                self.assertFalse(gc.ll_take_room(object, n + 1, 3))
                gc.ll_leave_room(object, 10, 3)
                self.assertTrue(gc.ll_take_room(object, 40, 3))
                self.assertFalse(gc.ll_take_room(object, n + 9, 3))
                self.assertTrue(gc.ll_take_room(object, 50, 3))
                gc.ll_forget_room(object, 3)
                self.assertFalse(gc.ll_take_room(object, 60, 3))
                gc.ll_forget_room(0, 3)
                self.set_root(0, 0, None)
                gc.full_at = 0
                gc.ll_collect(0)
                self.check()


class ShapeTest(Heap):
    def test_long_list(self):
        """Depth is no matter, whichever of two references goes on."""
        for link, other in ((0, 1), (1, 0)):
            self.begin(8, nursery_size=4096, spare=0)
            for k in range(3000):
                self.new(1, 1, 0)
                self.new(2, 1, 0)
                self.write(self.root(2), self.roots[2], link, self.root(0), self.roots[0])
                self.write(self.root(2), self.roots[2], other, self.root(1), self.roots[1])
                self.set_root(0, self.root(2), self.roots[2])
            gc.full_at = 0
            gc.ll_collect(0)
            self.assertGreaterEqual(len(self.check()), 6000)

    def test_garbage_goes(self):
        self.begin(8, nursery_size=16384)
        for k in range(20000):
            self.new(k % N_ROOTS, 3, 100)
        self.check()
        # The nursery, at most 4 nurseries of old objects, tables, and what is asked for at once.
        self.assertLess(ll.platform.memory, 8 * 16384 + 131072)

    def test_twice_what_lives(self):
        self.begin(8, nursery_size=16384)
        self.new(0, 5, 2000)
        for k in range(20000):
            self.new(1, 3, 500)
            self.write(self.root(0), self.roots[0], k * 7 % 2000, self.root(1), self.roots[1])
        live = sum(self.size(o.shape, o.n_items) for o in self.check().values())
        used = gc.old_top - ll.HEAP_BASE
        self.assertLess(used, 2 * live + 2 * 16384)
        self.assertLess(gc.dirty - ll.HEAP_BASE, 2.1 * live + 2 * 16384)

    def test_large_objects(self):
        self.begin(8, nursery_size=16384)
        for k in range(300):
            self.new(0, 5, 6000)
            self.new(1, 0, 0)
            self.write(self.root(0), self.roots[0], k, self.root(1), self.roots[1])
            for i in range(3):
                self.new(1, 3, 1500)
            self.check()
        self.assertLess(gc.dirty - ll.HEAP_BASE, 6 * 48000 + 8 * 16384)

    def test_written_items_of_long_arrays(self):
        self.begin(8, nursery_size=16384)
        self.new(0, 5, 6000)
        for k in range(6000):
            self.new(1, 0, 0)
            self.write(self.root(0), self.roots[0], k, self.root(1), self.roots[1])
            # An entry finds room even where objects fill the nursery to its end.
            self.assertFalse(gc.missed)
        self.check()


class LimitTest(Heap):
    def test_limit(self):
        self.begin(8, limit=1 << 20)
        for size in (1 << 20 | 8, 1 << 40, (1 << 63) - 8, -8):
            self.assertRaises(MemoryError, gc.ll_allocate, size)
        self.new(0, 5, 2000)
        for again in range(5):
            stored = 0
            with self.assertRaises(MemoryError):
                for k in range(2000):
                    self.new(1, 3, 1000)
                    self.write(self.root(0), self.roots[0], k, self.root(1), self.roots[1])
                    stored += 1008
            self.assertTrue(stored > 600000 or again)
            self.assertLess(stored, 1 << 20)
            # There is room for the exception and its handlers, each time anew.
            self.new(2, 3, 1000)
            self.check()
        # And when something is given up, for much.
        self.set_root(0, 0, None)
        self.new(0, 3, 500000)
        self.check()

    def test_too_large_for_the_rest(self):
        self.begin(8, limit=1 << 20)
        self.new(0, 3, 500000)
        self.assertRaises(MemoryError, self.new, 1, 3, 500000)
        self.new(1, 3, 100000)
        self.set_root(0, 0, None)
        self.new(0, 3, 500000)
        self.check()

    def test_no_memory(self):
        self.begin(8, nursery_size=1 << 19)
        ll.platform.memory_limit = 1 << 21
        self.new(0, 5, 2000)
        with self.assertRaises(MemoryError):
            for k in range(2000):
                self.new(1, 3, 2000)
                self.write(self.root(0), self.roots[0], k, self.root(1), self.roots[1])
        self.check()
        self.set_root(0, 0, None)
        self.new(0, 3, 500000)
        self.check()
        with self.assertRaises(ll.PlatformExit):
            self.new(0, 5, 8000)
            for k in range(8000):
                try:
                    self.new(1, 3, 2000)
                except MemoryError:
                    self.new(1, 3, 1000)
                self.write(self.root(0), self.roots[0], k, self.root(1), self.roots[1])
        self.assertEqual(bytes(ll.platform.written[2]), b"MemoryError\n")


if __name__ == "__main__":
    unittest.main()
