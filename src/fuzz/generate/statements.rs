//! Statements, and blocks of them.

use super::{Generator, Operator, Variable};
use crate::fuzz::tree::{Clause, Expr, Stmt};
use crate::fuzz::types::{self, Type, list};

/// How deep statements are nested.
const DEEPEST: usize = 4;

impl Generator {
    /// Statements whose variables are known only there.
    pub(super) fn block(&mut self, size: usize) -> Vec<Stmt> {
        self.nesting += 1;
        let n = if self.left == 0 { 1 } else { 1 + self.random.below(size) };
        let statements = self.scoped(|this| {
            let mut statements = Vec::new();
            for _ in 0..n {
                this.statement(&mut statements);
            }
            statements
        });
        self.nesting -= 1;
        statements
    }

    fn statement(&mut self, body: &mut Vec<Stmt>) {
        self.cost += self.rounds;
        self.left = self.left.saturating_sub(1);
        let deep = self.nesting >= DEEPEST || self.left == 0;
        let compound = |weight| if deep { 0 } else { weight };
        let weights = [
            6,
            6,
            8,
            6,
            compound(5),
            compound(6),
            compound(4),
            compound(3),
            compound(3),
            compound(2),
            3,
            if self.yields.is_some() { 8 } else { 0 },
            2,
            3,
        ];
        let stmt = match self.random.weighted(&weights) {
            0 => self.new_variable(3),
            1 => self.assignment(),
            2 => self.shown(),
            3 => self.mutation(),
            4 => self.branch(),
            5 => self.loop_statement(),
            6 => self.try_statement(),
            7 => self.narrowing(),
            8 => self.match_statement(),
            9 => self.with_statement(),
            10 => self.leave_statement(),
            11 => self.yield_statement(),
            12 => self.unpacking(),
            _ => self.attribute(),
        };
        body.push(stmt);
    }

    pub(super) fn new_variable(&mut self, depth: usize) -> Stmt {
        let ty = match self.random.weighted(&[12, 2, 1]) {
            0 => self.some_type(2),
            1 => types::iterator(types::scalar(&mut self.random)),
            _ => Type::Callable(vec![Type::Int], Box::new(types::scalar(&mut self.random))),
        };
        let value = self.bounded(&ty, depth);
        let name = self.name("v");
        self.bind(&name, &ty);
        Stmt::line(format!("{name} = $"), vec![value])
    }

    /// A value that is made of itself in a loop does not grow without end.
    fn bounded(&mut self, ty: &Type, depth: usize) -> Expr {
        let value = self.expr(ty, depth);
        match ty.grows() && !(self.level == 0 && self.rounds == 1) && !value.parts.is_empty() {
            true => Expr::new(ty.clone(), "($)[:9]", vec![value]),
            false => value,
        }
    }

    fn assignment(&mut self) -> Stmt {
        let level = self.level;
        let usable = |v: &Variable| v.assignable && (v.level == level || v.name.starts_with('v'));
        let Some(found) = self.variable_where(usable) else { return self.new_variable(3) };
        self.assignment_to(&found.name, &found.ty)
    }

    pub(super) fn assignment_to(&mut self, name: &str, ty: &Type) -> Stmt {
        if *ty == Type::Int && self.random.percent(50) {
            let (op, value) = (*self.random.pick(&["+", "-", "*", "//", "%", "^", "|"]), self.expr(ty, 2));
            let target = Expr::leaf(Type::Int, name);
            // So that CPython's form can look at the result.
            let sum = Expr::new(Type::Int, format!("($ {op} $)"), vec![target, value]).checked();
            return Stmt::line(format!("{name} = $"), vec![sum]);
        }
        if *ty == Type::Float && self.random.percent(40) {
            let (op, value) = (*self.random.pick(&["+", "-", "*", "/"]), self.expr(ty, 2));
            return Stmt::line(format!("{name} {op}= $"), vec![value]);
        }
        if matches!(ty, Type::Set(_)) && self.random.percent(40) {
            let (op, value) = (*self.random.pick(&["|", "&", "-", "^"]), self.expr(ty, 2));
            return Stmt::line(format!("{name} {op}= $"), vec![value]);
        }
        let value = self.bounded(ty, 3);
        Stmt::line(format!("{name} = $"), vec![value])
    }

    fn shown(&mut self) -> Stmt {
        let mut parts = Vec::new();
        for _ in 0..1 + self.random.below(2) {
            let ty = loop {
                let ty = self.some_type(2);
                if ty.is_printable() && self.may_print(&ty) {
                    break ty;
                }
            };
            parts.push(self.expr(&ty, 3));
        }
        let holes = vec!["$"; parts.len()].join(", ");
        let end = *self.random.pick(&["", "", "", ", sep='|'", ", end=';\\n'"]);
        Stmt::line(format!("print({holes}{end})"), parts)
    }

    /// Something that is changed where it is.
    fn mutation(&mut self) -> Stmt {
        let Some(found) = self.variable_where(|v| matches!(v.ty, Type::List(_) | Type::Dict(..) | Type::Set(_))) else {
            return self.assignment();
        };
        let name = &found.name;
        match &found.ty {
            Type::List(item) => {
                let of = found.ty.clone();
                let sortable = item.is_key() || **item == Type::Float;
                let (text, types): (&str, Vec<Type>) = match self.random.below(13) {
                    0 => ("if len(@) < 12: @.append($)", vec![(**item).clone()]),
                    1 => ("if len(@) < 12: @.insert($, $)", vec![Type::Int, (**item).clone()]),
                    2 => ("@[$] = $", vec![Type::Int, (**item).clone()]),
                    3 => ("@.extend($[:3])", vec![of]),
                    4 => ("@[$:$] = $[:3]", vec![Type::Int, Type::Int, of]),
                    5 => ("del @[$]", vec![Type::Int]),
                    6 => ("del @[$:$]", vec![Type::Int, Type::Int]),
                    7 => ("@.pop($)", vec![Type::Int]),
                    8 => ("@.reverse()", vec![]),
                    9 if sortable => ("@.sort()", vec![]),
                    9 => ("@[::2] = $", vec![of]),
                    10 => ("@ += $[:2]", vec![of]),
                    11 => ("@[$], @[$] = @[$], @[$]", vec![Type::Int; 4]),
                    _ if item.is_key() => ("@.remove($)", vec![(**item).clone()]),
                    _ => ("@.clear()", vec![]),
                };
                // What is in another's scope cannot be bound here.
                let text = if text.starts_with("@ +=") && !(found.assignable && found.level == self.level) {
                    "@.extend($[:2])"
                } else {
                    text
                };
                let limit = if text.contains(".extend") || text.contains("+=") || text.contains("[$:$] =") {
                    "if len(@) < 12: "
                } else {
                    ""
                };
                let parts =
                    types.iter().map(|ty| if *ty == Type::Int { self.index() } else { self.expr(ty, 2) }).collect();
                Stmt::line(format!("{limit}{text}").replace('@', name), parts)
            }
            Type::Dict(key, value) => {
                let (key, value) = ((**key).clone(), (**value).clone());
                let (text, types) = match self.random.below(6) {
                    0 | 1 => ("@[$] = $", vec![key, value]),
                    2 => ("del @[$]", vec![key]),
                    3 => ("@.setdefault($, $)", vec![key, value]),
                    4 => ("@.pop($, $)", vec![key, value]),
                    _ => ("@.update($)", vec![found.ty.clone()]),
                };
                let parts = types.iter().map(|ty| self.expr(ty, 2)).collect();
                Stmt::line(text.replace('@', name), parts)
            }
            Type::Set(item) => {
                let (text, of) = *self.random.pick(&[
                    ("@.add($)", false),
                    ("@.discard($)", false),
                    ("@.remove($)", false),
                    ("@.update($)", true),
                    ("@.difference_update($)", true),
                ]);
                let part = self.expr(if of { &found.ty } else { item }, 2);
                Stmt::line(text.replace('@', name), vec![part])
            }
            _ => unreachable!("it was asked for"),
        }
    }

    fn index(&mut self) -> Expr {
        match self.random.percent(75) {
            true => Expr::leaf(Type::Int, *self.random.pick(&["0", "-1", "1", "2", "-2", "3", "9"])),
            false => self.expr(&Type::Int, 2),
        }
    }

    fn branch(&mut self) -> Stmt {
        let mut clauses = vec![Clause::new("if $:", vec![self.expr(&Type::Bool, 3)], self.block(3))];
        while self.random.percent(25) {
            clauses.push(Clause::new("elif $:", vec![self.expr(&Type::Bool, 2)], self.block(2)));
        }
        if self.random.percent(50) {
            clauses.push(Clause::new("else:", vec![], self.block(3)));
        }
        Stmt::Compound(clauses)
    }

    fn try_statement(&mut self) -> Stmt {
        let handled = self.random.percent(80);
        let finally = !handled || self.random.percent(35);
        // Where a generator is dropped before its end, naja may not come to a `finally`.
        let yields = self.yields.clone();
        if finally {
            self.yields = None;
        }
        let mut clauses = vec![Clause::new("try:", vec![], self.block(3))];
        if handled {
            let class = *self.random.pick(&[
                "(ValueError, LookupError)",
                "ArithmeticError",
                "Exception",
                "Trouble",
                "LookupError",
                "ZeroDivisionError",
                "(Worse, TypeError, ValueError)",
            ]);
            let mut body = vec![Stmt::line("say(e)", vec![])];
            if class == "Trouble" {
                body.push(Stmt::line("print(e.code, e.why)", vec![]));
            }
            body.extend(self.block(2));
            match self.random.below(10) {
                0 => body.push(Stmt::line("raise", vec![])),
                1 => body.push(Stmt::line("raise Worse(5, str(type(e).__name__)) from e", vec![])),
                _ => {}
            }
            clauses.push(Clause::new(format!("except {class} as e:"), vec![], body));
            if self.random.percent(20) {
                clauses.push(Clause::new("else:", vec![], self.block(2)));
            }
        }
        if finally {
            let mut body = self.block(2);
            if self.random.percent(60) {
                self.names += 1;
                body.insert(0, Stmt::line(format!("print('finally {}')", self.names), vec![]));
            }
            clauses.push(Clause::new("finally:", vec![], body));
        }
        self.yields = yields;
        Stmt::Compound(clauses)
    }

    /// What a union holds is asked for, and then used as that.
    fn narrowing(&mut self) -> Stmt {
        let Some(found) = self.variable_where(|v| matches!(v.ty, Type::Union(..))) else { return self.branch() };
        let Type::Union(a, b) = &found.ty else { unreachable!("it was asked for") };
        let (first, second) = match (&**b, a.class_name()) {
            (Type::None, _) => (format!("if {} is not None:", found.name), "else:"),
            (_, Some(class)) => (format!("if isinstance({}, {class}):", found.name), "else:"),
            _ => return self.branch(),
        };
        let mut narrowed = |ty: &Type| {
            let all = self.variables.clone();
            self.variables.retain(|v| v.name != found.name);
            self.variables.push(Variable { ty: ty.clone(), assignable: false, ..found.clone() });
            let body = self.block(2);
            self.variables = all;
            body
        };
        let clauses = vec![Clause::new(first, vec![], narrowed(a)), Clause::new(second, vec![], narrowed(b))];
        Stmt::Compound(clauses)
    }

    fn match_statement(&mut self) -> Stmt {
        let mut body = Vec::new();
        let (a, b) = (self.name("m"), self.name("m"));
        let item = types::scalar(&mut self.random);
        let (int, text) = (Type::Int, Type::Str);
        let captured = |name: &String, ty: &Type| (name.clone(), ty.clone());
        let (subject, cases) = match self.random.below(4) {
            0 => {
                let cases = vec![
                    ("0 | 1".to_string(), vec![]),
                    (format!("{a} if {a} < 0"), vec![captured(&a, &int)]),
                    ("7".to_string(), vec![]),
                ];
                (int, cases)
            }
            1 => {
                let cases = vec![
                    (format!("[{a}]"), vec![captured(&a, &item)]),
                    (format!("[{a}, {b}]"), vec![captured(&a, &item), captured(&b, &item)]),
                    (format!("[_, *{b}]"), vec![captured(&b, &list(item.clone()))]),
                ];
                // What one case binds, another may bind to another type.
                (list(item), cases)
            }
            2 => {
                let cases = vec![
                    ("(0, 'a' | 'b')".to_string(), vec![]),
                    (format!("({a}, {b}) if {a}"), vec![captured(&a, &int), captured(&b, &text)]),
                ];
                (Type::Tuple(vec![int, text]), cases)
            }
            _ => {
                let cases = vec![
                    (format!("int({a})"), vec![captured(&a, &int)]),
                    (format!("str() as {b}"), vec![captured(&b, &text)]),
                ];
                (Type::Union(Box::new(int), Box::new(text)), cases)
            }
        };
        for (pattern, bound) in cases {
            let clause = self.scoped(|this| {
                for (name, ty) in &bound {
                    this.parameter(name, ty);
                }
                this.block(2)
            });
            body.push(Stmt::Compound(vec![Clause::new(format!("case {pattern}:"), vec![], clause)]));
        }
        let rest = self.block(1);
        body.push(Stmt::Compound(vec![Clause::new("case _:", vec![], rest)]));
        let subject = self.expr(&subject, 2);
        Stmt::Compound(vec![Clause::new("match $:", vec![subject], body)])
    }

    fn with_statement(&mut self) -> Stmt {
        let Some(class) = self.class_with(|o| *o == Operator::Context) else { return self.try_statement() };
        let manager = self.expr(&Type::Object(class), 2);
        let name = self.name("w");
        let yields = self.yields.take();
        let body = self.scoped(|this| {
            this.parameter(&name, &Type::Object(class));
            this.block(3)
        });
        self.yields = yields;
        Stmt::Compound(vec![Clause::new(format!("with $ as {name}:"), vec![manager], body)])
    }

    /// Out of a loop, a function, or by an exception.
    fn leave_statement(&mut self) -> Stmt {
        let condition = self.expr(&Type::Bool, 2);
        let text = match self.random.below(4) {
            0 if self.in_loop => *self.random.pick(&["break", "continue"]),
            1 if self.returns.is_some() && self.level > 0 => {
                let result = self.returns.clone().expect("it was asked for");
                let value = self.expr(&result, 2);
                return Stmt::line("if $:\n    return $", vec![condition, value]);
            }
            2 => {
                let text = *self.random.pick(&["assert $, 'no'", "assert $"]);
                return Stmt::line(text, vec![condition]);
            }
            _ => {
                let code = self.expr(&Type::Int, 1);
                let class = *self.random.pick(&["Trouble($)", "Worse($, 'w')", "ValueError($)", "KeyError($)"]);
                return Stmt::line(format!("if $:\n    raise {class}"), vec![condition, code]);
            }
        };
        Stmt::line(format!("if $:\n    {text}"), vec![condition])
    }

    fn yield_statement(&mut self) -> Stmt {
        let item = self.yields.clone().expect("it was asked for");
        if self.random.percent(20) {
            let from = self.expr(&list(item), 2);
            return Stmt::line("yield from $", vec![from]);
        }
        let value = self.expr(&item, 3);
        Stmt::line("yield $", vec![value])
    }

    fn unpacking(&mut self) -> Stmt {
        let (a, b) = (self.name("v"), self.name("v"));
        let (stmt, first, second) = match self.random.below(3) {
            0 => {
                let (first, second) = (self.some_type(1), self.some_type(1));
                let value = self.expr(&Type::Tuple(vec![first.clone(), second.clone()]), 2);
                (Stmt::line(format!("{a}, {b} = $"), vec![value]), first, second)
            }
            1 => {
                let item = self.some_type(1);
                let value = self.expr(&list(item.clone()), 2);
                (Stmt::line(format!("{a}, *{b} = $"), vec![value]), item.clone(), list(item))
            }
            _ => {
                let item = self.some_type(1);
                let value = self.expr(&list(item.clone()), 2);
                (Stmt::line(format!("*{b}, {a} = $"), vec![value]), item.clone(), list(item))
            }
        };
        self.bind(&a, &first);
        self.bind(&b, &second);
        stmt
    }

    /// Sets or changes what an object has.
    fn attribute(&mut self) -> Stmt {
        let Some(found) = self.variable_where(|v| matches!(v.ty, Type::Object(_))) else { return self.mutation() };
        let Type::Object(class) = found.ty else { unreachable!("it was asked for") };
        let fields = self.classes[class].fields.clone();
        let (field, ty) = self.random.pick(&fields).clone();
        let target = format!("{}.{field}", found.name);
        self.assignment_to(&target, &ty)
    }
}
