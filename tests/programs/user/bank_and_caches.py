import heapq
from functools import reduce


class Task:
    def __init__(self, priority, name):
        self.priority = priority
        self.name = name

    def __lt__(self, other):
        return self.priority < other.priority

    def __repr__(self):
        return f"Task({self.priority}, {self.name!r})"


heap = []
for p, n in [(3, "c"), (1, "a"), (2, "b")]:
    heapq.heappush(heap, Task(p, n))
while heap:
    print(heapq.heappop(heap))


class Graph:
    def __init__(self):
        self.edges = {}

    def add(self, a, b, w):
        self.edges.setdefault(a, []).append((b, w))
        self.edges.setdefault(b, []).append((a, w))

    def dijkstra(self, start):
        dist = {start: 0}
        queue = [(0, start)]
        while queue:
            d, u = heapq.heappop(queue)
            if d > dist.get(u, float("inf")):
                continue
            for v, w in self.edges[u]:
                nd = d + w
                if v not in dist or nd < dist[v]:
                    dist[v] = nd
                    heapq.heappush(queue, (nd, v))
        return dist


g = Graph()
for a, b, w in [("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5)]:
    g.add(a, b, w)
print(g.dijkstra("a"))


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.data = {}
        self.order = []
        self.hits = self.misses = 0

    def get(self, key):
        if key in self.data:
            self.hits += 1
            self.order.remove(key)
            self.order.append(key)
            return self.data[key]
        self.misses += 1
        return None

    def put(self, key, value):
        if key in self.data:
            self.order.remove(key)
        elif len(self.data) >= self.capacity:
            oldest = self.order.pop(0)
            del self.data[oldest]
        self.data[key] = value
        self.order.append(key)


cache = LRUCache(2)
cache.put("a", 1)
cache.put("b", 2)
print(cache.get("a"), cache.get("zz"))
cache.put("c", 3)
print(cache.get("b"), sorted(cache.data), cache.hits, cache.misses)


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, owner, kind="checking", deposit=0.0):
        cls = Savings if kind == "savings" else Checking
        account = cls(owner, deposit)
        self.accounts[account.number] = account
        return account

    def total(self):
        return sum(a.balance for a in self.accounts.values())


class Account:
    next_number = 1000

    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.number = Account.next_number
        Account.next_number += 1
        self.history = [("open", balance)]

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.limit():
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(("withdraw", amount))

    def limit(self):
        return self.balance


class Checking(Account):
    overdraft = 100

    def limit(self):
        return self.balance + self.overdraft


class Savings(Account):
    rate = 0.02

    def accrue(self):
        self.deposit(self.balance * self.rate)


class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f"account {account.number} cannot pay {amount}")
        self.account = account
        self.missing = amount - account.limit()


bank = Bank()
a = bank.open("ann", deposit=50.0)
b = bank.open("bob", "savings", 1000.0)
a.withdraw(120)
for account in bank.accounts.values():
    if isinstance(account, Savings):
        account.accrue()
for account, amount in [(a, 50), (b, 2000), (b, -5)]:
    try:
        if amount < 0:
            account.deposit(amount)
        else:
            account.withdraw(amount)
    except InsufficientFunds as e:
        print("refused:", e, e.missing, e.account.owner)
    except ValueError as e:
        print("error:", e)
print(bank.total(), a.history, b.history[-1])
print(reduce(lambda x, y: x + y.balance, bank.accounts.values(), 0))


class Money:
    def __init__(self, cents, currency="EUR"):
        self.cents = cents
        self.currency = currency

    def _check(self, other):
        if self.currency != other.currency:
            raise TypeError(f"cannot mix {self.currency} and {other.currency}")

    def __add__(self, other):
        if other == 0:
            return self
        if not isinstance(other, Money):
            return NotImplemented
        self._check(other)
        return Money(self.cents + other.cents, self.currency)

    def __radd__(self, other):
        return self + other

    def __mul__(self, k):
        return Money(round(self.cents * k), self.currency)

    def __eq__(self, other):
        if isinstance(other, Money):
            return (self.cents, self.currency) == (other.cents, other.currency)
        return NotImplemented

    def __str__(self):
        return f"{self.cents // 100}.{self.cents % 100:02d} {self.currency}"


prices = [Money(1999), Money(550), Money(1)]
print(sum(prices), prices[0] * 1.19, prices[0] == Money(1999), prices[0] == 5)
try:
    print(Money(1) + Money(1, "USD"))
except TypeError as e:
    print(e)
try:
    print(Money(1) + "x")
except TypeError as e:
    print(e)
