# Tic-tac-toe by minimax with a table of positions.
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
memo = {}


def winner(board):
    for a, b, c in LINES:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    return None


def moves(board):
    return [i for i, cell in enumerate(board) if cell == " "]


def play(board, i, player):
    return board[:i] + player + board[i + 1:]


def other(player):
    return "O" if player == "X" else "X"


def score(board, player):
    """1 if the player to move wins, 0 for a draw, -1 if she loses."""
    key = board, player
    if key in memo:
        return memo[key]
    w = winner(board)
    if w:
        result = 1 if w == player else -1
    elif not moves(board):
        result = 0
    else:
        result = max(-score(play(board, i, player), other(player)) for i in moves(board))
    memo[key] = result
    return result


def best_move(board, player):
    return max(moves(board), key=lambda i: (-score(play(board, i, player), other(player)), -i))


def show(board):
    rows = [" | ".join(board[i:i + 3]) for i in range(0, 9, 3)]
    print("\n--+---+--\n".join(rows))
    print()


board, player = " " * 9, "X"
while winner(board) is None and moves(board):
    i = best_move(board, player)
    board = play(board, i, player)
    print(f"{player} plays {divmod(i, 3)}")
    player = other(player)
show(board)
print("Winner:", winner(board) or "nobody", "- positions:", len(memo))
print(best_move("XX OO    ", "X"), best_move("XX  O    ", "O"))
print(score("X   O   X", "O"), score(" " * 9, "X"))
seed = 42
wins = {"X": 0, "O": 0, None: 0}
for game in range(50):
    board, player = " " * 9, "X"
    while not winner(board) and " " in board:
        if player == "X":
            i = best_move(board, player)
        else:
            seed = (seed * 1103515245 + 12345) % 2 ** 31
            options = moves(board)
            i = options[seed // 65536 % len(options)]
        board = play(board, i, player)
        player = other(player)
    wins[winner(board)] += 1
print(wins)
