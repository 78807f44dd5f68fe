#include <cstdio>
#include <cstdlib>
#include <vector>

struct Node {
    std::vector<Node> children;
};

static Node make(int depth) {
    Node node;
    if (depth > 0) {
        node.children.reserve(2);
        node.children.push_back(make(depth - 1));
        node.children.push_back(make(depth - 1));
    }
    return node;
}

static long check(const Node &node) {
    long total = 1;
    for (const Node &child : node.children) total += check(child);
    return total;
}

int main(int, char **argv) {
    int n = atoi(argv[1]);
    Node lasting = make(n);
    for (int depth = 4; depth <= n; depth += 4) {
        long rounds = 1L << (n - depth + 4), total = 0;
        for (long i = 0; i < rounds; i++) total += check(make(depth));
        printf("%ld trees of depth %d check: %ld\n", rounds, depth, total);
    }
    printf("long lived tree of depth %d check: %ld\n", n, check(lasting));
}
