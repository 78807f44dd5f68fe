from dataclasses import dataclass


@dataclass(eq=False, order=True)  # error: E0240 "eq must be true if order is true"
class C:
    x: int
