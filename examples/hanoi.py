"""The towers of Hanoi, with the picture of each state.

A tower is a number: its decimal digits are its disks, the last digit on top.
"""

moves = 0


def height(tower):
    count = 0
    while tower:
        tower //= 10
        count += 1
    return count


def disk_at(tower, level):
    """The disk at a level counted from the ground, 0 if there is none."""
    above = height(tower) - level - 1
    if above < 0:
        return 0
    return tower // 10**above % 10


def drawn(disk, width):
    if disk == 0:
        return " " * width + "|" + " " * width
    return " " * (width - disk) + "=" * (2 * disk + 1) + " " * (width - disk)


def show(a, b, c, disks):
    for level in range(disks - 1, -1, -1):
        line = ""
        for tower in (a, b, c):
            line += drawn(disk_at(tower, level), disks + 1)
        print(line)
    print("-" * (3 * (2 * disks + 3)))


def take(a, b, c, source, target):
    """Moves the topmost disk; the three towers after it."""
    towers = (a, b, c)
    disk = (a if source == 0 else b if source == 1 else c) % 10
    if disk == 0:
        raise ValueError(f"there is no disk on tower {source} of {towers}")
    if source == 0:
        a //= 10
    elif source == 1:
        b //= 10
    else:
        c //= 10
    if target == 0:
        a = a * 10 + disk
    elif target == 1:
        b = b * 10 + disk
    else:
        c = c * 10 + disk
    return a, b, c


def solve(n, a, b, c, source, target, disks):
    global moves
    if n == 0:
        return a, b, c
    spare = 3 - source - target
    a, b, c = solve(n - 1, a, b, c, source, spare, disks)
    a, b, c = take(a, b, c, source, target)
    moves += 1
    if disks <= 4:
        show(a, b, c, disks)
    return solve(n - 1, a, b, c, spare, target, disks)


if __name__ == "__main__":
    show(4321, 0, 0, 4)
    print(solve(4, 4321, 0, 0, 0, 2, 4), "after", moves, "moves")
    moves = 0
    print(solve(9, 987654321, 0, 0, 0, 2, 9), "after", moves, "moves")
    try:
        take(0, 1, 2, 0, 1)
    except ValueError as e:
        print("as it should be:", e)
