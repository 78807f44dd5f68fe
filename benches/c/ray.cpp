#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct Vector {
    double x, y, z;
    Vector operator+(const Vector &o) const { return {x + o.x, y + o.y, z + o.z}; }
    Vector operator-(const Vector &o) const { return {x - o.x, y - o.y, z - o.z}; }
    Vector operator*(double k) const { return {x * k, y * k, z * k}; }
    double dot(const Vector &o) const { return x * o.x + y * o.y + z * o.z; }
    Vector unit() const { return *this * (1.0 / std::sqrt(dot(*this))); }
    Vector reflected(const Vector &normal) const { return *this - normal * (2.0 * dot(normal)); }
};

struct Ray {
    Vector origin, direction;
    Vector at(double t) const { return origin + direction * t; }
};

struct Thing {
    double shine;
    explicit Thing(double shine) : shine(shine) {}
    virtual ~Thing() = default;
    virtual double hit(const Ray &ray) const = 0;
    virtual Vector normal(const Vector &point) const = 0;
    virtual double light_at(const Vector &) const { return 1.0; }
};

struct Sphere : Thing {
    Vector centre;
    double radius;
    Sphere(Vector centre, double radius, double shine) : Thing(shine), centre(centre), radius(radius) {}
    double hit(const Ray &ray) const override {
        Vector to_centre = centre - ray.origin;
        double along = to_centre.dot(ray.direction);
        double inside = along * along - to_centre.dot(to_centre) + radius * radius;
        if (inside < 0.0) return -1.0;
        double root = std::sqrt(inside);
        if (along - root > 1e-6) return along - root;
        if (along + root > 1e-6) return along + root;
        return -1.0;
    }
    Vector normal(const Vector &point) const override { return (point - centre) * (1.0 / radius); }
};

struct Floor : Thing {
    using Thing::Thing;
    double hit(const Ray &ray) const override {
        return ray.direction.y >= -1e-6 ? -1.0 : -ray.origin.y / ray.direction.y;
    }
    Vector normal(const Vector &) const override { return {0.0, 1.0, 0.0}; }
    double light_at(const Vector &p) const override {
        long sum = long(std::floor(p.x)) + long(std::floor(p.z));
        return sum % 2 == 0 ? 0.9 : 0.3;
    }
};

struct Scene {
    std::vector<std::unique_ptr<Thing>> things;
    Vector sun;
    std::pair<const Thing *, double> first_hit(const Ray &ray) const {
        const Thing *best = nullptr;
        double nearest = 1e30;
        for (auto &thing : things) {
            double t = thing->hit(ray);
            // A floor can be hit at a distance of nothing, from itself; as in the Python program.
            if ((t > 0.0 || (t == 0.0 && !std::signbit(t))) && t < nearest) best = thing.get(), nearest = t;
        }
        return {best, nearest};
    }
    double brightness(const Ray &ray, int depth) const {
        auto [thing, t] = first_hit(ray);
        if (!thing) return 0.5 + 0.5 * std::max(ray.direction.y, 0.0);
        Vector point = ray.at(t), normal = thing->normal(point);
        double shade = std::max(normal.dot(sun), 0.0);
        if (shade > 0.0 && first_hit({point, sun}).first) shade = 0.0;
        double own = thing->light_at(point) * (0.2 + 0.8 * shade);
        if (depth == 0 || thing->shine == 0.0) return own;
        double mirrored = brightness({point, ray.direction.reflected(normal)}, depth - 1);
        return own * (1.0 - thing->shine) + mirrored * thing->shine;
    }
};

int main(int, char **argv) {
    int n = std::atoi(argv[1]);
    Scene scene{{}, Vector{0.4, 0.8, -0.45}.unit()};
    for (int i = 0; i < 4; i++)
        scene.things.push_back(std::make_unique<Sphere>(
            Vector{-1.5 + 1.2 * i, 0.6 + 0.2 * i, 4.0 + 0.8 * i}, 0.6 + 0.1 * i, 0.3));
    scene.things.push_back(std::make_unique<Floor>(0.1));
    Vector eye{0.0, 1.2, -2.0};
    double total = 0.0;
    for (int j = 0; j < n; j++) {
        std::string row;
        for (int i = 0; i < n; i++) {
            Vector direction = Vector{(i + 0.5) / n * 2.0 - 1.0, 1.0 - (j + 0.5) / n * 2.0, 1.8}.unit();
            double b = scene.brightness({eye, direction}, 3);
            total += b;
            row += " .:-=+*#%@"[std::min(int(b * 10.0), 9)];
        }
        if (n <= 40) std::puts(row.c_str());
    }
    std::printf("%.6f\n", total);
}
