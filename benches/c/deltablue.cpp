// An incremental solver of constraints with strengths: see ../programs/deltablue.py.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

enum { REQUIRED, STRONG_PREFERRED, PREFERRED, STRONG_DEFAULT, NORMAL, WEAK_DEFAULT, WEAKEST };
enum { NONE, FORWARD, BACKWARD };

struct Constraint;
using Constraints = std::vector<Constraint *>;

struct Variable {
  std::string name;
  long value;
  Constraints constraints;
  Constraint *by = nullptr;
  long mark = 0, walk = WEAKEST;
  bool stays = true;
  Variable(std::string name, long value) : name(std::move(name)), value(value) {}
  void drop(Constraint *c) { constraints.erase(std::find(constraints.begin(), constraints.end(), c)); }
};

struct Planner {
  long mark = 0;
  void add(Constraint *c);
  void remove(Constraint *c);
  bool propagate_from(Constraint *c, long mark);
  Constraints propagate_removal(Variable *out);
  void consumers(Variable *v, Constraints &found);
  Constraints plan_of(const Constraints &all);
};

struct Constraint {
  long strength;
  explicit Constraint(long strength) : strength(strength) {}
  virtual ~Constraint() {}
  virtual void add_to_graph() = 0;
  virtual void remove_from_graph() = 0;
  virtual void choose_method(long mark) = 0;
  virtual bool is_satisfied() = 0;
  virtual void mark_inputs(long mark) = 0;
  virtual bool inputs_known(long mark) = 0;
  virtual void mark_unsatisfied() = 0;
  virtual Variable *output() = 0;
  virtual void recalculate() = 0;
  virtual void execute() {}
  virtual bool is_input() { return false; }
  void begin(Planner &p) {
    add_to_graph();
    p.add(this);
  }
  void end(Planner &p) {
    if (is_satisfied())
      p.remove(this);
    else
      remove_from_graph();
  }
  Constraint *satisfy(long mark, Planner &p) {
    choose_method(mark);
    if (!is_satisfied()) {
      if (strength == REQUIRED) throw std::runtime_error("a required constraint cannot be satisfied");
      return nullptr;
    }
    mark_inputs(mark);
    Variable *out = output();
    Constraint *displaced = out->by;
    if (displaced) displaced->mark_unsatisfied();
    out->by = this;
    if (!p.propagate_from(this, mark)) throw std::runtime_error("the constraints go round in a circle");
    out->mark = mark;
    return displaced;
  }
};

struct Unary : Constraint {
  Variable *variable;
  bool satisfied = false;
  Unary(Variable *v, long strength) : Constraint(strength), variable(v) {}
  void add_to_graph() override {
    variable->constraints.push_back(this);
    satisfied = false;
  }
  void remove_from_graph() override {
    variable->drop(this);
    satisfied = false;
  }
  void choose_method(long mark) override { satisfied = variable->mark != mark && strength < variable->walk; }
  bool is_satisfied() override { return satisfied; }
  void mark_inputs(long) override {}
  bool inputs_known(long) override { return true; }
  void mark_unsatisfied() override { satisfied = false; }
  Variable *output() override { return variable; }
  void recalculate() override {
    variable->walk = strength;
    variable->stays = !is_input();
    if (variable->stays) execute();
  }
};

struct Stay : Unary {
  Stay(Variable *v, long s, Planner &p) : Unary(v, s) { begin(p); }
};

struct Edit : Unary {
  Edit(Variable *v, long s, Planner &p) : Unary(v, s) { begin(p); }
  bool is_input() override { return true; }
};

struct Binary : Constraint {
  Variable *a, *b;
  int direction = NONE;
  Binary(Variable *a, Variable *b, long strength) : Constraint(strength), a(a), b(b) {}
  void add_to_graph() override {
    a->constraints.push_back(this);
    b->constraints.push_back(this);
    direction = NONE;
  }
  void remove_from_graph() override {
    a->drop(this);
    b->drop(this);
    direction = NONE;
  }
  void choose_method(long mark) override {
    if (a->mark == mark)
      direction = b->mark != mark && strength < b->walk ? FORWARD : NONE;
    else if (b->mark == mark || b->walk < a->walk)
      direction = strength < a->walk ? BACKWARD : NONE;
    else
      direction = strength < b->walk ? FORWARD : NONE;
  }
  bool is_satisfied() override { return direction != NONE; }
  Variable *input() { return direction == FORWARD ? a : b; }
  Variable *output() override { return direction == FORWARD ? b : a; }
  void mark_inputs(long mark) override { input()->mark = mark; }
  void mark_unsatisfied() override { direction = NONE; }
  bool inputs_known(long mark) override {
    Variable *in = input();
    return in->mark == mark || in->stays || !in->by;
  }
  void recalculate() override {
    Variable *in = input(), *out = output();
    out->walk = std::max(strength, in->walk);
    out->stays = in->stays;
    if (out->stays) execute();
  }
};

struct Equal : Binary {
  Equal(Variable *a, Variable *b, long s, Planner &p) : Binary(a, b, s) { begin(p); }
  void execute() override { output()->value = input()->value; }
};

struct Scale : Binary {
  Variable *scale, *offset;
  Scale(Variable *a, Variable *scale, Variable *offset, Variable *b, long s, Planner &p)
      : Binary(a, b, s), scale(scale), offset(offset) {
    begin(p);
  }
  void add_to_graph() override {
    Binary::add_to_graph();
    scale->constraints.push_back(this);
    offset->constraints.push_back(this);
  }
  void remove_from_graph() override {
    Binary::remove_from_graph();
    scale->drop(this);
    offset->drop(this);
  }
  void mark_inputs(long mark) override {
    Binary::mark_inputs(mark);
    scale->mark = offset->mark = mark;
  }
  void recalculate() override {
    Variable *in = input(), *out = output();
    out->walk = std::max(strength, in->walk);
    out->stays = in->stays && scale->stays && offset->stays;
    if (out->stays) execute();
  }
  void execute() override {
    if (direction == FORWARD)
      b->value = a->value * scale->value + offset->value;
    else
      a->value = (b->value - offset->value) / scale->value;
  }
};

void Planner::add(Constraint *c) {
  long m = ++mark;
  for (Constraint *displaced = c->satisfy(m, *this); displaced;) displaced = displaced->satisfy(m, *this);
}

void Planner::remove(Constraint *c) {
  Variable *out = c->output();
  c->mark_unsatisfied();
  c->remove_from_graph();
  Constraints left = propagate_removal(out);
  std::stable_sort(left.begin(), left.end(), [](auto *x, auto *y) { return x->strength < y->strength; });
  for (Constraint *other : left) add(other);
}

bool Planner::propagate_from(Constraint *constraint, long m) {
  Constraints due{constraint};
  while (!due.empty()) {
    Constraint *c = due.back();
    due.pop_back();
    if (c->output()->mark == m) {
      remove(constraint);
      return false;
    }
    c->recalculate();
    consumers(c->output(), due);
  }
  return true;
}

Constraints Planner::propagate_removal(Variable *out) {
  out->by = nullptr;
  out->walk = WEAKEST;
  out->stays = true;
  Constraints left;
  std::vector<Variable *> due{out};
  while (!due.empty()) {
    Variable *v = due.back();
    due.pop_back();
    for (Constraint *c : v->constraints)
      if (!c->is_satisfied()) left.push_back(c);
    for (Constraint *c : v->constraints)
      if (c != v->by && c->is_satisfied()) {
        c->recalculate();
        due.push_back(c->output());
      }
  }
  return left;
}

void Planner::consumers(Variable *v, Constraints &found) {
  for (Constraint *c : v->constraints)
    if (c != v->by && c->is_satisfied()) found.push_back(c);
}

Constraints Planner::plan_of(const Constraints &all) {
  Constraints due, steps;
  for (Constraint *c : all)
    if (c->is_input() && c->is_satisfied()) due.push_back(c);
  long m = ++mark;
  while (!due.empty()) {
    Constraint *c = due.back();
    due.pop_back();
    if (c->output()->mark != m && c->inputs_known(m)) {
      steps.push_back(c);
      c->output()->mark = m;
      consumers(c->output(), due);
    }
  }
  return steps;
}

static void check(bool holds) {
  if (!holds) throw std::runtime_error("a constraint does not hold");
}

static void change(Planner &p, Variable *v, long value) {
  Edit edit(v, PREFERRED, p);
  Constraints steps = p.plan_of({&edit});
  for (int i = 0; i < 10; i++) {
    v->value = value;
    for (Constraint *c : steps) c->execute();
  }
  edit.end(p);
}

static long chain(long n) {
  Planner p;
  std::vector<std::unique_ptr<Variable>> vs;
  std::vector<std::unique_ptr<Constraint>> cs;
  for (long i = 0; i <= n; i++) vs.push_back(std::make_unique<Variable>("v" + std::to_string(i), 0));
  for (long i = 0; i < n; i++) cs.push_back(std::make_unique<Equal>(vs[i].get(), vs[i + 1].get(), REQUIRED, p));
  Variable *first = vs[0].get(), *last = vs[n].get();
  cs.push_back(std::make_unique<Stay>(last, STRONG_DEFAULT, p));
  Edit edit(first, PREFERRED, p);
  Constraints steps = p.plan_of({&edit});
  for (long i = 0; i < 100; i++) {
    first->value = i;
    for (Constraint *c : steps) c->execute();
    check(last->value == i);
  }
  edit.end(p);
  return last->value;
}

static long projection(long n) {
  Planner p;
  Variable scale("scale", 10), offset("offset", 1000);
  std::vector<std::unique_ptr<Variable>> sources, targets;
  std::vector<std::unique_ptr<Constraint>> cs;
  for (long i = 0; i < n; i++) {
    sources.push_back(std::make_unique<Variable>("source" + std::to_string(i), i));
    targets.push_back(std::make_unique<Variable>("target" + std::to_string(i), i));
    cs.push_back(std::make_unique<Stay>(sources[i].get(), NORMAL, p));
    cs.push_back(std::make_unique<Scale>(sources[i].get(), &scale, &offset, targets[i].get(), REQUIRED, p));
  }
  Variable *source = sources[n - 1].get(), *target = targets[n - 1].get();
  change(p, source, 17);
  check(target->value == 1170);
  change(p, target, 1050);
  check(source->value == 5);
  change(p, &scale, 5);
  for (long i = 0; i < n - 1; i++) check(targets[i]->value == i * 5 + 1000);
  change(p, &offset, 2000);
  for (long i = 0; i < n - 1; i++) check(targets[i]->value == i * 5 + 2000);
  long sum = 0;
  for (auto &t : targets) sum += t->value;
  return sum;
}

int main(int, char **argv) {
  long n = std::atol(argv[1]);
  long a = chain(n), b = projection(n);
  std::printf("%ld %ld\n", a, b);
}
