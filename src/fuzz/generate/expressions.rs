//! Expressions of every type.

use super::{Generator, Operator, Variable};
use crate::fuzz::tree::Expr;
use crate::fuzz::types::{self, Type, dict, list, set};

const INTS: &[&str] = &[
    "0",
    "1",
    "2",
    "3",
    "5",
    "7",
    "-1",
    "-2",
    "10",
    "63",
    "64",
    "255",
    "-128",
    "1000003",
    "2147483648",
    "9007199254740993",
    "MAX",
];
const FLOATS: &[&str] =
    &["0.0", "-0.0", "1.0", "0.5", "2.5", "-3.75", "1e16", "1e22", "0.1", "1e-07", "123456.789", "-2.5"];
const STRS: &[&str] = &[
    "''",
    "'a'",
    "'b'",
    "'ab'",
    "'xyz'",
    "'é'",
    "'Straße'",
    "'日本'",
    "'😀'",
    "'a b'",
    "'it\\'s'",
    "'a\\n'",
    "'12'",
    "'-7'",
    "'3.5'",
    "'\\x00'",
    "'Ab,cD'",
    "'aaa'",
];
const BYTES: &[&str] = &["b''", "b'a'", "b'ab\\x00'", "b'\\xff'", "b'a,b'", "b'12'"];

impl Generator {
    /// An expression of this type, `depth` deep at most, but where the type asks for more.
    pub(super) fn expr(&mut self, ty: &Type, depth: usize) -> Expr {
        if self.random.percent(if depth == 0 { 65 } else { 22 })
            && let Some(variable) = self.variable(ty)
        {
            return variable;
        }
        if depth > 0
            && self.random.percent(30)
            && let Some(expr) = self.of_any_type(ty, depth - 1)
        {
            return expr;
        }
        match ty {
            Type::Int => self.int(depth),
            Type::Float => self.float(depth),
            Type::Bool => self.boolean(depth),
            Type::Str => self.str(depth),
            Type::Bytes => self.bytes(depth),
            Type::Big => self.big(depth),
            Type::None => Expr::leaf(Type::None, "None"),
            Type::List(item) => self.list(item, depth),
            Type::Set(item) => self.set(item, depth),
            Type::Dict(key, value) => self.dict(key, value, depth),
            Type::Tuple(items) => {
                let parts: Vec<Expr> = items.iter().map(|item| self.expr(item, depth.saturating_sub(1))).collect();
                Expr::new(ty.clone(), format!("({},)", vec!["$"; parts.len()].join(", ")), parts)
            }
            Type::Union(a, b) => {
                let part = if self.random.percent(60) { a } else { b };
                let value = self.expr(part, depth);
                Expr::new(ty.clone(), "$", vec![value])
            }
            Type::Object(class) => self.object(*class, depth),
            Type::Callable(params, result) => self.lambda(params, result, depth),
            Type::Iterator(item) => self.iterator(item, depth),
        }
    }

    /// A variable that holds this type.
    fn variable(&mut self, ty: &Type) -> Option<Expr> {
        let fitting: Vec<&Variable> = self.variables.iter().filter(|v| v.ty == *ty).collect();
        (!fitting.is_empty()).then(|| {
            // The newer ones are better known.
            let at = fitting.len() - 1 - self.random.below(fitting.len()).min(self.random.below(fitting.len()));
            Expr::leaf(ty.clone(), fitting[at].name.clone())
        })
    }

    pub(super) fn variable_where(&mut self, holds: impl Fn(&Variable) -> bool) -> Option<Variable> {
        let fitting: Vec<&Variable> = self.variables.iter().filter(|v| holds(v)).collect();
        (!fitting.is_empty()).then(|| (*self.random.pick(&fitting)).clone())
    }

    /// What has a meaning for every type; nothing where what it takes is not there.
    fn of_any_type(&mut self, ty: &Type, depth: usize) -> Option<Expr> {
        let of = |text: &str, parts| Some(Expr::new(ty.clone(), text, parts));
        match self.random.weighted(&[3, 3, 6, 3, 3, 2, 2, 2]) {
            0 => {
                let parts = vec![self.expr(ty, depth), self.boolean(depth), self.expr(ty, depth)];
                of("($ if $ else $)", parts)
            }
            1 => {
                // Shows the order of evaluation.
                self.names += 1;
                let (text, value) = (format!("(print('<{}>', end=''), $)[1]", self.names), self.expr(ty, depth));
                of(&text, vec![value])
            }
            2 => self.call_of(ty, depth),
            3 => self.member_of(ty, depth),
            4 => {
                let items = self.variable_where(|v| v.ty == list(ty.clone()))?;
                let index = self.small_index(depth);
                of(&format!("{}[$]", items.name), vec![index])
            }
            5 => {
                let found = self.variable_where(|v| matches!(&v.ty, Type::Dict(_, value) if **value == *ty))?;
                let Type::Dict(key, _) = found.ty else { return None };
                let key = self.expr(&key, depth);
                match self.random.below(2) {
                    0 => of(&format!("{}[$]", found.name), vec![key]),
                    _ => {
                        let default = self.expr(ty, depth);
                        of(&format!("{}.get($, $)", found.name), vec![key, default])
                    }
                }
            }
            6 => {
                let found = self.variable_where(|v| matches!(&v.ty, Type::Tuple(items) if items.contains(ty)))?;
                let Type::Tuple(items) = &found.ty else { return None };
                let at = items.iter().position(|item| item == ty)?;
                of(&format!("{}[{at}]", found.name), vec![])
            }
            _ => {
                let found = self.variable_where(|v| matches!(&v.ty, Type::Iterator(item) if **item == *ty))?;
                let default = self.expr(ty, depth);
                of(&format!("next({}, $)", found.name), vec![default])
            }
        }
    }

    fn small_index(&mut self, depth: usize) -> Expr {
        if self.random.percent(70) {
            let text = *self.random.pick(&["0", "-1", "1", "2", "-2", "0", "5"]);
            return Expr::leaf(Type::Int, text);
        }
        self.int(depth)
    }

    fn form(&mut self, ty: Type, text: &str, parts: &[Type], depth: usize) -> Expr {
        let parts = parts.iter().map(|part| self.expr(part, depth)).collect();
        Expr::new(ty, text, parts)
    }

    pub(super) fn int(&mut self, depth: usize) -> Expr {
        let (int, float, text) = (Type::Int, Type::Float, Type::Str);
        if depth == 0 {
            return Expr::leaf(int, *self.random.pick(INTS));
        }
        let d = depth - 1;
        let two = [Type::Int, Type::Int];
        // What is masked may wrap, where CPython's form would raise: so what limits an int is no
        // power of two.
        match self.random.weighted(&[10, 4, 4, 3, 3, 4, 3, 2, 3, 2, 2, 2, 2, 2, 2]) {
            0 => {
                let op = *self.random.pick(&["($ + $)", "($ - $)", "($ * $)", "($ + $)", "($ - $)"]);
                self.form(int, op, &two, d).checked()
            }
            1 => {
                let op = *self.random.pick(&["($ // $)", "($ % $)", "divmod($, $)[0]"]);
                self.form(int, op, &two, d).checked()
            }
            2 => {
                let op = *self.random.pick(&["($ & $)", "($ | $)", "($ ^ $)"]);
                self.form(int, op, &two, d)
            }
            3 => {
                let op = *self.random.pick(&["($ << ($ % 7))", "($ >> ($ % 61))", "($ ** ($ % 3))"]);
                self.form(int, op, &two, d).checked()
            }
            4 => {
                let op = *self.random.pick(&["(-$)", "abs($)", "(~$)", "(+$)"]);
                self.form(int, op, &[Type::Int], d).checked()
            }
            5 => {
                let of = self.measured();
                let text = if matches!(of, Type::Str) && self.random.percent(30) { "len($ + 'é')" } else { "len($)" };
                self.form(int, text, &[of], d)
            }
            6 => {
                let op = *self.random.pick(&["min($, $)", "max($, $)", "($ and $)", "($ or $)"]);
                self.form(int, op, &two, d)
            }
            7 => {
                let op = *self.random.pick(&["int($)", "ord($[0])", "($.find('a') + $.count('b'))"]);
                match op.matches('$').count() {
                    1 => self.form(int, op, &[text], d),
                    _ => self.form(int, op, &[text.clone(), text], d),
                }
            }
            8 => self.form(int, "sum($)", &[list(Type::Int)], d).checked(),
            9 => {
                let op = *self.random.pick(&["int($)", "round($)", "int($ // 1)"]);
                self.form(int, op, &[float], d).checked()
            }
            10 => self.form(int, "($ + $)", &[Type::Int, Type::Bool], d).checked(),
            11 => self.form(int, "($).bit_length()", &[Type::Int], d),
            12 => {
                let op = *self.random.pick(&["$.index($)", "$.count($)", "$.pop($)"]);
                self.form(int, op, &[list(Type::Int), Type::Int], d)
            }
            13 => self.form(int, "(($ * 31 + $) & 65535)", &two, 0),
            _ => {
                let Some(class) = self.class_with(|o| *o == Operator::Length) else { return self.int(0) };
                self.form(int, "len($)", &[Type::Object(class)], d)
            }
        }
    }

    /// Something that has a length.
    fn measured(&mut self) -> Type {
        let item = types::scalar(&mut self.random);
        match self.random.below(4) {
            0 => Type::Str,
            1 => list(item),
            2 => set(types::key(&mut self.random)),
            _ => dict(types::key(&mut self.random), item),
        }
    }

    /// A class with an operator that may be called here.
    pub(super) fn class_with(&mut self, holds: impl Fn(&Operator) -> bool) -> Option<usize> {
        let all: Vec<usize> = (0..self.classes.len())
            .filter(|&class| self.may_operate(class) && self.classes[class].operators.iter().any(&holds))
            .collect();
        (!all.is_empty()).then(|| *self.random.pick(&all))
    }

    fn float(&mut self, depth: usize) -> Expr {
        let float = Type::Float;
        if depth == 0 {
            return Expr::leaf(float, *self.random.pick(FLOATS));
        }
        let d = depth - 1;
        match self.random.weighted(&[6, 3, 3, 2, 2, 2, 1, 1]) {
            0 => {
                let op = *self.random.pick(&["($ + $)", "($ - $)", "($ * $)"]);
                let other = if self.random.percent(30) { Type::Int } else { Type::Float };
                self.form(float, op, &[Type::Float, other], d)
            }
            1 => {
                let op = *self.random.pick(&["($ / $)", "($ // $)", "($ % $)"]);
                self.form(float, op, &[Type::Float, Type::Float], d)
            }
            2 => self.form(float, "($ / $)", &[Type::Int, Type::Int], d),
            3 => {
                let op = *self.random.pick(&["(-$)", "abs($)", "round($, 2)", "round($, -1)"]);
                self.form(float, op, &[Type::Float], d)
            }
            4 => {
                let from = [Type::Int, Type::Str, Type::Bool][self.random.below(3)].clone();
                self.form(float, "float($)", &[from], d)
            }
            5 => {
                let op = *self.random.pick(&["min($, $)", "max($, $)", "($ or $)"]);
                self.form(float, op, &[Type::Float, Type::Float], d)
            }
            6 => self.form(float, "sum($, 0.5)", &[list(Type::Float)], d),
            _ => self.form(float, "(abs($) ** 0.5)", &[Type::Float], d),
        }
    }

    pub(super) fn boolean(&mut self, depth: usize) -> Expr {
        let of = Type::Bool;
        if depth == 0 {
            let text = if self.random.percent(50) { "True" } else { "False" };
            return self.variable(&of).unwrap_or(Expr::leaf(of, text));
        }
        let d = depth - 1;
        let compare = *self.random.pick(&["($ < $)", "($ <= $)", "($ == $)", "($ != $)", "($ > $)", "($ >= $)"]);
        match self.random.weighted(&[6, 4, 2, 2, 3, 3, 2, 3, 2, 2]) {
            0 => self.form(of, compare, &[Type::Int, Type::Int], d),
            1 => {
                let ty = self.comparable();
                self.form(of, compare, &[ty.clone(), ty], d)
            }
            2 => self.form(of, "($ < $ <= $)", &[Type::Int, Type::Int, Type::Int], d),
            3 => {
                let (text, truth) = (*self.random.pick(&["(not $)", "bool($)"]), self.measured());
                self.form(of, text, &[truth], d)
            }
            4 => {
                let text = *self.random.pick(&["($ and $)", "($ or $)"]);
                self.form(of, text, &[Type::Bool, Type::Bool], d)
            }
            5 => {
                let key = types::key(&mut self.random);
                let container = match self.random.below(3) {
                    0 => list(key.clone()),
                    1 => set(key.clone()),
                    _ => dict(key.clone(), Type::Int),
                };
                let text = *self.random.pick(&["($ in $)", "($ not in $)"]);
                self.form(of, text, &[key, container], d)
            }
            6 => {
                let text = *self.random.pick(&["$.startswith($)", "($ in $)", "$.endswith($)"]);
                self.form(of, text, &[Type::Str, Type::Str], d)
            }
            7 => {
                let Some(found) = self.variable_where(|v| matches!(v.ty, Type::Union(..))) else {
                    return self.boolean(d);
                };
                let Type::Union(a, b) = &found.ty else { unreachable!("it was asked for") };
                match (&**b, a.class_name()) {
                    (Type::None, _) => Expr::leaf(of, format!("({} is None)", found.name)),
                    (_, Some(class)) => Expr::leaf(of, format!("isinstance({}, {class})", found.name)),
                    _ => self.boolean(d),
                }
            }
            8 => {
                let text = *self.random.pick(&["any($)", "all($)"]);
                self.form(of, text, &[list(Type::Bool)], d)
            }
            _ => {
                let Some(class) = self.class_with(|o| matches!(o, Operator::Equal | Operator::Less)) else {
                    return self.boolean(d);
                };
                let text = if self.classes[class].operators.contains(&Operator::Less) { "($ < $)" } else { "($ == $)" };
                self.form(of, text, &[Type::Object(class), Type::Object(class)], d)
            }
        }
    }

    /// A type whose values can be compared with `<`.
    fn comparable(&mut self) -> Type {
        match self.random.below(7) {
            0 => Type::Float,
            1 => Type::Str,
            2 => list(Type::Int),
            3 => Type::Tuple(vec![Type::Int, Type::Str]),
            4 => Type::Bytes,
            5 => set(Type::Int),
            _ => Type::Big,
        }
    }

    pub(super) fn str(&mut self, depth: usize) -> Expr {
        let of = Type::Str;
        if depth == 0 {
            return Expr::leaf(of, *self.random.pick(STRS));
        }
        let d = depth - 1;
        let s = || Type::Str;
        match self.random.weighted(&[5, 3, 3, 3, 8, 3, 3, 2, 2, 2, 2]) {
            0 => self.form(of, "($ + $)", &[s(), s()], d),
            1 => self.form(of, "($ * ($ % 3))", &[s(), Type::Int], d),
            2 => {
                let text = self.random.pick(&["$[$]", "$[$:]", "$[:$]", "$[::$]"]);
                self.form(of, text, &[s(), Type::Int], d)
            }
            3 => {
                let method = *self.random.pick(&[
                    "upper",
                    "lower",
                    "title",
                    "strip",
                    "capitalize",
                    "swapcase",
                    "casefold",
                    "lstrip",
                    "rstrip",
                ]);
                self.form(of, &format!("$.{method}()"), &[s()], d)
            }
            4 => self.formatted(d),
            5 => {
                let of_what = loop {
                    let ty = self.some_type(1);
                    if ty.is_printable() && self.may_print(&ty) {
                        break ty;
                    }
                };
                let text = *self.random.pick(&["str($)", "repr($)"]);
                self.form(of, text, &[of_what], d)
            }
            6 => self.form(of, "$.join($)", &[s(), list(s())], d),
            7 => self.form(of, "$.replace($, $)", &[s(), s(), s()], d),
            8 => {
                let text = *self.random.pick(&["chr($ % 1000 + 32)", "hex($)", "bin($)", "oct($)"]);
                self.form(of, text, &[Type::Int], d)
            }
            9 => {
                let text = *self.random.pick(&["$.center($ % 7)", "$.ljust($ % 7, '.')", "$.zfill($ % 7)"]);
                self.form(of, text, &[s(), Type::Int], d)
            }
            _ => self.form(of, "$[$:$:$]", &[s(), Type::Int, Type::Int, Type::Int], d),
        }
    }

    fn formatted(&mut self, depth: usize) -> Expr {
        const INT: &[&str] =
            &["", ":5", ":<4", ":^6", ":+d", ":,", ":x", ":08b", ":_", "!r", ":>+6", ":#x", ":c^7", ":e"];
        const FLOAT: &[&str] =
            &["", ":.2f", ":e", ":g", ":.3g", ":10.3f", ":%", "!r", ":+.1f", ":,.2f", ":<9", ":.0f", ":#.3g"];
        const STR: &[&str] = &["", "!r", ":5", ":>4", ":^6.2", ":.1", "!s:>3", "!a"];
        let mut text = String::new();
        let mut parts = Vec::new();
        for _ in 0..1 + self.random.below(3) {
            let (ty, specs) = match self.random.below(3) {
                0 => (Type::Int, INT),
                1 => (Type::Float, FLOAT),
                _ => (Type::Str, STR),
            };
            let spec = *self.random.pick(specs);
            text += *self.random.pick(&["", "-", "a ", "{{", "}}"]);
            // Before 3.12 an f-string holds neither its own quotes nor backslashes.
            parts.push((self.expr(&ty, depth), spec));
            text += &format!("{{{spec}}}");
        }
        let template = text;
        let args = vec!["$"; parts.len()].join(", ");
        let names: Vec<Expr> = parts.iter().map(|(part, _)| part.clone()).collect();
        let plain = parts.iter().all(|(part, _)| part.parts.is_empty() && !part.text.contains(['\'', '\\']));
        if plain && self.random.percent(70) {
            let mut pieces = String::from("f'");
            let mut rest = template.as_str();
            for (_, spec) in &parts {
                let field = format!("{{{spec}}}");
                // Doubled braces stand before the field where there are any.
                let at = find_field(rest, &field);
                pieces += &rest[..at];
                pieces += &format!("{{${spec}}}");
                rest = &rest[at + field.len()..];
            }
            return Expr::new(Type::Str, format!("{pieces}{rest}'"), names);
        }
        Expr::new(Type::Str, format!("'{template}'.format({args})"), names)
    }

    /// Whether the text of this may be asked for here: that of objects calls their methods.
    pub(super) fn may_print(&self, ty: &Type) -> bool {
        !ty.has_object() || self.within.is_none()
    }

    fn bytes(&mut self, depth: usize) -> Expr {
        let of = Type::Bytes;
        if depth == 0 {
            return Expr::leaf(of, *self.random.pick(BYTES));
        }
        let d = depth - 1;
        match self.random.below(5) {
            0 => self.form(of, "($ + $)", &[Type::Bytes, Type::Bytes], d),
            1 => self.form(of, "$.encode()", &[Type::Str], d),
            2 => self.form(of, "$[$:$]", &[Type::Bytes, Type::Int, Type::Int], d),
            3 => self.form(of, "bytes([$ % 251, $ % 255])", &[Type::Int, Type::Int], d),
            _ => self.form(of, "$.replace($, $)", &[Type::Bytes, Type::Bytes, Type::Bytes], d),
        }
    }

    fn big(&mut self, depth: usize) -> Expr {
        let of = Type::Big;
        if depth == 0 {
            return Expr::leaf(of, *self.random.pick(&["(BIG + 7)", "(BIG - 10**20)", "(BIG + 2**64)", "BIG"]));
        }
        let d = depth - 1;
        match self.random.below(6) {
            0 => self.form(of, "(($ + $) % 10**30)", &[Type::Big, Type::Big], d),
            1 => self.form(of, "(($ * $) % (BIG + 2**100))", &[Type::Big, Type::Int], d),
            2 => self.form(of, "($ // ($ | 1))", &[Type::Big, Type::Big], d),
            3 => self.form(of, "($ % ($ | 1))", &[Type::Big, Type::Int], d),
            4 => {
                let op = *self.random.pick(&["($ & $)", "($ | $)", "($ ^ $)", "($ - $)"]);
                self.form(of, &format!("({op} % 2**90)"), &[Type::Big, Type::Big], d)
            }
            _ => self.form(of, "($ << ($ % 13)) % 10**25", &[Type::Big, Type::Int], d).in_parentheses(),
        }
    }

    fn list(&mut self, item: &Type, depth: usize) -> Expr {
        let of = list(item.clone());
        let d = depth.saturating_sub(1);
        let size = self.random.below(4);
        let some = 1 + usize::from(item.is_key());
        match if depth == 0 { 0 } else { self.random.weighted(&[6, 5, 3, 2, 2, 3, 2, some]) } {
            0 => {
                // An empty display has an item's type only from elsewhere.
                let parts: Vec<Expr> = (0..size.max(1)).map(|_| self.expr(item, d)).collect();
                Expr::new(of, format!("[{}]", vec!["$"; parts.len()].join(", ")), parts)
            }
            1 => self.comprehension(of, "[", "]", item, d),
            2 => self.form(of.clone(), "($ + $)", &[of.clone(), of], d),
            3 => {
                let text = *self.random.pick(&["$[$:]", "$[:$]", "$[::$]"]);
                self.form(of.clone(), text, &[of, Type::Int], d)
            }
            4 => {
                let text = *self.random.pick(&["$.copy()", "$[::-1]", "list($)", "list(reversed($))", "[*$]"]);
                self.form(of.clone(), text, &[of], d)
            }
            5 => {
                let text = *self.random.pick(&["list($)", "[*$]"]);
                self.form(of, text, &[types::iterator(item.clone())], d)
            }
            6 => self.form(of.clone(), "($ * ($ % 3))", &[of, Type::Int], d),
            _ if *item == Type::Str => {
                let text = *self.random.pick(&["$.split()", "list($)", "$.split(',')", "$.splitlines()", "sorted($)"]);
                self.form(of, text, &[Type::Str], d)
            }
            _ if *item == Type::Int => {
                let text = *self.random.pick(&[
                    "list(range($ % 7))",
                    "list(range($ % 5, $ % 7))",
                    "list(range($ % 7, $ % 5, -2))",
                    "sorted([$, $, 3], reverse=True)",
                    "sorted([$, -$, 2], key=lambda k: -k)",
                ]);
                let parts = vec![Type::Int; text.matches('$').count()];
                self.form(of, text, &parts, d)
            }
            _ if item.is_key() => {
                let text = *self.random.pick(&["sorted($)", "sorted($, reverse=True)"]);
                let from = if self.random.percent(50) { set(item.clone()) } else { list(item.clone()) };
                self.form(of, text, &[from], d)
            }
            _ => self.form(of.clone(), "[*$, *$]", &[of.clone(), of], d),
        }
    }

    /// What a comprehension goes over, and the names that it binds.
    fn comprehension(&mut self, of: Type, open: &str, close: &str, item: &Type, depth: usize) -> Expr {
        let source = types::scalar(&mut self.random);
        let (over, text) = match self.random.below(4) {
            0 => (Type::Int, "range($ % 3)".to_string()),
            1 => (list(source.clone()), "$".to_string()),
            2 => (Type::Str, "$[:4]".to_string()),
            _ => (list(source.clone()), "enumerate($)".to_string()),
        };
        let from = self.expr(&over, depth);
        let rounds = self.rounds;
        self.rounds *= 4;
        self.pure += 1;
        let (head, condition, value) = self.scoped(|this| {
            let name = this.name("c");
            let mut head = format!("for {name} in {text}");
            let ty = match over {
                Type::List(item) => *item,
                over => over,
            };
            if text.starts_with("enumerate") {
                let index = this.name("i");
                head = format!("for {index}, {name} in {text}");
                this.variables.push(Variable { name: index, ty: Type::Int, level: this.level, assignable: false });
            }
            this.variables.push(Variable { name, ty, level: this.level, assignable: false });
            let condition = this.random.percent(35).then(|| this.boolean(depth));
            let value = match &of {
                Type::Dict(key, value) => {
                    let parts = vec![this.expr(key, depth), this.expr(value, depth)];
                    Expr::new(Type::Callable(vec![], Box::new(Type::None)), "$: $", parts)
                }
                _ => this.expr(item, depth),
            };
            (head, condition, value)
        });
        self.pure -= 1;
        self.rounds = rounds;
        let mut parts = vec![value, from];
        let mut tail = String::new();
        if let Some(condition) = condition {
            parts.push(condition);
            tail = " if $".into();
        }
        Expr::new(of, format!("{open}$ {head}{tail}{close}"), parts)
    }

    fn set(&mut self, item: &Type, depth: usize) -> Expr {
        let of = set(item.clone());
        let d = depth.saturating_sub(1);
        match if depth == 0 { 0 } else { self.random.weighted(&[4, 3, 4, 2]) } {
            0 => {
                let parts: Vec<Expr> = (0..1 + self.random.below(4)).map(|_| self.expr(item, d)).collect();
                Expr::new(of, format!("{{{}}}", vec!["$"; parts.len()].join(", ")), parts)
            }
            1 => self.comprehension(of, "{", "}", item, d),
            2 => {
                let text = *self.random.pick(&["($ | $)", "($ & $)", "($ - $)", "($ ^ $)"]);
                self.form(of.clone(), text, &[of.clone(), of], d)
            }
            _ => self.form(of, "set($)", &[list(item.clone())], d),
        }
    }

    fn dict(&mut self, key: &Type, value: &Type, depth: usize) -> Expr {
        let of = dict(key.clone(), value.clone());
        let d = depth.saturating_sub(1);
        match if depth == 0 { 0 } else { self.random.weighted(&[5, 4, 2, 1, 1]) } {
            0 => {
                let mut parts = Vec::new();
                let n = 1 + self.random.below(3);
                for _ in 0..n {
                    parts.push(self.expr(key, d));
                    parts.push(self.expr(value, d));
                }
                Expr::new(of, format!("{{{}}}", vec!["$: $"; n].join(", ")), parts)
            }
            1 => self.comprehension(of, "{", "}", value, d),
            2 => {
                let text = *self.random.pick(&["($ | $)", "{**$, **$}"]);
                self.form(of.clone(), text, &[of.clone(), of], d)
            }
            3 => self.form(of, "dict(zip($, $))", &[list(key.clone()), list(value.clone())], d),
            _ => self.form(of.clone(), "$.copy()", &[of], d),
        }
    }

    fn iterator(&mut self, item: &Type, depth: usize) -> Expr {
        let of = types::iterator(item.clone());
        let d = depth.saturating_sub(1);
        match self.random.weighted(&[3, 4, 2, 2]) {
            _ if depth == 0 => self.form(of, "iter($)", &[list(item.clone())], 0),
            0 => self.form(of, "iter($)", &[list(item.clone())], d),
            1 => self.comprehension(of, "(", ")", item, d),
            2 => self.form(of, "reversed($)", &[list(item.clone())], d),
            _ => match self.class_with(|o| *o == Operator::Iterate(item.clone())) {
                Some(class) => self.form(of, "iter($)", &[Type::Object(class)], d),
                None => self.form(of, "iter($)", &[list(item.clone())], d),
            },
        }
    }
}

/// Where a field stands in a template, past doubled braces.
fn find_field(template: &str, field: &str) -> usize {
    let bytes = template.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at..].starts_with(b"{{") || bytes[at..].starts_with(b"}}") {
            at += 2;
        } else if template[at..].starts_with(field) {
            return at;
        } else {
            at += template[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    unreachable!("the template was made of its fields")
}

impl Expr {
    fn in_parentheses(mut self) -> Expr {
        self.text = format!("({})", self.text);
        self
    }
}
