# A ray tracer of spheres on a floor, whose vectors are objects with operators.
import math
import sys


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k, self.z * k)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1.0 / math.sqrt(self.dot(self)))

    def reflected(self, normal):
        return self - normal * (2.0 * self.dot(normal))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction

    def at(self, t):
        return self.origin + self.direction * t


class Thing:
    def __init__(self, shine):
        self.shine = shine

    def light_at(self, point):
        return 1.0


class Sphere(Thing):
    def __init__(self, centre, radius, shine):
        super().__init__(shine)
        self.centre = centre
        self.radius = radius

    def hit(self, ray):
        to_centre = self.centre - ray.origin
        along = to_centre.dot(ray.direction)
        inside = along * along - to_centre.dot(to_centre) + self.radius * self.radius
        if inside < 0.0:
            return None
        root = math.sqrt(inside)
        if along - root > 1e-6:
            return along - root
        if along + root > 1e-6:
            return along + root
        return None

    def normal(self, point):
        return (point - self.centre) * (1.0 / self.radius)


class Floor(Thing):
    def hit(self, ray):
        if ray.direction.y >= -1e-6:
            return None
        return -ray.origin.y / ray.direction.y

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)

    def light_at(self, point):
        return 0.9 if (math.floor(point.x) + math.floor(point.z)) % 2 == 0 else 0.3


class Scene:
    def __init__(self, things, sun):
        self.things = things
        self.sun = sun

    def first_hit(self, ray):
        best, nearest = None, 1e30
        for thing in self.things:
            t = thing.hit(ray)
            if t is not None and t < nearest:
                best, nearest = thing, t
        return best, nearest

    def brightness(self, ray, depth):
        thing, t = self.first_hit(ray)
        if thing is None:
            return 0.5 + 0.5 * max(ray.direction.y, 0.0)
        point = ray.at(t)
        normal = thing.normal(point)
        shade = max(normal.dot(self.sun), 0.0)
        if shade > 0.0 and self.first_hit(Ray(point, self.sun))[0] is not None:
            shade = 0.0
        own = thing.light_at(point) * (0.2 + 0.8 * shade)
        if depth == 0 or thing.shine == 0.0:
            return own
        mirrored = self.brightness(Ray(point, ray.direction.reflected(normal)), depth - 1)
        return own * (1.0 - thing.shine) + mirrored * thing.shine


def main(n):
    spheres = [Sphere(Vector(-1.5 + 1.2 * i, 0.6 + 0.2 * i, 4.0 + 0.8 * i), 0.6 + 0.1 * i, 0.3) for i in range(4)]
    scene = Scene([*spheres, Floor(0.1)], Vector(0.4, 0.8, -0.45).unit())
    eye = Vector(0.0, 1.2, -2.0)
    total = 0.0
    for j in range(n):
        row = []
        for i in range(n):
            direction = Vector((i + 0.5) / n * 2.0 - 1.0, 1.0 - (j + 0.5) / n * 2.0, 1.8).unit()
            b = scene.brightness(Ray(eye, direction), 3)
            total += b
            row.append(" .:-=+*#%@"[min(int(b * 10.0), 9)])
        if n <= 40:
            print("".join(row))
    print(f"{total:.6f}")


main(int(sys.argv[1]))
