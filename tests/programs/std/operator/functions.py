import operator
from operator import itemgetter

print(operator.lt(1, 2), operator.le(2, 2), operator.eq("a", "a"), operator.ne(1, 1.0), operator.ge(1, 2), operator.gt(2, 1))
print(operator.not_([]), operator.truth("x"), operator.is_(None, None), operator.is_not(None, None))
print(operator.abs(-3), operator.abs(-0.0), operator.abs(True), operator.index(True))
print(operator.add(1, 2), operator.add("a", "b"), operator.sub(1, 2.5), operator.mul([1], 2), operator.truediv(1, 2))
print(operator.floordiv(-7, 2), operator.mod(-7, 2), operator.pow(2, 10), operator.neg(3), operator.pos(-3), operator.inv(5))
print(operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.lshift(1, 4), operator.rshift(16, 2), operator.invert(0))
print(operator.concat([1], [2]), operator.contains([1, 2], 2), operator.countOf("banana", "a"), operator.indexOf("banana", "n"))
xs = [1, 2, 3]
operator.setitem(xs, 0, 9)
operator.delitem(xs, 1)
print(xs, operator.getitem(xs, 1), operator.getitem({"a": 1}, "a"), operator.length_hint(xs))
ys = xs
ys = operator.iadd(ys, [4])
print(ys is xs, xs, operator.isub(5, 3), operator.imul(5, 3), operator.ipow(2, 3), operator.ixor(6, 3))
try:
    operator.indexOf([1, 2], 3)
except ValueError as e:
    print(e)

inventory = [("apple", 3), ("banana", 2), ("pear", 5), ("orange", 1)]
getcount = itemgetter(1)
print(list(map(getcount, inventory)), sorted(inventory, key=getcount), max(inventory, key=itemgetter(0)))
print(itemgetter(1, 3, 5)("ABCDEFG"), itemgetter("name")({"name": "tu", "age": 18}))
table = {"+": operator.add, "-": operator.sub, "*": operator.mul}
print([table[op](7, 3) for op in "+-*"])
