#include <cstdio>
#include <cstdlib>
#include <memory>

struct Node {
    std::unique_ptr<Node> left, right;
};

static std::unique_ptr<Node> make(int depth) {
    auto node = std::make_unique<Node>();
    if (depth > 0) {
        node->left = make(depth - 1);
        node->right = make(depth - 1);
    }
    return node;
}

static long check(const Node &node) {
    return node.left ? 1 + check(*node.left) + check(*node.right) : 1;
}

int main(int, char **argv) {
    int n = atoi(argv[1]);
    auto lasting = make(n);
    for (int depth = 4; depth <= n; depth += 4) {
        long rounds = 1L << (n - depth + 4), total = 0;
        for (long i = 0; i < rounds; i++) total += check(*make(depth));
        printf("%ld trees of depth %d check: %ld\n", rounds, depth, total);
    }
    printf("long lived tree of depth %d check: %ld\n", n, check(*lasting));
}
