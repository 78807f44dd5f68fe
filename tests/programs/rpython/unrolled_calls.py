from rlib.unroll import unrolling_iterable
from rlib.objectmodel import specialize, we_are_translated, instantiate, compute_hash

OPS = unrolling_iterable([("add", 1), ("sub", 2), ("mul", 3)])
NAMES = unrolling_iterable(["a", "b"])


class Vm:
    def __init__(self):
        self.acc = 0

    def op_add(self, n):
        self.acc += n

    def op_sub(self, n):
        self.acc -= n

    def op_mul(self, n):
        self.acc *= n

    def step(self, code, arg):
        for name, number in OPS:
            if code == number:
                getattr(self, "op_" + name)(arg)
                return name
        return "?"


vm = Vm()
for code, arg in [(1, 5), (3, 4), (2, 1), (9, 9)]:
    print(vm.step(code, arg), vm.acc)
for n in NAMES:
    print(n)
