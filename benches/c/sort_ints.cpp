#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

int main(int, char **argv) {
    long n = atol(argv[1]);
    int64_t x = 12345;
    std::vector<int64_t> xs;
    for (long i = 0; i < n; i++) {
        x = (x * 1103515245 + 12345) % 2147483648;
        xs.push_back(x);
    }
    std::sort(xs.begin(), xs.end());
    std::vector<int64_t> ys = xs;
    std::stable_sort(ys.begin(), ys.end(), [](int64_t a, int64_t b) { return a % 1000 < b % 1000; });
    printf("%ld %ld %ld\n", xs.front(), xs.back(), ys.front());
    printf("%s\n", std::is_sorted(xs.begin(), xs.end()) ? "True" : "False");
}
