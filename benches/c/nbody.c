#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double run(long steps) {
    double dt = 0.001;
    double ax = 1.0, ay = 0.0, au = 0.0, av = 1.0;
    double bx = 0.0, by = 2.0, bu = -0.7, bv = 0.0;
    for (long i = 0; i < steps; i++) {
        double r = sqrt(ax * ax + ay * ay);
        double s = sqrt(bx * bx + by * by);
        double dx = ax - bx, dy = ay - by;
        double d = sqrt(dx * dx + dy * dy);
        double pull_a = 1.0 / (r * r * r);
        double pull_b = 1.0 / (s * s * s);
        double pull_d = 0.001 / (d * d * d);
        au -= dt * (ax * pull_a + dx * pull_d);
        av -= dt * (ay * pull_a + dy * pull_d);
        bu -= dt * (bx * pull_b - dx * pull_d);
        bv -= dt * (by * pull_b - dy * pull_d);
        ax += dt * au;
        ay += dt * av;
        bx += dt * bu;
        by += dt * bv;
    }
    return ax + ay + bx + by;
}

int main(int argc, char **argv) {
    (void)argc;
    puts(run(atoll(argv[1])) > -10.0 ? "True" : "False");
}
