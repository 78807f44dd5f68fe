// As one would write it in C++: objects with a next() that feed each other.
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <vector>

struct Numbers {
    long left, x = 12345;
    std::optional<long> next() {
        if (left-- <= 0) return {};
        return x = (x * 1103515245 + 12345) % 2147483648;
    }
};
template <class Source> struct Small {
    Source source;
    long most;
    std::optional<long> next() {
        auto x = source.next();
        if (x) return *x % most;
        return {};
    }
};
template <class Source> struct Differences {
    Source source;
    long last = 0;
    std::optional<long> next() {
        auto x = source.next();
        if (!x) return {};
        long d = *x - last;
        last = *x;
        return d;
    }
};
template <class Source> struct Runs {
    Source source;
    long length = 0;
    bool rising = true, done = false;
    std::optional<long> next() {
        if (done) return {};
        while (auto d = source.next()) {
            if ((*d >= 0) == rising) {
                length++;
                continue;
            }
            long found = length;
            length = 1, rising = *d >= 0;
            return found;
        }
        done = true;
        return length;
    }
};

int main(int, char **argv) {
    std::vector<long> counts(64);
    Runs<Differences<Small<Numbers>>> runs{{{{std::atol(argv[1])}, 1000}}};
    while (auto length = runs.next()) counts.at(*length)++;
    const char *comma = "";
    long total = 0;
    std::printf("[");
    for (size_t i = 0; i < counts.size(); i++) {
        if (counts[i]) std::printf("%s%ld", comma, counts[i]), comma = ", ";
        total += i * counts[i];
    }
    std::printf("] %ld\n", total);
}
