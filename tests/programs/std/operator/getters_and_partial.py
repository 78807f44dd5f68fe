import heapq
import operator
from functools import partial, reduce
from operator import attrgetter, itemgetter, methodcaller
from string import Template

class Person:
    def __init__(self, name, age, pet=None):
        self.name, self.age, self.pet = name, age, pet
    def greet(self, word, mark="!"):
        return f"{word}, {self.name}{mark}"
    def __repr__(self):
        return self.name

people = [Person("Bob", 30), Person("Al", 25), Person("Cy", 30)]
print(sorted(people, key=attrgetter("age")), sorted(people, key=operator.attrgetter("age", "name"), reverse=True))
a = Person("X", 1, Person("Rex", 3))
print(attrgetter("pet.name")(a), attrgetter("pet.age", "age")(a))
def f2(a, b):
    return a - b
word = "Hi"
hi = methodcaller("greet", word, mark="?")
word = "changed"
print([hi(p) for p in people], list(map(methodcaller("upper"), ["a", "b"])), methodcaller("split", ",")("a,b"))
print(max(people, key=attrgetter("age")), operator.call(len, "abc"), operator.call(f2, 1, b=2))
print(list(heapq.merge([1, 4, 7], [2, 5], range(3))), list(heapq.merge(["a", "ccc"], ["bb"], key=len)), list(heapq.merge([5, 1], [4, 2], reverse=True)))
def f(a, b, c=0, *, d=1):
    return (a, b, c, d)
g = partial(f, 1, d=5)
print(g(2), g(2, 3), g(2, c=9), partial(int, base=2)("101"))
p = partial(print, "x", sep="-")
p("y", "z")
t = Template("$who likes ${what}s, $$5")
print(t.substitute(who="tim", what="kung pao"), t.safe_substitute({"who": "x"}))
try:
    t.substitute(who="x")
except KeyError as e:
    print(repr(e))
try:
    Template("a\n $ b").substitute({})
except ValueError as e:
    print(e)
