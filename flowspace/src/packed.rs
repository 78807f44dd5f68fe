//! The formats of `struct` and the type codes of `array`, where they are literals: a call is handed what its format says, as
//! lambdas that take the fields apart and put them together, so that each field has a type of
//! its own.
//!
//! ```text
//! unpack("<H2s", x)     unpack("<H2s", x, _size=4, _count=2, _fields=
//!                           lambda native, little, big, data, at:
//!                               (little.H(data, at + 0), little.s(data, at + 2, 2)))
//! pack("<H2s", a, b)    pack("<H2s", a, b, _size=4, _count=2, _fill=
//!                           lambda native, little, big, data, values:
//!                               (little.H(data, 0, values[0]), little.s(data, 2, values[1], 2)))
//! unpack(f"<{n}H", x)   unpack(f"<{n}H", x, _kind=0)
//! ```
//!
//! The parameters are the classes of `rlib/std/struct.py` that know an order of bytes each. Of
//! a format that is no literal the letters may still say that all fields are ints, floats or
//! bytes: `_kind` is one of them. A format that is wrong is left to the library, which raises
//! what CPython raises.

use crate::ast::*;
use naja_ir::Name;
use naja_ir::flow::{BinaryOp, Constant, ParamKind};
use naja_ir::source::Span;
use std::collections::HashMap;

/// A letter of a format: its size in native and in standard formats (0: it is not there), and
/// what it stands for.
struct Letter {
    letter: char,
    native: usize,
    standard: usize,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Pad,
    Int,
    Bool,
    Float,
    /// Of one byte.
    Char,
    /// Of as many bytes as its count says.
    Bytes,
}

const LETTERS: &[Letter] = &[
    Letter { letter: 'x', native: 1, standard: 1, kind: Kind::Pad },
    Letter { letter: 'b', native: 1, standard: 1, kind: Kind::Int },
    Letter { letter: 'B', native: 1, standard: 1, kind: Kind::Int },
    Letter { letter: 'h', native: 2, standard: 2, kind: Kind::Int },
    Letter { letter: 'H', native: 2, standard: 2, kind: Kind::Int },
    Letter { letter: 'i', native: 4, standard: 4, kind: Kind::Int },
    Letter { letter: 'I', native: 4, standard: 4, kind: Kind::Int },
    Letter { letter: 'l', native: 8, standard: 4, kind: Kind::Int },
    Letter { letter: 'L', native: 8, standard: 4, kind: Kind::Int },
    Letter { letter: 'q', native: 8, standard: 8, kind: Kind::Int },
    Letter { letter: 'Q', native: 8, standard: 8, kind: Kind::Int },
    Letter { letter: 'n', native: 8, standard: 0, kind: Kind::Int },
    Letter { letter: 'N', native: 8, standard: 0, kind: Kind::Int },
    Letter { letter: 'P', native: 8, standard: 0, kind: Kind::Int },
    Letter { letter: '?', native: 1, standard: 1, kind: Kind::Bool },
    Letter { letter: 'e', native: 2, standard: 2, kind: Kind::Float },
    Letter { letter: 'f', native: 4, standard: 4, kind: Kind::Float },
    Letter { letter: 'd', native: 8, standard: 8, kind: Kind::Float },
    Letter { letter: 'c', native: 1, standard: 1, kind: Kind::Char },
    Letter { letter: 's', native: 1, standard: 1, kind: Kind::Bytes },
    Letter { letter: 'p', native: 1, standard: 1, kind: Kind::Bytes },
];

/// A format with more fields is left to the library: it would be a function of that size.
const MOST_FIELDS: usize = 256;

/// The parameters of the lambdas; no program's names.
const NATIVE: &str = ".native";
const LITTLE: &str = ".little";
const BIG: &str = ".big";
const DATA: &str = ".data";
const AT: &str = ".at";
const VALUES: &str = ".values";

/// What a literal format says.
struct Layout {
    /// The parameter that knows its order of bytes.
    order: &'static str,
    size: usize,
    fields: Vec<Field>,
}

struct Field {
    letter: char,
    at: usize,
    /// Of bytes.
    length: Option<usize>,
}

/// The names that are bound once in a module, to what.
pub struct Once {
    values: HashMap<Name, ExprId>,
}

impl Once {
    /// `bound` says how often each name is bound.
    pub fn of(ast: &Ast, bound: &HashMap<Name, u32>) -> Once {
        let mut values = HashMap::new();
        for stmt in ast.stmts.values() {
            let StmtKind::Assign { targets, value } = &stmt.kind else { continue };
            let [target] = targets.as_slice() else { continue };
            if let ExprKind::Name(name) = ast.expr(*target)
                && bound.get(name) == Some(&1)
            {
                values.insert(name.clone(), *value);
            }
        }
        Once { values }
    }

    /// What stands for an expression, where that is a name.
    fn meant(&self, ast: &Ast, id: ExprId) -> ExprId {
        match ast.expr(id) {
            ExprKind::Name(name) => self.values.get(name).copied().unwrap_or(id),
            _ => id,
        }
    }
}

/// The keyword that a call of `array.array` is handed for its type code: an item of its kind.
pub fn kind_of_items(ast: &mut Ast, once: &Once, call: ExprId, code: ExprId) -> Option<Keyword> {
    let span = ast.span(call);
    let code = text(ast, once, code, 0)?;
    let kind = match LETTERS.iter().find(|row| code.starts_with(row.letter)).map(|row| row.kind) {
        _ if code == "u" => Constant::Str("".into()),
        Some(Kind::Int) => Constant::Int(0.into()),
        Some(Kind::Float) => Constant::Float(0.0),
        _ => return None,
    };
    let value = ast.exprs.push(Expr { span, kind: ExprKind::Constant(kind) });
    Some(Keyword { name: Some("_kind".into()), span, value })
}

/// The keywords that a call of a function of `struct` is handed for its format.
pub fn keywords(ast: &mut Ast, once: &Once, function: &str, call: ExprId, format: ExprId) -> Vec<Keyword> {
    let (takes, gives) = match function {
        "unpack" | "unpack_from" | "iter_unpack" => (true, false),
        "pack" | "pack_into" => (false, true),
        "Struct" => (true, true),
        _ => return Vec::new(),
    };
    let span = ast.span(call);
    let mut writer = Writer { ast, span };
    let format = once.meant(writer.ast, format);
    let layout = text(writer.ast, once, format, 0).and_then(|format| layout(&format));
    let mut found = Vec::new();
    match layout {
        Some(layout) => {
            found.push(("_size", writer.int(layout.size)));
            found.push(("_count", writer.int(layout.fields.len())));
            if takes {
                found.push(("_fields", writer.taking(&layout)));
            }
            if gives {
                found.push(("_fill", writer.filling(&layout)));
            }
        }
        None if takes => {
            let kind = match kind(writer.ast, once, format) {
                Some(Kind::Int) => Constant::Int(0.into()),
                Some(Kind::Float) => Constant::Float(0.0),
                Some(Kind::Char) => Constant::Bytes(Vec::new().into()),
                _ => return Vec::new(),
            };
            found.push(("_kind", writer.push(ExprKind::Constant(kind))));
        }
        None => {}
    }
    found.into_iter().map(|(name, value)| Keyword { name: Some(name.into()), span, value }).collect()
}

/// The text of a literal, or of a sum of such.
fn text(ast: &Ast, once: &Once, id: ExprId, depth: usize) -> Option<String> {
    match ast.expr(once.meant(ast, id)) {
        ExprKind::Constant(Constant::Str(text)) => Some(text.to_string()),
        ExprKind::Binary { op: BinaryOp::Add, left, right } if depth < 20 => {
            Some(text(ast, once, *left, depth + 1)? + &text(ast, once, *right, depth + 1)?)
        }
        _ => None,
    }
}

fn layout(format: &str) -> Option<Layout> {
    let (order, is_native, rest) = match format.chars().next() {
        Some('@') => (NATIVE, true, &format[1..]),
        Some('<' | '=') => (LITTLE, false, &format[1..]),
        Some('>' | '!') => (BIG, false, &format[1..]),
        _ => (NATIVE, true, format),
    };
    let mut layout = Layout { order, size: 0, fields: Vec::new() };
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_ascii_whitespace() {
            continue;
        }
        let mut letter = c;
        let mut count = None;
        while let Some(digit) = letter.to_digit(10) {
            let so_far: usize = count.unwrap_or(0) * 10 + digit as usize;
            if so_far > 1 << 24 {
                return None;
            }
            count = Some(so_far);
            letter = chars.next()?;
        }
        let row = LETTERS.iter().find(|row| row.letter == letter)?;
        let size = if is_native { row.native } else { row.standard };
        if size == 0 {
            return None;
        }
        if is_native {
            layout.size = layout.size.next_multiple_of(size);
        }
        let n = count.unwrap_or(1);
        match row.kind {
            Kind::Pad => {}
            // CPython has no such field, either.
            Kind::Bytes if letter == 'p' && n == 0 => return None,
            Kind::Bytes => layout.fields.push(Field { letter, at: layout.size, length: Some(n) }),
            _ if layout.fields.len() + n > MOST_FIELDS => return None,
            _ => {
                let places = (0..n).map(|i| layout.size + i * size);
                layout.fields.extend(places.map(|at| Field { letter, at, length: None }));
            }
        }
        layout.size += n * size;
    }
    (layout.fields.len() <= MOST_FIELDS).then_some(layout)
}

/// What all fields of a format are, as far as its letters are known.
fn kind(ast: &Ast, once: &Once, format: ExprId) -> Option<Kind> {
    let mut found: Option<Kind> = None;
    let mut is_mixed = false;
    let mut pending = vec![format];
    // A variable may be bound to a sum of itself.
    for _ in 0..200 {
        let Some(id) = pending.pop() else { break };
        match ast.expr(once.meant(ast, id)) {
            ExprKind::Constant(Constant::Str(text)) => {
                let letters = text.chars().filter_map(|c| LETTERS.iter().find(|row| row.letter == c));
                for kind in letters.map(|row| row.kind).filter(|kind| *kind != Kind::Pad) {
                    let kind = if kind == Kind::Bytes { Kind::Char } else { kind };
                    is_mixed |= found.is_some_and(|found| found != kind);
                    found = Some(kind);
                }
            }
            ExprKind::Joined(parts) => pending.extend(parts.iter().copied()),
            ExprKind::Binary { op: BinaryOp::Add | BinaryOp::Mul, left, right } => {
                pending.extend([*left, *right]);
            }
            ExprKind::Binary { op: BinaryOp::Mod, left, .. } => {
                let ExprKind::Constant(Constant::Str(template)) = ast.expr(*left) else { continue };
                let known = template.replace("%d", "").replace("%i", "").replace("%s", "");
                for row in LETTERS.iter().filter(|row| known.contains(row.letter) && row.kind != Kind::Pad) {
                    let kind = if row.kind == Kind::Bytes { Kind::Char } else { row.kind };
                    is_mixed |= found.is_some_and(|found| found != kind);
                    found = Some(kind);
                }
            }
            _ => {}
        }
    }
    found.filter(|_| !is_mixed)
}

struct Writer<'a> {
    ast: &'a mut Ast,
    span: Span,
}

impl Writer<'_> {
    fn push(&mut self, kind: ExprKind) -> ExprId {
        self.ast.exprs.push(Expr { span: self.span, kind })
    }

    fn int(&mut self, n: usize) -> ExprId {
        self.push(ExprKind::Constant(Constant::Int(n.into())))
    }

    fn name(&mut self, name: &str) -> ExprId {
        self.push(ExprKind::Name(name.into()))
    }

    /// `order.letter(arguments)`
    fn call(&mut self, order: &str, letter: char, args: Vec<ExprId>) -> ExprId {
        let value = self.name(order);
        // No method can have the name of `?`.
        let name = if letter == '?' { "t".into() } else { letter.to_string().into() };
        let func = self.push(ExprKind::Attribute { value, name });
        self.push(ExprKind::Call { func, args, keywords: Vec::new() })
    }

    fn taking(&mut self, layout: &Layout) -> ExprId {
        let mut items = Vec::new();
        for field in &layout.fields {
            let (left, right) = (self.name(AT), self.int(field.at));
            let at = self.push(ExprKind::Binary { op: BinaryOp::Add, left, right });
            let mut args = vec![self.name(DATA), at];
            args.extend(field.length.map(|n| self.int(n)));
            items.push(self.call(layout.order, field.letter, args));
        }
        let body = self.push(ExprKind::Tuple(items));
        self.lambda(&[NATIVE, LITTLE, BIG, DATA, AT].map(Name::from), body)
    }

    fn filling(&mut self, layout: &Layout) -> ExprId {
        let mut items = Vec::new();
        for (i, field) in layout.fields.iter().enumerate() {
            let (value, index) = (self.name(VALUES), self.int(i));
            let value = self.push(ExprKind::Subscript { value, index });
            let mut args = vec![self.name(DATA), self.int(field.at), value];
            args.extend(field.length.map(|n| self.int(n)));
            items.push(self.call(layout.order, field.letter, args));
        }
        let body = self.push(ExprKind::Tuple(items));
        self.lambda(&[NATIVE, LITTLE, BIG, DATA, VALUES].map(Name::from), body)
    }

    fn lambda(&mut self, params: &[Name], body: ExprId) -> ExprId {
        let span = self.span;
        let kind = ParamKind::PositionalOnly;
        let param = |name: &Name| Parameter { name: name.clone(), span, kind, annotation: None, default: None };
        let list = params.iter().map(param).collect();
        self.push(ExprKind::Lambda { params: Box::new(Parameters { list, vararg: None, kwarg: None }), body })
    }
}
