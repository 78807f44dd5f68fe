#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static int is_prime(int64_t n) {
    if (n < 2) return 0;
    for (int64_t d = 2; d * d <= n; d++)
        if (n % d == 0) return 0;
    return 1;
}

static int64_t run(int64_t limit) {
    int64_t count = 0;
    for (int64_t n = 0; n < limit; n++)
        if (is_prime(n)) count++;
    return count;
}

int main(int argc, char **argv) {
    (void)argc;
    printf("%lld\n", (long long)run(atoll(argv[1])));
}
