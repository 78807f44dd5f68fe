//! Displays of tuples, lists, sets and dicts. What has no stars is one operation;
//! from the first star on a display grows piece by piece.

use super::Lowering;
use crate::ast::*;
use naja_ir::flow::{BinaryOp, FlowOp, SetOrder};
use naja_ir::graph::Value;
use naja_ir::source::Span;

impl Lowering<'_> {
    pub(super) fn tuple(&mut self, items: &[ExprId], span: Span) -> Value {
        if !items.iter().any(|&item| self.is_starred(item)) {
            let items = self.exprs(items);
            return self.emit(FlowOp::Tuple, &items, span);
        }
        let list = self.list(items, span);
        self.emit(FlowOp::ListToTuple, &[list], span)
    }

    pub(super) fn list(&mut self, items: &[ExprId], span: Span) -> Value {
        self.growing(items, [FlowOp::List, FlowOp::ListAppend, FlowOp::ListExtend], span)
    }

    pub(super) fn set(&mut self, items: &[ExprId], span: Span) -> Value {
        let constant = items.len() > 2 && items.iter().all(|&item| self.is_folded(item));
        let order = if constant { SetOrder::OfConstant } else { SetOrder::OneByOne };
        self.growing(items, [FlowOp::Set(order), FlowOp::SetAdd, FlowOp::SetUpdate], span)
    }

    /// What a loop goes over at once: of constants CPython's compiler makes a frozenset.
    pub(super) fn iterated(&mut self, id: ExprId) -> Value {
        match self.ast.expr(id) {
            ExprKind::Set(items) if items.iter().all(|&item| self.is_folded(item)) => {
                let order = FlowOp::Set(SetOrder::Constant);
                self.growing(items, [order, FlowOp::SetAdd, FlowOp::SetUpdate], self.ast.span(id))
            }
            _ => self.expr(id),
        }
    }

    /// Does CPython's compiler know the value?
    fn is_folded(&self, id: ExprId) -> bool {
        match self.ast.expr(id) {
            ExprKind::Constant(_) => true,
            ExprKind::Unary { operand, .. } => self.is_folded(*operand),
            ExprKind::Tuple(items) => items.iter().all(|&item| self.is_folded(item)),
            // The others can fail, or be larger than what is kept.
            ExprKind::Binary { op: BinaryOp::Add | BinaryOp::Sub, left, right } => {
                self.is_folded(*left) && self.is_folded(*right)
            }
            _ => false,
        }
    }

    fn growing(&mut self, items: &[ExprId], [new, add, extend]: [FlowOp; 3], span: Span) -> Value {
        let first_star = items.iter().position(|&item| self.is_starred(item)).unwrap_or(items.len());
        let (before, rest) = items.split_at(first_star);
        let before = self.exprs(before);
        let whole = self.emit(new, &before, span);
        for &item in rest {
            match *self.ast.expr(item) {
                ExprKind::Starred(iterable) => {
                    let iterable = self.used_up(iterable);
                    self.emit0(extend.clone(), &[whole, iterable], span);
                }
                _ => {
                    let item = self.expr(item);
                    self.emit0(add.clone(), &[whole, item], span);
                }
            }
        }
        whole
    }

    /// The pairs between two stars are evaluated before any is stored.
    pub(super) fn dict(&mut self, items: &[(Option<ExprId>, ExprId)], span: Span) -> Value {
        let mut runs = items.split_inclusive(|(key, _)| key.is_none());
        let mut whole = None;
        let mut run = runs.next().unwrap_or_default();
        loop {
            let pairs = run.iter().filter_map(|&(key, value)| Some((key?, value)));
            let pairs: Vec<[Value; 2]> = pairs.map(|(key, value)| [self.expr(key), self.expr(value)]).collect();
            let dict = match whole {
                None => self.emit(FlowOp::Dict, pairs.as_flattened(), span),
                Some(dict) => {
                    for [key, value] in pairs {
                        self.emit0(FlowOp::DictSetItem, &[dict, key, value], span);
                    }
                    dict
                }
            };
            whole = Some(dict);
            if let Some(&(None, mapping)) = run.last() {
                let mapping = self.expr(mapping);
                self.emit0(FlowOp::DictUpdate, &[dict, mapping], span);
            }
            match runs.next() {
                Some(next) => run = next,
                None => return dict,
            }
        }
    }

    pub(super) fn is_starred(&self, item: ExprId) -> bool {
        matches!(self.ast.expr(item), ExprKind::Starred(_))
    }

    fn exprs(&mut self, items: &[ExprId]) -> Vec<Value> {
        items.iter().map(|&item| self.expr(item)).collect()
    }
}
