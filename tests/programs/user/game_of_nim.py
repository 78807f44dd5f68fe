# Nim between a perfect player and a greedy one. Three heaps, as a tuple.
def nim_sum(heaps):
    a, b, c = heaps
    return a ^ b ^ c


def take(heaps, index, count):
    a, b, c = heaps
    if count < 1:
        raise ValueError("must take at least one")
    if index == 0:
        a -= count
    elif index == 1:
        b -= count
    elif index == 2:
        c -= count
    else:
        raise IndexError("no heap " + str(index))
    if a < 0 or b < 0 or c < 0:
        raise ValueError(f"cannot take {count} from heap {index} of {heaps}")
    return a, b, c


def heap(heaps, index):
    a, b, c = heaps
    return a if index == 0 else b if index == 1 else c


def perfect_move(heaps):
    total = nim_sum(heaps)
    if total == 0:
        return None
    for index in range(3):
        size = heap(heaps, index)
        if size ^ total < size:
            return index, size - (size ^ total)
    return None


def greedy_move(heaps):
    best = 0
    for index in range(1, 3):
        if heap(heaps, index) > heap(heaps, best):
            best = index
    return best, (heap(heaps, best) + 1) // 2


def play(heaps, verbose):
    player = 0
    moves = 0
    while heaps != (0, 0, 0):
        move = perfect_move(heaps) if player == 0 else greedy_move(heaps)
        if move is None:
            if verbose:
                print("  the perfect player sees no winning move")
            move = greedy_move(heaps)
        index, count = move
        heaps = take(heaps, index, count)
        if verbose:
            print("  player", player, "takes", count, "from heap", index, "->", heaps)
        moves += 1
        player = 1 - player
    return 1 - player, moves


print(play((3, 4, 5), True))
print(play((1, 2, 3), True))
wins = 0
games = 0
longest = 0
for a in range(6):
    for b in range(6):
        for c in range(1, 6):
            winner, moves = play((a, b, c), False)
            games += 1
            wins += winner == 0
            if moves > longest:
                longest = moves
print(wins, "of", games, "won, the longest took", longest, "moves")
for index, count in ((0, 9), (7, 1), (1, 0)):
    try:
        print(take((3, 4, 5), index, count))
    except (ValueError, IndexError) as e:
        print(repr(e))
