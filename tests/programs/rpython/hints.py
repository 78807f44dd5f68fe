
from rlib.objectmodel import specialize, we_are_translated, always_inline, not_rpython, enforceargs, compute_hash, newlist_hint, resizelist_hint, keepalive_until_here
from rlib import jit
from rlib.jit import JitDriver, elidable, unroll_safe, promote, hint, we_are_jitted
from rpython.rlib.rbigint import rbigint
from rpython.rlib.rstring import StringBuilder, UnicodeBuilder, split, rsplit, replace, startswith, endswith, strip_spaces, ParseStringError
from rpython.rlib.debug import ll_assert, check_nonneg, make_sure_not_resized, debug_print, debug_start, debug_stop, have_debug_prints
from rpython.rlib.unroll import unrolling_iterable

def location(pc, code):
    return "%d %s" % (pc, code)

driver = JitDriver(greens=["pc", "code"], reds=["stack"], get_printable_location=location)

class Stack(object):
    _immutable_fields_ = ["size"]
    _virtualizable_ = ["items[*]", "top"]

    @unroll_safe
    def __init__(self, size):
        self.items = [0] * size
        self.top = 0
        self.size = size

    @always_inline
    def push(self, x):
        self.items[self.top] = x
        self.top += 1

    @jit.dont_look_inside
    def pop(self):
        self.top -= 1
        return self.items[self.top]

@elidable
def square(n):
    return n * n

@specialize.arg(0)
def apply(f, x):
    return f(x)

@specialize.argtype(0)
def first(xs):
    return xs[0]

@enforceargs(int, int)
def add(a, b):
    return a + b

def run(code):
    stack = Stack(10)
    pc = 0
    while pc < len(code):
        driver.jit_merge_point(pc=pc, code=code, stack=stack)
        c = code[pc]
        if c == "+":
            stack.push(add(stack.pop(), stack.pop()))
        elif c == "s":
            stack.push(apply(square, stack.pop()))
        else:
            stack.push(promote(ord(c) - 48))
        pc += 1
        driver.can_enter_jit(pc=pc, code=code, stack=stack)
    return stack.pop()

print(run("12+3+s"), first([1, 2]), first("ab"), we_are_jitted())
a = rbigint.fromint(2).pow(rbigint.fromint(100))
print(a.str(), a.add(rbigint.fromint(1)).mod(rbigint.fromint(1000)).toint(), a.gt(rbigint.fromint(5)), a.bit_length(), a.repr())
try:
    a.toint()
except OverflowError as e:
    print(e)
b = StringBuilder()
b.append("abc")
b.append_slice("hello", 1, 3)
b.append_multiple_char("x", 3)
print(b.build(), b.getlength(), split("a b c"), rsplit("a,b,c", ",", 1), replace("aaa", "a", "b", 2), strip_spaces("  x "))
u = UnicodeBuilder(20)
u.append("é")
print(u.build())
try:
    raise ParseStringError("no")
except ParseStringError as e:
    print(e.msg)
ll_assert(True, "x")
print(check_nonneg(3), make_sure_not_resized([1]), have_debug_prints())
debug_start("x")
debug_print("x", 3)
debug_stop("x")
ops = unrolling_iterable([("a", 1), ("b", 2)])
for name, n in ops:
    print(name, n)
xs = newlist_hint(5)
resizelist_hint(xs, 3)
xs.append(3)
print(xs, compute_hash(5) == hash(5))
