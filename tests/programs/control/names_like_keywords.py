# Names that mean something elsewhere.
loop = 1
block = loop + 1
func = block + 1
end = func + 1
local = end + 1
memory = local + 1
module = memory + 1
main = module + 1
_start = main + 1
malloc = _start + 1
i32 = malloc + 1
v0 = i32 + 1
block0 = v0 + 1


def select(drop, call, br_if=1):
    nop = drop + call
    return nop * br_if


def exit(code):
    return code


def memcpy(fn, struct):
    return fn - struct


match = 1
case = 2
type = 3
print(loop, block, func, end, local, memory, module, main, _start, malloc, i32, v0, block0, select(1, 2), exit(3), memcpy(5, 1), match + case + type)
