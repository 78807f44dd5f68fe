#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

struct Machine;

struct Instruction {
    virtual ~Instruction() = default;
    virtual void execute(Machine &machine) const = 0;
};

struct Machine {
    std::vector<std::unique_ptr<Instruction>> code;
    std::vector<long> stack, variables = std::vector<long>(8);
    size_t at = 0;
    long steps = 0;
    long pop() {
        long top = stack.back();
        stack.pop_back();
        return top;
    }
    void run() {
        while (at < code.size()) {
            const Instruction &instruction = *code[at++];
            steps++;
            instruction.execute(*this);
        }
    }
};

struct Push : Instruction {
    long value;
    explicit Push(long value) : value(value) {}
    void execute(Machine &m) const override { m.stack.push_back(value); }
};
struct Load : Instruction {
    long number;
    explicit Load(long number) : number(number) {}
    void execute(Machine &m) const override { m.stack.push_back(m.variables.at(number)); }
};
struct Store : Instruction {
    long number;
    explicit Store(long number) : number(number) {}
    void execute(Machine &m) const override { m.variables.at(number) = m.pop(); }
};
struct Binary : Instruction {
    void execute(Machine &m) const override {
        long b = m.pop(), a = m.pop();
        m.stack.push_back(apply(a, b));
    }
    virtual long apply(long a, long b) const = 0;
};
struct Add : Binary {
    long apply(long a, long b) const override { return a + b; }
};
struct Multiply : Binary {
    long apply(long a, long b) const override { return a * b; }
};
struct Modulo : Binary {
    long apply(long a, long b) const override { return a % b; }
};
struct Less : Binary {
    long apply(long a, long b) const override { return a < b; }
};
struct Jump : Instruction {
    size_t target;
    explicit Jump(size_t target) : target(target) {}
    void execute(Machine &m) const override { m.at = target; }
};
struct JumpIfZero : Jump {
    using Jump::Jump;
    void execute(Machine &m) const override {
        if (m.pop() == 0) m.at = target;
    }
};

int main(int, char **argv) {
    long n = std::atol(argv[1]);
    Machine m;
    auto put = [&](Instruction *instruction) { m.code.emplace_back(instruction); };
    put(new Load(0)), put(new Push(n)), put(new Less), put(new JumpIfZero(17));
    put(new Load(1)), put(new Push(31)), put(new Multiply), put(new Load(0)), put(new Add);
    put(new Push(1000003)), put(new Modulo), put(new Store(1));
    put(new Load(0)), put(new Push(1)), put(new Add), put(new Store(0)), put(new Jump(0));
    m.run();
    std::printf("[");
    for (size_t i = 0; i < m.variables.size(); i++) std::printf(i ? ", %ld" : "%ld", m.variables[i]);
    std::printf("] %ld\n", m.steps);
}
