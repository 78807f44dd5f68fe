# Every way to import a module beside the entry file.
import shapes
import shapes as sh
from shapes import area
from shapes import area as rectangle, SIDES
from shapes import (
    perimeter,
    UNIT as unit,
)

print(shapes.area(2, 3), sh.area(2, 3), area(2, 3), rectangle(2, 3), SIDES, perimeter(2, 3), unit)
print(shapes.SIDES, sh.UNIT, shapes.__name__, __name__)
