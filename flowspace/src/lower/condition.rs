//! Tests: control flow instead of values, and what each way out of a test teaches
//! about the variables in it.

use super::Lowering;
use crate::ast::*;
use crate::ssa::Var;
use naja_ir::flow::{CompareOp, Constant, FlowOp, Refinement, UnaryOp};
use naja_ir::graph::{Block, Link, Value};
use naja_ir::source::Span;

/// What a test teaches about a variable.
pub(super) struct Fact {
    pub var: Var,
    /// What the variable held in the test.
    pub value: Value,
    pub when_true: Refinement,
    pub when_false: Refinement,
    /// The other operand, if the refinement has one.
    pub other: Option<Value>,
    pub span: Span,
}

impl Lowering<'_> {
    /// Goes to `then` or `otherwise`. The caller enters both.
    pub(super) fn condition(&mut self, id: ExprId, then: Block, otherwise: Block) {
        let (mut id, mut then, mut otherwise) = (id, then, otherwise);
        while let ExprKind::Unary { op: UnaryOp::Not, operand } = *self.ast.expr(id) {
            (id, then, otherwise) = (operand, otherwise, then);
        }
        if let Some(value) = self.fold(id) {
            self.jump(if value { then } else { otherwise }, &[]);
            return;
        }
        match self.ast.expr(id) {
            ExprKind::And(operands) => {
                let (&last, before) = operands.split_last().expect("`and` has operands");
                for &operand in before {
                    let next = self.new_block();
                    self.condition(operand, next, otherwise);
                    self.enter(next);
                    if self.block.is_none() {
                        return;
                    }
                }
                self.condition(last, then, otherwise);
            }
            ExprKind::Or(operands) => {
                let (&last, before) = operands.split_last().expect("`or` has operands");
                for &operand in before {
                    let next = self.new_block();
                    self.condition(operand, then, next);
                    self.enter(next);
                    if self.block.is_none() {
                        return;
                    }
                }
                self.condition(last, then, otherwise);
            }
            ExprKind::Compare { left, rest } if rest.len() > 1 => {
                let span = self.ast.span(id);
                let mut left_id = *left;
                let mut left = self.expr(left_id);
                let (last, before) = rest.split_last().expect("a comparison has an operator");
                for &(op, right_id) in before {
                    let right = self.expr(right_id);
                    let next = self.new_block();
                    let facts = self.comparison_facts((left_id, left), op, (right_id, right), span);
                    let value = self.emit(FlowOp::Compare(op), &[left, right], span);
                    self.test(value, &facts, next, otherwise, span);
                    self.enter(next);
                    (left_id, left) = (right_id, right);
                }
                let right = self.expr(last.1);
                let facts = self.comparison_facts((left_id, left), last.0, (last.1, right), span);
                let value = self.emit(FlowOp::Compare(last.0), &[left, right], span);
                self.test(value, &facts, then, otherwise, span);
            }
            _ => {
                let (value, facts) = self.tested(id);
                self.test(value, &facts, then, otherwise, self.ast.span(id));
            }
        }
    }

    /// Branches on a value, on each way with what is known there.
    fn test(&mut self, value: Value, facts: &[Fact], then: Block, otherwise: Block, span: Span) {
        let truth = self.truth(value, span);
        if facts.is_empty() {
            self.branch(truth, Link::new(then, []), Link::new(otherwise, []));
            return;
        }
        let (yes, no) = (self.new_block(), self.new_block());
        self.branch(truth, Link::new(yes, []), Link::new(no, []));
        for (edge, target, truth) in [(yes, then, true), (no, otherwise, false)] {
            self.enter(edge);
            self.learn(facts, truth, value);
            self.jump(target, &[]);
        }
    }

    /// A value that is tested, and what the test teaches.
    pub(super) fn tested(&mut self, id: ExprId) -> (Value, Vec<Fact>) {
        let span = self.ast.span(id);
        match self.ast.expr(id) {
            ExprKind::Name(_) | ExprKind::Named { .. } => {
                let value = self.expr(id);
                let facts = self.fact(id, value, Refinement::Truthy, Refinement::Falsy, None, span);
                (value, facts.into_iter().collect())
            }
            ExprKind::Compare { left, rest } if rest.len() == 1 => {
                let (op, right_id) = rest[0];
                let left_value = self.expr(*left);
                let right = self.expr(right_id);
                let facts = self.comparison_facts((*left, left_value), op, (right_id, right), span);
                let value = self.emit(FlowOp::Compare(op), &[left_value, right], span);
                if matches!(op, CompareOp::Is | CompareOp::IsNot) {
                    self.bools.insert(value);
                }
                (value, facts)
            }
            ExprKind::Call { func, args, keywords }
                if args.len() == 2
                    && keywords.is_empty()
                    && self.is_isinstance(*func)
                    && !args.iter().any(|&arg| self.is_starred(arg)) =>
            {
                let func = self.expr(*func);
                let is_builtin = matches!(
                    self.constants.get(&func), Some(Constant::Builtin(name)) if &**name == "isinstance");
                let object = self.expr(args[0]);
                let class = self.expr(args[1]);
                let value = self.emit(FlowOp::Call { keywords: Vec::new() }, &[func, object, class], span);
                let (yes, no) = (Refinement::IsInstance, Refinement::NotInstance);
                let fact = if is_builtin { self.fact(args[0], object, yes, no, Some(class), span) } else { None };
                (value, fact.into_iter().collect())
            }
            _ => (self.expr(id), Vec::new()),
        }
    }

    fn is_isinstance(&self, callee: ExprId) -> bool {
        matches!(self.ast.expr(callee), ExprKind::Name(name) if &**name == "isinstance")
    }

    fn comparison_facts(
        &mut self,
        left: (ExprId, Value),
        op: CompareOp,
        right: (ExprId, Value),
        span: Span,
    ) -> Vec<Fact> {
        let is_none = |l: &Self, value: Value| l.constants.get(&value) == Some(&Constant::None);
        let ((left_id, left), (right_id, right)) = (left, right);
        match op {
            CompareOp::Is | CompareOp::IsNot if is_none(self, right) => {
                let (mut yes, mut no) = (Refinement::IsNone, Refinement::NotNone);
                if op == CompareOp::IsNot {
                    (yes, no) = (no, yes);
                }
                self.fact(left_id, left, yes, no, None, span).into_iter().collect()
            }
            CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn => Vec::new(),
            _ => {
                let negated = negated(op);
                let compare = |op| (Refinement::Compare(op), Refinement::Compare(mirrored(op)));
                let (yes, yes_mirrored) = compare(op);
                let (no, no_mirrored) = compare(negated);
                let of_left = self.fact(left_id, left, yes, no, Some(right), span);
                let of_right = self.fact(right_id, right, yes_mirrored, no_mirrored, Some(left), span);
                of_left.into_iter().chain(of_right).collect()
            }
        }
    }

    /// A fact about the variable that an operand names, if it names one.
    fn fact(
        &mut self,
        operand: ExprId,
        value: Value,
        when_true: Refinement,
        when_false: Refinement,
        other: Option<Value>,
        span: Span,
    ) -> Option<Fact> {
        let name = match self.ast.expr(operand) {
            ExprKind::Name(name) => name,
            ExprKind::Named { target, .. } => match self.ast.expr(*target) {
                ExprKind::Name(name) => name,
                _ => return None,
            },
            _ => return None,
        };
        let var = *self.vars.get(name)?;
        Some(Fact { var, value, when_true, when_false, other, span })
    }

    /// Refines the variables, where they still hold what was tested. Gives what
    /// was tested, as it is known now.
    pub(super) fn learn(&mut self, facts: &[Fact], truth: bool, tested: Value) -> Value {
        let mut result = tested;
        for fact in facts {
            if self.read(fact.var) == fact.value {
                let refinement = if truth { &fact.when_true } else { &fact.when_false };
                let args: Vec<Value> = [fact.value].into_iter().chain(fact.other).collect();
                let value = self.emit(FlowOp::Refine(refinement.clone()), &args, fact.span);
                self.graph.values[value] = Some(self.ssa.vars[fact.var].clone());
                self.write(fact.var, value);
                if fact.value == tested {
                    result = value;
                }
            }
        }
        result
    }

    /// The outcome of a test that is known without running: what it skips is not part of the program.
    pub(super) fn fold(&self, id: ExprId) -> Option<bool> {
        match self.ast.expr(id) {
            ExprKind::Constant(constant) => match constant {
                Constant::None => Some(false),
                Constant::Bool(b) => Some(*b),
                Constant::Int(n) => Some(*n != 0.into()),
                Constant::Float(x) => Some(*x != 0.0),
                Constant::Str(s) => Some(!s.is_empty()),
                Constant::Bytes(bytes) => Some(!bytes.is_empty()),
                Constant::Ellipsis => Some(true),
                _ => None,
            },
            ExprKind::Name(name) => match self.static_name(name)? {
                Constant::Bool(b) => Some(b),
                Constant::Typing(name) if &*name == "TYPE_CHECKING" => Some(false),
                _ => None,
            },
            ExprKind::Attribute { value, name } if &**name == "TYPE_CHECKING" => match self.ast.expr(*value) {
                ExprKind::Name(module) => match self.static_name(module)? {
                    Constant::Typing(name) if name.is_empty() => Some(false),
                    _ => None,
                },
                _ => None,
            },
            ExprKind::Compare { left, rest } if rest.len() == 1 => {
                let (op, right) = rest[0];
                let text = |id: ExprId| match self.ast.expr(id) {
                    ExprKind::Constant(Constant::Str(text)) => Some(text.clone()),
                    ExprKind::Name(name) if &**name == "__name__" => match self.static_name(name)? {
                        Constant::Str(text) => Some(text),
                        _ => None,
                    },
                    _ => None,
                };
                let equal = text(*left)? == text(right)?;
                match op {
                    CompareOp::Eq => Some(equal),
                    CompareOp::Ne => Some(!equal),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

fn negated(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Eq => CompareOp::Ne,
        CompareOp::Ne => CompareOp::Eq,
        CompareOp::Lt => CompareOp::Ge,
        CompareOp::Ge => CompareOp::Lt,
        CompareOp::Gt => CompareOp::Le,
        CompareOp::Le => CompareOp::Gt,
        other => other,
    }
}

/// `a op b` as said of b.
fn mirrored(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Lt => CompareOp::Gt,
        CompareOp::Gt => CompareOp::Lt,
        CompareOp::Le => CompareOp::Ge,
        CompareOp::Ge => CompareOp::Le,
        other => other,
    }
}
