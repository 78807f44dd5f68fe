"""Rabbits and foxes: the Lotka-Volterra equations by Runge and Kutta's method.

Time runs downwards; r and f mark how many there are of each, X where they meet.
"""

BIRTH = 1.1
HUNT = 0.4
GROWTH = 0.1
DEATH = 0.4


def change(rabbits, foxes):
    return BIRTH * rabbits - HUNT * rabbits * foxes, GROWTH * rabbits * foxes - DEATH * foxes


def step(rabbits, foxes, dt):
    """One step of the classical Runge-Kutta method."""
    r1, f1 = change(rabbits, foxes)
    r2, f2 = change(rabbits + r1 * dt / 2, foxes + f1 * dt / 2)
    r3, f3 = change(rabbits + r2 * dt / 2, foxes + f2 * dt / 2)
    r4, f4 = change(rabbits + r3 * dt, foxes + f3 * dt)
    return (
        rabbits + (r1 + 2 * r2 + 2 * r3 + r4) * dt / 6,
        foxes + (f1 + 2 * f2 + 2 * f3 + f4) * dt / 6,
    )


def plot(rabbits, foxes, scale):
    r = int(rabbits * scale)
    f = int(foxes * scale)
    if r == f:
        return " " * r + "X"
    if r < f:
        return " " * r + "r" + " " * (f - r - 1) + "f"
    return " " * f + "f" + " " * (r - f - 1) + "r"


def main():
    rabbits, foxes = 10.0, 5.0
    peak = 0
    peak_time = None
    t = 0.0
    for row in range(60):
        print("|" + plot(rabbits, foxes, 4))
        for i in range(25):
            rabbits, foxes = step(rabbits, foxes, 0.01)
            t += 0.01
            if rabbits > peak:
                peak = rabbits
                peak_time = t
    print(f"at t = {round(t, 2)} there are {round(rabbits, 4)} rabbits and {round(foxes, 4)} foxes")
    if peak_time is None:
        print("the rabbits never grew")
    else:
        print(f"most rabbits: {round(peak, 4)} at t = {round(peak_time, 2)}")


if __name__ == "__main__":
    main()
