//! Classes of `enum`, as far as the text tells: which there are, the values of
//! their members, and what `auto()` stands for.

use crate::ast::*;
use crate::errors::Mistake;
use crate::origin::Origins;
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::{BinaryOp, Constant, UnaryOp};
use num_bigint::BigInt;
use std::collections::HashMap;

/// A value that the text spells out.
#[derive(Clone, PartialEq, Debug)]
pub enum Known {
    Constant(Constant),
    Tuple(Vec<Known>),
}

impl Known {
    pub fn int(&self) -> Option<BigInt> {
        match self {
            Known::Constant(Constant::Int(n)) => Some(n.clone()),
            Known::Constant(Constant::Bool(b)) => Some(BigInt::from(u8::from(*b))),
            _ => None,
        }
    }

    /// As Python's `==` has it, for numbers that are no floats, strings and tuples.
    pub fn equals(&self, other: &Known) -> bool {
        match (self, other) {
            (Known::Tuple(a), Known::Tuple(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.equals(b)),
            _ => match (self.int(), other.int()) {
                (Some(a), Some(b)) => a == b,
                _ => self == other,
            },
        }
    }
}

/// The value of an expression of literals, and of names that are known.
pub fn known(ast: &Ast, id: ExprId, names: &HashMap<Name, Known>) -> Option<Known> {
    if let Some(literal) = ast.literal(id) {
        return Some(Known::Constant(literal));
    }
    let int = |id: ExprId| known(ast, id, names)?.int();
    let value = match ast.expr(id) {
        ExprKind::Name(name) => return names.get(name).cloned(),
        ExprKind::Tuple(items) => {
            return items.iter().map(|&item| known(ast, item, names)).collect::<Option<_>>().map(Known::Tuple);
        }
        ExprKind::Unary { op: UnaryOp::Neg, operand } => -int(*operand)?,
        ExprKind::Unary { op: UnaryOp::Invert, operand } => -(int(*operand)? + BigInt::from(1)),
        ExprKind::Binary { op, left, right } => {
            let (a, b) = (int(*left)?, int(*right)?);
            match op {
                BinaryOp::Add => a + b,
                BinaryOp::Sub => a - b,
                BinaryOp::Mul => a * b,
                BinaryOp::LShift => a << u32::try_from(b).ok().filter(|&n| n < 4096)?,
                BinaryOp::Or => a | b,
                BinaryOp::And => a & b,
                BinaryOp::Xor => a ^ b,
                _ => return None,
            }
        }
        _ => return None,
    };
    Some(Known::Constant(Constant::Int(value)))
}

/// The values that names before one `=` get: of a tuple, or of a range of literals.
pub fn known_items(ast: &Ast, id: ExprId, names: &HashMap<Name, Known>) -> Option<Vec<Known>> {
    let (func, args) = match ast.expr(id) {
        ExprKind::Call { func, args, keywords } if keywords.is_empty() => (*func, args),
        _ => match known(ast, id, names)? {
            Known::Tuple(items) => return Some(items),
            Known::Constant(_) => return None,
        },
    };
    if !matches!(ast.expr(func), ExprKind::Name(name) if &**name == "range") {
        return None;
    }
    let bounds: Option<Vec<i64>> = args.iter().map(|&arg| i64::try_from(known(ast, arg, names)?.int()?).ok()).collect();
    let range = match bounds?[..] {
        [stop] => 0..stop,
        [start, stop] => start..stop,
        _ => return None,
    };
    Some(range.take(MOST_ITEMS).map(|n| Known::Constant(Constant::Int(n.into()))).collect())
}

/// More names are not written before one `=`.
const MOST_ITEMS: usize = 1000;

/// A class that derives from one of the module that derives from a class of `enum`
/// does so too.
pub fn inherit(ast: &Ast, def: &mut ClassDef, enums: &mut HashMap<Name, EnumKind>) {
    if def.enumeration.is_none() {
        let inherited = def.bases.iter().find_map(|&base| match ast.expr(base) {
            ExprKind::Name(name) => enums.get(name).copied(),
            _ => None,
        });
        def.enumeration = inherited;
    }
    if let Some(kind) = def.enumeration {
        enums.insert(def.name.clone(), kind);
    }
}

/// Replaces each `auto()` by the number, or the name, that it stands for.
pub fn number(ast: &mut Ast, origins: &Origins, def: &ClassDef, mistakes: &mut Vec<Diagnostic>) {
    let Some(kind) = def.enumeration else { return };
    let mut values: HashMap<Name, Known> = HashMap::new();
    let mut last: Option<BigInt> = None;
    for &id in &def.body {
        let StmtKind::Assign { targets, value } = ast.stmt(id) else { continue };
        let ([target], value) = (targets.as_slice(), *value) else { continue };
        let ExprKind::Name(name) = ast.expr(*target) else { continue };
        let name = name.clone();
        let is_auto = |id: ExprId| match ast.expr(id) {
            ExprKind::Call { func, args, .. } => {
                args.is_empty() && origins.meaning(ast, *func) == Some(("enum", "auto"))
            }
            _ => false,
        };
        if is_auto(value) {
            let next = match (&last, kind) {
                (_, EnumKind::Str) => Constant::Str(name.to_lowercase().into()),
                (None, _) => Constant::Int(1.into()),
                (Some(last), kind) if kind.is_flag() => Constant::Int(BigInt::from(1) << last.bits()),
                (Some(last), _) => Constant::Int(last + 1),
            };
            ast.exprs[value].kind = ExprKind::Constant(next);
        } else if let ExprKind::Tuple(items) = ast.expr(value)
            && items.iter().any(|&item| is_auto(item))
        {
            let what = "tuples with auto()".into();
            mistakes.push(Mistake::NotYet { what, help: None }.at(ast.span(value)));
        }
        if let Some(value) = known(ast, value, &values) {
            last = value.int().into_iter().chain(last).max();
            values.insert(name, value);
        }
    }
}
