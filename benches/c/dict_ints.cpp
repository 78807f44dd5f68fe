#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <unordered_map>

int main(int, char **argv) {
    int64_t n = atol(argv[1]);
    std::unordered_map<int64_t, int64_t> squares;
    for (int64_t i = 0; i < n; i++) squares[i * 7919 % 10000019] = i * i;
    int64_t found = 0;
    for (int64_t i = 0; i < 10 * n; i += 5) {
        auto it = squares.find(i);
        if (it != squares.end()) found += it->second % 10;
    }
    for (int64_t i = 0; i < n; i += 2) squares.erase(i * 7919 % 10000019);
    for (int64_t i = 0; i < n; i++) squares[i % 1000]++;
    int64_t total = 0;
    for (const auto &[key, value] : squares)
        if (key % 3 == 0) total += value % 7;
    printf("%zu %ld\n%ld\n", squares.size(), found, total);
}
