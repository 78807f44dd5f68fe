# An incremental solver of constraints with strengths (Freeman-Benson, Maloney, Borning:
# An Incremental Constraint Solver, CACM 1990): plans are found, run, and changed.
import sys

REQUIRED, STRONG_PREFERRED, PREFERRED, STRONG_DEFAULT, NORMAL, WEAK_DEFAULT, WEAKEST = range(7)
NONE, FORWARD, BACKWARD = 0, 1, -1


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.walk_strength = WEAKEST
        self.stays = True


class Constraint:
    """Something that should hold, as far as nothing stronger is against it."""

    def __init__(self, strength):
        self.strength = strength

    def begin(self, planner):
        self.add_to_graph()
        planner.add(self)

    def end(self, planner):
        if self.is_satisfied():
            planner.remove(self)
        else:
            self.remove_from_graph()

    def is_input(self):
        return False

    def satisfy(self, mark, planner):
        """Makes it hold, if it can; gives the constraint that it displaced."""
        self.choose_method(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise ValueError("a required constraint cannot be satisfied")
            return None
        self.mark_inputs(mark)
        out = self.output()
        displaced = out.determined_by
        if displaced is not None:
            displaced.mark_unsatisfied()
        out.determined_by = self
        if not planner.propagate_from(self, mark):
            raise ValueError("the constraints go round in a circle")
        out.mark = mark
        return displaced


class Unary(Constraint):
    def __init__(self, variable, strength, planner):
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False
        self.begin(planner)

    def add_to_graph(self):
        self.variable.constraints.append(self)
        self.satisfied = False

    def remove_from_graph(self):
        self.variable.constraints.remove(self)
        self.satisfied = False

    def choose_method(self, mark):
        self.satisfied = self.variable.mark != mark and self.strength < self.variable.walk_strength

    def is_satisfied(self):
        return self.satisfied

    def mark_inputs(self, mark):
        pass

    def inputs_known(self, mark):
        return True

    def mark_unsatisfied(self):
        self.satisfied = False

    def output(self):
        return self.variable

    def recalculate(self):
        self.variable.walk_strength = self.strength
        self.variable.stays = not self.is_input()
        if self.variable.stays:
            self.execute()

    def execute(self):
        pass


class Stay(Unary):
    """The variable should not change."""


class Edit(Unary):
    """The variable is set from outside."""

    def is_input(self):
        return True


class Binary(Constraint):
    def __init__(self, a, b, strength, planner):
        super().__init__(strength)
        self.a = a
        self.b = b
        self.direction = NONE
        self.begin(planner)

    def add_to_graph(self):
        self.a.constraints.append(self)
        self.b.constraints.append(self)
        self.direction = NONE

    def remove_from_graph(self):
        self.a.constraints.remove(self)
        self.b.constraints.remove(self)
        self.direction = NONE

    def choose_method(self, mark):
        a, b = self.a, self.b
        if a.mark == mark:
            self.direction = FORWARD if b.mark != mark and self.strength < b.walk_strength else NONE
        elif b.mark == mark:
            self.direction = BACKWARD if self.strength < a.walk_strength else NONE
        elif b.walk_strength < a.walk_strength:
            self.direction = BACKWARD if self.strength < a.walk_strength else NONE
        else:
            self.direction = FORWARD if self.strength < b.walk_strength else NONE

    def is_satisfied(self):
        return self.direction != NONE

    def mark_inputs(self, mark):
        self.input().mark = mark

    def input(self):
        return self.a if self.direction == FORWARD else self.b

    def output(self):
        return self.b if self.direction == FORWARD else self.a

    def mark_unsatisfied(self):
        self.direction = NONE

    def inputs_known(self, mark):
        source = self.input()
        return source.mark == mark or source.stays or source.determined_by is None

    def recalculate(self):
        source, target = self.input(), self.output()
        target.walk_strength = max(self.strength, source.walk_strength)
        target.stays = source.stays
        if target.stays:
            self.execute()

    def execute(self):
        raise NotImplementedError


class Equal(Binary):
    def execute(self):
        self.output().value = self.input().value


class Scale(Binary):
    """b == a * scale + offset"""

    def __init__(self, a, scale, offset, b, strength, planner):
        self.scale = scale
        self.offset = offset
        super().__init__(a, b, strength, planner)

    def add_to_graph(self):
        super().add_to_graph()
        self.scale.constraints.append(self)
        self.offset.constraints.append(self)

    def remove_from_graph(self):
        super().remove_from_graph()
        self.scale.constraints.remove(self)
        self.offset.constraints.remove(self)

    def mark_inputs(self, mark):
        super().mark_inputs(mark)
        self.scale.mark = mark
        self.offset.mark = mark

    def recalculate(self):
        source, target = self.input(), self.output()
        target.walk_strength = max(self.strength, source.walk_strength)
        target.stays = source.stays and self.scale.stays and self.offset.stays
        if target.stays:
            self.execute()

    def execute(self):
        if self.direction == FORWARD:
            self.b.value = self.a.value * self.scale.value + self.offset.value
        else:
            self.a.value = (self.b.value - self.offset.value) // self.scale.value


class Planner:
    def __init__(self):
        self.mark = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def add(self, constraint):
        mark = self.new_mark()
        displaced = constraint.satisfy(mark, self)
        while displaced is not None:
            displaced = displaced.satisfy(mark, self)

    def remove(self, constraint):
        out = constraint.output()
        constraint.mark_unsatisfied()
        constraint.remove_from_graph()
        unsatisfied = self.propagate_removal(out)
        unsatisfied.sort(key=lambda c: c.strength)
        for other in unsatisfied:
            self.add(other)

    def propagate_from(self, constraint, mark):
        """Goes on from its output; False where it comes back to it."""
        due = [constraint]
        while due:
            c = due.pop()
            if c.output().mark == mark:
                self.remove(constraint)
                return False
            c.recalculate()
            self.add_consumers(c.output(), due)
        return True

    def propagate_removal(self, out):
        out.determined_by = None
        out.walk_strength = WEAKEST
        out.stays = True
        unsatisfied = []
        due = [out]
        while due:
            variable = due.pop()
            for c in variable.constraints:
                if not c.is_satisfied():
                    unsatisfied.append(c)
            by = variable.determined_by
            for c in variable.constraints:
                if c is not by and c.is_satisfied():
                    c.recalculate()
                    due.append(c.output())
        return unsatisfied

    def add_consumers(self, variable, found):
        by = variable.determined_by
        for c in variable.constraints:
            if c is not by and c.is_satisfied():
                found.append(c)

    def plan(self, sources):
        mark = self.new_mark()
        steps = []
        due = sources
        while due:
            c = due.pop()
            if c.output().mark != mark and c.inputs_known(mark):
                steps.append(c)
                c.output().mark = mark
                self.add_consumers(c.output(), due)
        return steps

    def plan_of(self, constraints):
        return self.plan([c for c in constraints if c.is_input() and c.is_satisfied()])


def change(planner, variable, value):
    edit = Edit(variable, PREFERRED, planner)
    steps = planner.plan_of([edit])
    for _ in range(10):
        variable.value = value
        for step in steps:
            step.execute()
    edit.end(planner)


def chain(n):
    """A long row of equal variables, of which the first is edited."""
    planner = Planner()
    variables = [Variable(f"v{i}", 0) for i in range(n + 1)]
    for a, b in zip(variables, variables[1:]):
        Equal(a, b, REQUIRED, planner)
    first, last = variables[0], variables[-1]
    Stay(last, STRONG_DEFAULT, planner)
    edit = Edit(first, PREFERRED, planner)
    steps = planner.plan_of([edit])
    for i in range(100):
        first.value = i
        for step in steps:
            step.execute()
        if last.value != i:
            raise ValueError(f"the chain ends in {last.value}, not {i}")
    edit.end(planner)
    return last.value


def projection(n):
    """Many variables, each projected on another by the same scale and offset."""
    planner = Planner()
    scale, offset = Variable("scale", 10), Variable("offset", 1000)
    source = target = None
    targets = []
    for i in range(n):
        source, target = Variable(f"source{i}", i), Variable(f"target{i}", i)
        targets.append(target)
        Stay(source, NORMAL, planner)
        Scale(source, scale, offset, target, REQUIRED, planner)
    change(planner, source, 17)
    assert target.value == 1170
    change(planner, target, 1050)
    assert source.value == 5
    change(planner, scale, 5)
    assert all(t.value == i * 5 + 1000 for i, t in enumerate(targets[:-1]))
    change(planner, offset, 2000)
    assert all(t.value == i * 5 + 2000 for i, t in enumerate(targets[:-1]))
    return sum(t.value for t in targets)


def main(n):
    print(chain(n), projection(n))


main(int(sys.argv[1]))
