from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    row: int
    column: int

    def moved(self, dr, dc):
        return Cell(self.row + dr, self.column + dc)


seen = {Cell(0, 0): "start"}
seen[Cell(0, 0).moved(1, 1)] = "next"
print(len(seen), seen[Cell(1, 1)], Cell(2, 2) in seen)
print({Cell(1, 2), Cell(1, 2), Cell(2, 1)} == {Cell(2, 1), Cell(1, 2)})
print(hash(Cell(3, 4)) == hash(Cell(3, 4)))
