from collections import UserDict, UserList


class CaseInsensitive(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __contains__(self, key):
        return key.lower() in self.data


headers = CaseInsensitive({"Content-Type": "text/html", "X-Id": "7"}, Accept="all")
headers["HOST"] = "example"
print(headers, headers["accept"], "CONTENT-type" in headers, len(headers), headers.get("X-ID"), headers.get("none", "?"))
headers.update({"A": "1"}, B="2")
print(sorted(headers.items()), headers.pop("a"), list(headers), headers.setdefault("C", "3"))
try:
    headers["missing"]
except KeyError as e:
    print("KeyError", e)
print(headers == CaseInsensitive(headers), headers == {}, headers.copy() == headers)
del headers["host"]
print(headers.data)


class Defaults(UserDict):
    def __missing__(self, key):
        self[key] = []
        return self.data[key]


groups = Defaults()
for word in "the quick brown fox jumps over the lazy dog".split():
    groups[len(word)].append(word)
print(groups, dict(groups))


class Stack(UserList):
    def push(self, x):
        self.append(x)

    @property
    def top(self):
        return self.data[-1]


s = Stack([3, 1])
s.push(2)
print(s, s.top, s[0], s[1:], len(s), sorted(s), s + [9], 1 in s, s.index(1), s.count(3), s == [3, 1, 2], s < [4])
s.extend([7, 8])
s.sort(reverse=True)
s.reverse()
print(s.pop(), s, s * 2, [x for x in s], s.copy(), type(s[:2]).__name__)
s += [5]
s.insert(0, 6)
del s[1]
s.remove(5)
print(s, UserList("abc"), list(reversed(s)))
