#include <cstdio>
#include <cstdlib>
#include <vector>

static std::vector<long> by_flags(long n) {
    std::vector<char> flags(n + 1, true);
    flags[0] = flags[1] = false;
    for (long i = 2; i * i <= n; i++)
        if (flags[i])
            for (long j = i * i; j <= n; j += i) flags[j] = false;
    std::vector<long> primes;
    for (long i = 0; i <= n; i++)
        if (flags[i]) primes.push_back(i);
    return primes;
}

static std::vector<long> by_loops(long n) {
    std::vector<char> flags(n + 1, true);
    std::vector<long> primes;
    for (long i = 2; i <= n; i++)
        if (flags[i]) {
            primes.push_back(i);
            for (long j = i * i; j <= n; j += i) flags[j] = false;
        }
    return primes;
}

int main(int, char **argv) {
    long n = atol(argv[1]);
    std::vector<long> primes = by_flags(n);
    printf("%zu %ld %s\n", primes.size(), primes.back(), primes == by_loops(n) ? "True" : "False");
}
