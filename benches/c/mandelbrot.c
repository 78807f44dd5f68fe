#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static int64_t escape(double cx, double cy, int64_t limit) {
    double x = 0.0, y = 0.0;
    for (int64_t n = 0; n < limit; n++) {
        double x2 = x * x, y2 = y * y;
        if (x2 + y2 > 4.0) return n;
        y = 2.0 * x * y + cy;
        x = x2 - y2 + cx;
    }
    return limit;
}

static int64_t run(int64_t width, int64_t height, int64_t limit) {
    int64_t total = 0;
    for (int64_t row = 0; row < height; row++)
        for (int64_t column = 0; column < width; column++)
            total += escape(column * 3.0 / width - 2.0, row * 2.0 / height - 1.0, limit);
    return total;
}

int main(int argc, char **argv) {
    (void)argc;
    printf("%lld\n", (long long)run(600, 400, atoll(argv[1])));
}
