"""An order-matching engine with dataclasses, enums and heapq."""
from __future__ import annotations
import heapq
import itertools
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Iterator


class Side(Enum):
    BUY = auto()
    SELL = auto()

    @property
    def other(self) -> Side:
        return Side.SELL if self is Side.BUY else Side.BUY


@dataclass(order=True)
class Entry:
    rank: tuple[float, int]
    order: Order = field(compare=False)


@dataclass
class Order:
    id: int
    side: Side
    price: float
    amount: int
    owner: str = "anon"
    filled: int = 0

    @property
    def left(self) -> int:
        return self.amount - self.filled

    def __str__(self) -> str:
        return f"#{self.id} {self.side.name:<4} {self.left:>4} @ {self.price:8.2f} ({self.owner})"


@dataclass(frozen=True)
class Trade:
    buyer: str
    seller: str
    price: float
    amount: int

    @property
    def value(self) -> float:
        return self.price * self.amount


class Book:
    _ids = itertools.count(1)

    def __init__(self, symbol: str) -> None:
        self.symbol = symbol
        self.sides: dict[Side, list[Entry]] = {side: [] for side in Side}
        self.trades: list[Trade] = []

    def submit(self, side: Side, price: float, amount: int, owner: str) -> list[Trade]:
        order = Order(next(self._ids), side, price, amount, owner)
        made = list(self._match(order))
        self.trades += made
        if order.left:
            sign = -1 if side is Side.BUY else 1
            heapq.heappush(self.sides[side], Entry((sign * price, order.id), order))
        return made

    def _match(self, order: Order) -> Iterator[Trade]:
        opposite = self.sides[order.side.other]
        while order.left and opposite:
            best = opposite[0].order
            crosses = best.price <= order.price if order.side is Side.BUY else best.price >= order.price
            if not crosses:
                return
            amount = min(order.left, best.left)
            order.filled += amount
            best.filled += amount
            buyer, seller = (order, best) if order.side is Side.BUY else (best, order)
            yield Trade(buyer.owner, seller.owner, best.price, amount)
            if not best.left:
                heapq.heappop(opposite)

    def depth(self) -> dict[str, list[tuple[float, int]]]:
        result: dict[str, list[tuple[float, int]]] = {}
        for side, heap in self.sides.items():
            levels: dict[float, int] = {}
            for entry in sorted(heap):
                levels[entry.order.price] = levels.get(entry.order.price, 0) + entry.order.left
            result[side.name.lower()] = list(levels.items())
        return result


book = Book("NAJA")
script = [
    (Side.SELL, 10.5, 100, "ann"), (Side.SELL, 10.25, 50, "bob"), (Side.BUY, 10.0, 75, "cat"),
    (Side.BUY, 10.3, 80, "dan"), (Side.SELL, 9.9, 60, "eve"), (Side.BUY, 11.0, 200, "fay"),
]
for side, price, amount, owner in script:
    trades = book.submit(side, price, amount, owner)
    print(f"{owner}: {side.name} {amount} @ {price}")
    for t in trades:
        print("   ", t, f"{t.value:,.2f}")
print(book.depth())
volume = sum(t.amount for t in book.trades)
vwap = sum(t.value for t in book.trades) / volume
print(f"{volume=} {vwap=:.4f}")
by_buyer = {}
for t in book.trades:
    by_buyer.setdefault(t.buyer, []).append(t)
for buyer, ts in sorted(by_buyer.items(), key=lambda kv: -sum(t.amount for t in kv[1])):
    print(f"{buyer:>5}: {sum(t.amount for t in ts):>4} {[t.price for t in ts]}")
for heap in book.sides.values():
    for e in sorted(heap):
        print(e.order)
print(Side["BUY"], Side(2), Side.BUY.other, list(Side))
try:
    book.trades[0].price = 1.0
except AttributeError as e:
    print(type(e).__name__, e)
