from typing import Generic, NewType, Optional, Protocol, TypeVar

T = TypeVar("T")
UserId = NewType("UserId", int)


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()

    def peek(self) -> Optional[T]:
        return self.items[-1] if self.items else None


class Sized(Protocol):
    def size(self) -> int: ...


class Box:
    def size(self) -> int:
        return 3


def measure(x: Sized) -> int:
    return x.size()


s = Stack[int]()
s.push(1)
s.push(2)
print(s.pop(), s.peek(), measure(Box()), UserId(7) + 1)
names: Stack[str] = Stack()
names.push("a")
print(names.pop(), names.peek())
