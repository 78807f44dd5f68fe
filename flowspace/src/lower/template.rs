//! `template % values` and `template.format(...)` with a literal template become what an
//! f-string becomes: the values, each formatted, and one concatenation.
//!
//! ```text
//! "%d of %s" % (n, x)      v3 = percent[%d] v1; v4 = percent[%s] v2; concat v3 " of " v4
//! "%d items" % x           the same where x is no tuple; a tuple is left to the library
//! "{}: {y.z!r:>5}"         v3 = format v1; v4 = getattr[z] v2; v5 = format_spec[repr] v4 ">5"
//! ```

use super::Lowering;
use crate::ast::{ExprId, ExprKind, Keyword};
use crate::template::{self, Field, First, Part, Percent, Piece};
use naja_ir::flow::{BinaryOp, Constant, Conversion, FlowOp, Refinement};
use naja_ir::graph::{Link, Value};
use naja_ir::source::Span;

impl<'a> Lowering<'a> {
    /// `left % right`, where the left operand is a literal that can be taken apart.
    pub(super) fn percent(&mut self, left: ExprId, text: Value, right: ExprId, span: Span) -> Option<Value> {
        let ExprKind::Constant(Constant::Str(template)) = self.ast.expr(left) else { return None };
        let pieces = template::percent(template)?;
        let keys: Vec<bool> = pieces
            .iter()
            .filter_map(|piece| match piece {
                Percent::Text(_) => None,
                Percent::Directive(key, _) => Some(key.is_some()),
            })
            .collect();
        if let ExprKind::Tuple(items) = self.ast.expr(right) {
            if items.len() != keys.len() || keys.contains(&true) || items.iter().any(|&item| self.is_starred(item)) {
                return None;
            }
            let values: Vec<Value> = items.iter().map(|&item| self.expr(item)).collect();
            return Some(self.filled(&pieces, &values, span));
        }
        let (class, by_key) = match keys[..] {
            [false] => ("tuple", false),
            [_, ..] if !keys.contains(&false) => ("dict", true),
            _ => return None,
        };
        let is_plain = matches!(self.ast.expr(right), ExprKind::Constant(_) | ExprKind::Joined(_) | ExprKind::Dict(_));
        let is_dict = matches!(self.ast.expr(right), ExprKind::Dict(_));
        let value = self.expr(right);
        let value = self.items_of(value, span);
        if is_plain && is_dict >= by_key {
            return Some(self.filled(&pieces, &[value], span));
        }
        let class = self.constant(Constant::Builtin(class.into()), span);
        let isinstance = self.constant(Constant::Builtin("isinstance".into()), span);
        let is_instance = self.emit(FlowOp::Call { keywords: Vec::new() }, &[isinstance, value, class], span);
        let (yes, no, join) = (self.new_block(), self.new_block(), self.new_block());
        let result = self.add_param(join, None);
        self.branch(is_instance, Link::new(yes, []), Link::new(no, []));
        for (block, refinement) in [(yes, Refinement::IsInstance), (no, Refinement::NotInstance)] {
            let by_library = (refinement == Refinement::IsInstance) != by_key;
            self.enter(block);
            let value = self.emit(FlowOp::Refine(refinement), &[value, class], span);
            let done = match by_library {
                true => self.emit(FlowOp::Binary { op: BinaryOp::Mod, inplace: false }, &[text, value], span),
                false => self.filled(&pieces, &[value], span),
            };
            self.jump(join, &[done]);
        }
        self.enter(join);
        Some(result)
    }

    /// The pieces, with the values in turn; a directive with a key takes an item of the
    /// only one.
    fn filled(&mut self, pieces: &[Percent], values: &[Value], span: Span) -> Value {
        let mut strings = Vec::new();
        let mut next = values.iter().copied();
        for piece in pieces {
            match piece {
                Percent::Text(text) => self.add_text(&mut strings, text, span),
                Percent::Directive(key, directive) => {
                    let value = match key {
                        Some(key) => {
                            let key = self.constant(Constant::Str(key.as_str().into()), span);
                            self.emit(FlowOp::GetItem, &[values[0], key], span)
                        }
                        None => next.next().expect("as many values as directives"),
                    };
                    let plain = directive.flags == 0 && directive.width.is_none() && directive.precision.is_none();
                    let op = match directive.conversion {
                        's' if plain => FlowOp::Format(Conversion::Str),
                        'r' if plain => FlowOp::Format(Conversion::Repr),
                        'a' if plain => FlowOp::Format(Conversion::Ascii),
                        _ => FlowOp::Percent(*directive),
                    };
                    strings.push(self.emit(op, &[value], span));
                }
            }
        }
        self.joined(&strings, span)
    }

    /// The pieces of the template, where this is `"...".format` of arguments that fit.
    pub(super) fn format_call(&self, callee: ExprId, args: &[ExprId], keywords: &[Keyword]) -> Option<Vec<Piece>> {
        let ExprKind::Attribute { value, name } = self.ast.expr(callee) else { return None };
        let ExprKind::Constant(Constant::Str(text)) = self.ast.expr(*value) else { return None };
        let stars = args.iter().any(|&arg| self.is_starred(arg)) || keywords.iter().any(|k| k.name.is_none());
        if &**name != "format" || stars {
            return None;
        }
        let pieces = template::format(text)?;
        let fits = |field: &Field| match &field.first {
            First::Number(n) => *n < args.len(),
            First::Name(name) => keywords.iter().any(|k| k.name.as_deref() == Some(name)),
        };
        let all = |pieces: &[Piece]| {
            pieces.iter().all(|piece| match piece {
                Piece::Text(_) => true,
                Piece::Field(field) => fits(field),
            })
        };
        let specs_fit = pieces.iter().all(|piece| match piece {
            Piece::Text(_) => true,
            Piece::Field(field) => all(&field.spec),
        });
        (specs_fit && all(&pieces)).then_some(pieces)
    }

    /// The text of such a call.
    pub(super) fn formatted(&mut self, pieces: &[Piece], args: &[ExprId], keywords: &[Keyword], span: Span) -> Value {
        let values: Vec<Value> = args.iter().map(|&arg| self.expr(arg)).collect();
        let named = keywords.iter().map(|k| (&**k.name.as_ref().expect("no stars"), self.expr(k.value))).collect();
        self.rendered(pieces, &Arguments { values, named }, span)
    }

    fn rendered(&mut self, pieces: &[Piece], arguments: &Arguments, span: Span) -> Value {
        let mut strings = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Text(text) => self.add_text(&mut strings, text, span),
                Piece::Field(field) => {
                    let text = self.field(field, arguments, span);
                    strings.push(text);
                }
            }
        }
        self.joined(&strings, span)
    }

    fn field(&mut self, field: &Field, arguments: &Arguments, span: Span) -> Value {
        let mut value = match &field.first {
            First::Number(n) => arguments.values[*n],
            First::Name(name) => arguments.named.iter().find(|(k, _)| k == name).expect("it fits").1,
        };
        for part in &field.parts {
            value = match part {
                Part::Attribute(name) => self.emit(FlowOp::GetAttr(name.as_str().into()), &[value], span),
                Part::Key(key) => {
                    let key = self.constant(Constant::Str(key.as_str().into()), span);
                    self.emit(FlowOp::GetItem, &[value, key], span)
                }
                Part::Index(i) => {
                    let i = self.constant(Constant::Int((*i).into()), span);
                    self.emit(FlowOp::GetItem, &[value, i], span)
                }
            };
        }
        if field.spec.is_empty() {
            return self.emit(FlowOp::Format(field.conversion), &[value], span);
        }
        let spec = self.rendered(&field.spec, arguments, span);
        self.emit(FlowOp::FormatSpec(field.conversion), &[value, spec], span)
    }

    fn add_text(&mut self, strings: &mut Vec<Value>, text: &str, span: Span) {
        if !text.is_empty() {
            strings.push(self.constant(Constant::Str(text.into()), span));
        }
    }

    pub(super) fn joined(&mut self, strings: &[Value], span: Span) -> Value {
        match strings {
            [] => self.constant(Constant::Str("".into()), span),
            [only] => *only,
            _ => self.emit(FlowOp::Concat, strings, span),
        }
    }
}

/// What a call of `format` gives to its fields.
struct Arguments<'k> {
    values: Vec<Value>,
    named: Vec<(&'k str, Value)>,
}
