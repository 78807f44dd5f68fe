#include <cstdio>
#include <cstdlib>
#include <unordered_set>

using Set = std::unordered_set<int>;

static long place(int n, int row, Set &columns, Set &up, Set &down) {
    if (row == n) return 1;
    long count = 0;
    for (int c = 0; c < n; c++)
        if (!columns.count(c) && !up.count(row + c) && !down.count(row - c)) {
            columns.insert(c);
            up.insert(row + c);
            down.insert(row - c);
            count += place(n, row + 1, columns, up, down);
            columns.erase(c);
            up.erase(row + c);
            down.erase(row - c);
        }
    return count;
}

int main(int, char **argv) {
    Set columns, up, down;
    int n = atoi(argv[1]);
    printf("%ld\n", place(n, 0, columns, up, down));
}
