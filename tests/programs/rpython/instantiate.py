from rpython.rlib.objectmodel import instantiate, compute_hash, we_are_translated, specialize
from rpython.rlib.rarithmetic import intmask, r_uint, ovfcheck
from rpython.rlib.unroll import unrolling_iterable


class W_Root:
    pass


class W_Int(W_Root):
    def __init__(self, value):
        print("init")
        self.value = value

    def clone(self):
        new = instantiate(self.__class__)
        new.value = self.value
        return new


class W_Pair(W_Root):
    def __init__(self, a, b):
        self.a = a
        self.b = b


x = W_Int(3).clone()
print(x.value)
classes = unrolling_iterable([W_Int, W_Pair])
for cls in classes:
    obj = instantiate(cls)
    print(isinstance(obj, W_Root), type(obj).__name__)
