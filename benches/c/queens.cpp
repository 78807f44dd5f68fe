#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using Flags = std::vector<char>;

static long place(int n, int row, Flags &columns, Flags &up, Flags &down, std::vector<int> &board,
                  std::vector<std::vector<int>> &solutions) {
    if (row == n) {
        if (solutions.empty()) solutions.push_back(board);
        return 1;
    }
    long count = 0;
    for (int c = 0; c < n; c++) {
        if (columns[c] || up[row + c] || down[row - c + n - 1]) continue;
        columns[c] = up[row + c] = down[row - c + n - 1] = true;
        board.push_back(c);
        count += place(n, row + 1, columns, up, down, board, solutions);
        board.pop_back();
        columns[c] = up[row + c] = down[row - c + n - 1] = false;
    }
    return count;
}

int main(int, char **argv) {
    int n = atoi(argv[1]);
    Flags columns(n), up(2 * n), down(2 * n);
    std::vector<int> board;
    std::vector<std::vector<int>> solutions;
    printf("%ld\n", place(n, 0, columns, up, down, board, solutions));
    for (int c : solutions[0]) printf("%s\n", (std::string(c, '.') + "Q" + std::string(n - c - 1, '.')).c_str());
}
