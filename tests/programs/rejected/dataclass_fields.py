from dataclasses import dataclass


@dataclass
class A:
    x: int = 0
    y: int  # error: E0240 "non-default argument 'y' follows default argument"


@dataclass
class B:
    xs: list = []  # error: E0240 "mutable default <class 'list'> for field xs is not allowed: use default_factory"


@dataclass(frozen=True)
class D:
    x: int


@dataclass
class E(D):  # error: E0240 "cannot inherit non-frozen dataclass from a frozen one"
    y: int
