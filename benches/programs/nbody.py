import sys
from math import sqrt


# Two planets around a sun, in locals: x, y and their speeds.
def main(steps):
    dt = 0.001
    ax, ay, au, av = 1.0, 0.0, 0.0, 1.0
    bx, by, bu, bv = 0.0, 2.0, -0.7, 0.0
    for _ in range(steps):
        r = sqrt(ax * ax + ay * ay)
        s = sqrt(bx * bx + by * by)
        dx = ax - bx
        dy = ay - by
        d = sqrt(dx * dx + dy * dy)
        pull_a = 1.0 / (r * r * r)
        pull_b = 1.0 / (s * s * s)
        pull_d = 0.001 / (d * d * d)
        au -= dt * (ax * pull_a + dx * pull_d)
        av -= dt * (ay * pull_a + dy * pull_d)
        bu -= dt * (bx * pull_b - dx * pull_d)
        bv -= dt * (by * pull_b - dy * pull_d)
        ax += dt * au
        ay += dt * av
        bx += dt * bu
        by += dt * bv
    return ax + ay + bx + by


print(main(int(sys.argv[1])) > -10.0)
