#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static int64_t steps(int64_t n) {
    int64_t count = 0;
    while (n != 1) {
        if (n % 2 == 0) n /= 2;
        else n = 3 * n + 1;
        count++;
    }
    return count;
}

static int64_t run(int64_t limit) {
    int64_t best = 0, at = 0;
    for (int64_t n = 1; n < limit; n++) {
        int64_t count = steps(n);
        if (count > best) { best = count; at = n; }
    }
    return at;
}

int main(int argc, char **argv) {
    (void)argc;
    printf("%lld\n", (long long)run(atoll(argv[1])));
}
