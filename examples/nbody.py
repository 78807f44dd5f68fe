"""Three bodies chase each other around a figure eight.

The orbit that Cris Moore found in 1993: equal masses, each a third of a round
behind the next. Velocities and positions leapfrog over each other, which keeps
the energy; a row of the picture shows where the bodies are from left to right.
"""

from math import sqrt

STEPS_PER_ROW = 80
DT = 0.001
PERIOD = 6.32591398


def pull(xa, ya, xb, yb):
    """The acceleration of a body at a by one of mass 1 at b."""
    dx = xb - xa
    dy = yb - ya
    square = dx * dx + dy * dy
    cube = square * sqrt(square)
    return dx / cube, dy / cube


def accelerations(x1, y1, x2, y2, x3, y3):
    ax12, ay12 = pull(x1, y1, x2, y2)
    ax13, ay13 = pull(x1, y1, x3, y3)
    ax23, ay23 = pull(x2, y2, x3, y3)
    return ax12 + ax13, ay12 + ay13, ax23 - ax12, ay23 - ay12, -ax13 - ax23, -ay13 - ay23


def distance(xa, ya, xb, yb):
    dx, dy = xa - xb, ya - yb
    return sqrt(dx * dx + dy * dy)


def column(x):
    return round((x + 1.2) / 2.4 * 60)


def row(x1, x2, x3):
    a, b, c = column(x1), column(x2), column(x3)
    line = ""
    for i in range(61):
        if i == a:
            line += "A"
        elif i == b:
            line += "B"
        elif i == c:
            line += "C"
        else:
            line += "."
    return line


def main():
    x1, y1 = 0.97000436, -0.24308753
    x2, y2 = -x1, -y1
    x3, y3 = 0.0, 0.0
    vx3, vy3 = -0.93240737, -0.86473146
    vx1, vy1 = -vx3 / 2, -vy3 / 2
    vx2, vy2 = vx1, vy1

    t = 0.0
    rows = 0
    while t < PERIOD:
        print(row(x1, x2, x3))
        rows += 1
        for i in range(STEPS_PER_ROW):
            ax1, ay1, ax2, ay2, ax3, ay3 = accelerations(x1, y1, x2, y2, x3, y3)
            vx1 += ax1 * DT
            vy1 += ay1 * DT
            vx2 += ax2 * DT
            vy2 += ay2 * DT
            vx3 += ax3 * DT
            vy3 += ay3 * DT
            x1 += vx1 * DT
            y1 += vy1 * DT
            x2 += vx2 * DT
            y2 += vy2 * DT
            x3 += vx3 * DT
            y3 += vy3 * DT
            t += DT

    kinetic = (vx1 * vx1 + vy1 * vy1 + vx2 * vx2 + vy2 * vy2 + vx3 * vx3 + vy3 * vy3) / 2
    potential = -1 / distance(x1, y1, x2, y2) - 1 / distance(x1, y1, x3, y3) - 1 / distance(x2, y2, x3, y3)
    print(f"after {rows} rows, t = {round(t, 3)}: energy {round(kinetic + potential, 5)}")
    print(f"A is back at {round(x1, 2)}, {round(y1, 2)}")


if __name__ == "__main__":
    main()
