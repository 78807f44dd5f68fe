from enum import Enum, auto


class Shape(Enum):  # error: E0201 "definitions of `_generate_next_value_`"
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    SQUARE = auto()


print(Shape.SQUARE)
