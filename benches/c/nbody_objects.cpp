#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

struct Body {
    double mass, x, y, z, vx, vy, vz;
    void pull(Body &other, double dt) {
        double dx = x - other.x, dy = y - other.y, dz = z - other.z;
        double squared = dx * dx + dy * dy + dz * dz;
        double k = dt / (squared * std::sqrt(squared));
        vx -= dx * other.mass * k;
        vy -= dy * other.mass * k;
        vz -= dz * other.mass * k;
        other.vx += dx * mass * k;
        other.vy += dy * mass * k;
        other.vz += dz * mass * k;
    }
    void move(double dt) {
        x += vx * dt;
        y += vy * dt;
        z += vz * dt;
    }
    double energy() const { return 0.5 * mass * (vx * vx + vy * vy + vz * vz); }
};

struct System {
    std::vector<std::unique_ptr<Body>> bodies;
    std::vector<std::pair<Body *, Body *>> pairs;
    void step(double dt) {
        for (auto [a, b] : pairs) a->pull(*b, dt);
        for (auto &body : bodies) body->move(dt);
    }
    double energy() const {
        double total = 0.0;
        for (auto &body : bodies) total += body->energy();
        for (auto [a, b] : pairs) {
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            total -= a->mass * b->mass / std::sqrt(dx * dx + dy * dy + dz * dz);
        }
        return total;
    }
};

int main(int, char **argv) {
    int n = std::atoi(argv[1]);
    System system;
    system.bodies.push_back(std::make_unique<Body>(Body{40.0, 0, 0, 0, 0, 0, 0}));
    for (int i = 1; i < 6; i++) {
        double r = 2.0 + 1.5 * i, speed = std::sqrt(40.0 / r), angle = 0.7 * i;
        system.bodies.push_back(std::make_unique<Body>(Body{0.01 * i, r * std::cos(angle), r * std::sin(angle), 0.05 * i,
                                                            -speed * std::sin(angle), speed * std::cos(angle), 0.0}));
    }
    for (size_t i = 0; i < system.bodies.size(); i++)
        for (size_t j = i + 1; j < system.bodies.size(); j++)
            system.pairs.emplace_back(system.bodies[i].get(), system.bodies[j].get());
    std::printf("%.9f\n", system.energy());
    for (int i = 0; i < n; i++) system.step(0.001);
    std::printf("%.9f\n", system.energy());
}
