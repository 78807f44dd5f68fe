# Bodies that attract each other, as objects.
import math
import sys


class Body:
    def __init__(self, mass, x, y, z, vx, vy, vz):
        self.mass = mass
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz

    def pull(self, other, dt):
        dx = self.x - other.x
        dy = self.y - other.y
        dz = self.z - other.z
        squared = dx * dx + dy * dy + dz * dz
        k = dt / (squared * math.sqrt(squared))
        self.vx -= dx * other.mass * k
        self.vy -= dy * other.mass * k
        self.vz -= dz * other.mass * k
        other.vx += dx * self.mass * k
        other.vy += dy * self.mass * k
        other.vz += dz * self.mass * k

    def move(self, dt):
        self.x += self.vx * dt
        self.y += self.vy * dt
        self.z += self.vz * dt

    def energy(self):
        return 0.5 * self.mass * (self.vx * self.vx + self.vy * self.vy + self.vz * self.vz)


class System:
    def __init__(self, bodies):
        self.bodies = bodies
        self.pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1 :]]

    def step(self, dt):
        for a, b in self.pairs:
            a.pull(b, dt)
        for body in self.bodies:
            body.move(dt)

    def energy(self):
        total = sum(body.energy() for body in self.bodies)
        for a, b in self.pairs:
            total -= a.mass * b.mass / math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2)
        return total


def main(n):
    bodies = [Body(40.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)]
    for i in range(1, 6):
        r = 2.0 + 1.5 * i
        speed = math.sqrt(40.0 / r)
        angle = 0.7 * i
        bodies.append(
            Body(
                0.01 * i,
                r * math.cos(angle),
                r * math.sin(angle),
                0.05 * i,
                -speed * math.sin(angle),
                speed * math.cos(angle),
                0.0,
            )
        )
    system = System(bodies)
    print(f"{system.energy():.9f}")
    for _ in range(n):
        system.step(0.001)
    print(f"{system.energy():.9f}")


main(int(sys.argv[1]))
