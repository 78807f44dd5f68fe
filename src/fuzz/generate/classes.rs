//! Classes, a hierarchy at a time: no function comes between a class and those derived
//! from it, and a method calls only those that are numbered below it, so that no call
//! comes back to where it began.

use super::functions::signature;
use super::{Class, Function, Generator, Operator, Param};
use crate::fuzz::tree::{Clause, Expr, Stmt};
use crate::fuzz::types::{self, Type};

impl Generator {
    pub(super) fn hierarchy(&mut self, body: &mut Vec<Stmt>) {
        let root = self.classes.len();
        let n = 1 + self.random.below(3);
        // Fields of the hierarchy's own type come last, and may be None.
        for class in root..root + n {
            let base = (class > root).then(|| root + self.random.below(class - root));
            let statements = self.class(class, root, base);
            let bases = base.map(|base| format!("({})", self.classes[base].name)).unwrap_or_default();
            let header = format!("class {}{bases}:", self.classes[class].name);
            body.push(Stmt::Compound(vec![Clause::new(header, vec![], statements)]));
        }
    }

    fn class(&mut self, class: usize, root: usize, base: Option<usize>) -> Vec<Stmt> {
        let mut made = match base {
            Some(base) => self.classes[base].clone(),
            None => Class::default(),
        };
        (made.name, made.base, made.root) = (format!("C{class}"), base, root);
        let inherited = made.params.len();
        let mut own = Vec::new();
        for _ in 0..1 + self.random.below(3) {
            // Objects of earlier hierarchies only: the class is not there yet.
            let ty = types::value(&mut self.random, 2, root);
            let (name, param) = (self.name("x"), self.name("a"));
            own.push((name.clone(), param.clone(), ty.clone()));
            made.fields.push((name, ty.clone()));
            made.params.push(Param { name: param, ty, default: None });
        }
        self.classes.push(made);
        self.within = Some((root, 0));
        let mut statements = Vec::new();
        if self.random.percent(30) {
            let (name, value) = (self.name("x"), types::scalar(&mut self.random));
            let text = value.simplest().unwrap_or_default();
            statements.push(Stmt::line(format!("{name} = {text}"), vec![]));
            self.classes[class].fields.push((name, value));
        }
        statements.push(self.initialiser(class, inherited, &own));
        statements.push(self.representation(class));
        self.methods(class, root, base, &mut statements);
        self.operators(class, base.is_none(), &mut statements);
        self.within = None;
        statements
    }

    fn initialiser(&mut self, class: usize, inherited: usize, own: &[(String, String, Type)]) -> Stmt {
        let params = self.classes[class].params.clone();
        let mut lines = Vec::new();
        let names: Vec<String> = params[..inherited].iter().map(|param| param.name.clone()).collect();
        let call = Stmt::line(format!("super().__init__({})", names.join(", ")), vec![]);
        let late = self.random.percent(30);
        if inherited > 0 && !late {
            lines.push(call.clone());
        }
        for (name, param, _) in own {
            lines.push(Stmt::line(format!("self.{name} = {param}"), vec![]));
        }
        if inherited > 0 && late {
            lines.push(call);
        }
        let function = Function {
            name: "__init__".into(),
            params,
            rest: None,
            named: None,
            result: Type::None,
            cost: 0,
            method: None,
        };
        Stmt::Compound(vec![Clause::new(signature(&function, true), vec![], lines)])
    }

    fn representation(&mut self, class: usize) -> Stmt {
        let fields = &self.classes[class].fields;
        let shown: Vec<String> = fields
            .iter()
            .filter(|(_, ty)| ty.is_printable() && !ty.has_object())
            .map(|(name, _)| format!("{{self.{name}!r}}"))
            .collect();
        let text = format!("return f'{{type(self).__name__}}<{}>'", shown.join(" "));
        Stmt::Compound(vec![Clause::new("def __repr__(self):", vec![], vec![Stmt::line(text, vec![])])])
    }

    fn methods(&mut self, class: usize, root: usize, base: Option<usize>, statements: &mut Vec<Stmt>) {
        // What a base has is overridden now and then, under the number that it has there.
        if base.is_some() {
            let all: Vec<Function> = self.functions.clone();
            for function in all {
                let Some((of, number)) = function.method else { continue };
                let suffix = function.name.rsplit('_').next().and_then(|n| n.parse::<usize>().ok());
                let is_inherited = suffix.is_some_and(|owner| self.is_derived(class, owner));
                if of != root || !is_inherited || !self.random.percent(50) {
                    continue;
                }
                self.within = Some((root, number));
                let mut copy = function.clone();
                let mut definition = self.definition(&mut copy, Some(class));
                if self.random.percent(40)
                    && let Stmt::Compound(clauses) = &mut definition
                {
                    let plain: Vec<String> = copy.params.iter().map(|param| param.name.clone()).collect();
                    let call = format!("print('super', super().{}({}))", copy.name, plain.join(", "));
                    let shown = copy.result.is_printable() && !copy.result.has_object();
                    clauses[0].body.insert(0, Stmt::line(if shown { call } else { "pass".into() }, vec![]));
                }
                statements.push(definition);
                let cost = copy.cost;
                for known in self.functions.iter_mut().filter(|known| known.name == copy.name) {
                    known.cost += cost;
                }
            }
        }
        let known = self.functions.iter().filter(|f| f.method.is_some_and(|(of, _)| of == root)).count();
        let own = if self.left == 0 { 0 } else { 1 + self.random.below(2) };
        for number in known..known + own {
            self.within = Some((root, number));
            self.plain(statements, Some((class, root, number)));
        }
        self.within = Some((root, 0));
    }

    /// Operators, which call nothing of their own hierarchy.
    fn operators(&mut self, class: usize, is_root: bool, statements: &mut Vec<Stmt>) {
        if is_root {
            let keys: Vec<String> = self.field_where(class, Type::is_key);
            if let Some(key) = keys.first() {
                let name = self.classes[class].name.clone();
                if self.random.percent(40) {
                    let text = format!("return isinstance(other, {name}) and self.{key} == other.{key}");
                    statements.push(method("__eq__(self, other)", &text));
                    statements.push(method("__hash__(self)", &format!("return hash(self.{key})")));
                    self.classes[class].operators.push(Operator::Equal);
                }
                if self.random.percent(30) {
                    statements.push(method("__lt__(self, other)", &format!("return self.{key} < other.{key}")));
                    self.classes[class].operators.push(Operator::Less);
                }
            }
            if self.random.percent(30) {
                let text = self.random.pick(&["return self if other is self else other", "return other"]);
                statements.push(method("__add__(self, other)", text));
                self.classes[class].operators.push(Operator::Add);
            }
        }
        if self.random.percent(25) {
            statements.push(self.operator("__len__(self)", class, &Type::Int, "return abs($) % 5"));
            self.classes[class].operators.push(Operator::Length);
        }
        let has = |this: &Self, like: fn(&Operator) -> bool| this.classes[class].operators.iter().any(like);
        let item = types::scalar(&mut self.random);
        if self.random.percent(25) && !has(self, |o| matches!(o, Operator::Iterate(_))) {
            statements.push(self.operator("__iter__(self)", class, &item, "yield $\nyield $"));
            self.classes[class].operators.push(Operator::Iterate(item.clone()));
        }
        if self.random.percent(20) && !has(self, |o| matches!(o, Operator::Item(_))) {
            let text = "if index < 0 or index > 3:\n    raise IndexError(index)\nreturn $";
            statements.push(self.operator("__getitem__(self, index)", class, &item, text));
            self.classes[class].operators.push(Operator::Item(item.clone()));
        }
        if self.random.percent(20) && !has(self, |o| matches!(o, Operator::Call(_))) {
            statements.push(self.operator("__call__(self, index)", class, &item, "return $"));
            self.classes[class].operators.push(Operator::Call(item));
        }
        if self.random.percent(20) && !has(self, |o| matches!(o, Operator::Truth)) {
            statements.push(self.operator("__bool__(self)", class, &Type::Bool, "return $"));
            self.classes[class].operators.push(Operator::Truth);
        }
        if self.random.percent(20) && !has(self, |o| matches!(o, Operator::Context)) {
            statements.push(method("__enter__(self)", "print('enter')\nreturn self"));
            let text = "print('exit', exc_type is None)\nreturn $";
            statements.push(self.operator("__exit__(self, exc_type, exc, tb)", class, &Type::Bool, text));
            self.classes[class].operators.push(Operator::Context);
        }
        if self.random.percent(30) {
            let (name, ty) = (self.name("q"), self.some_type(1));
            let definition = self.operator(&format!("{name}(self)"), class, &ty, "return $");
            let Stmt::Compound(mut clauses) = definition else { unreachable!("it is a def") };
            clauses[0].text = format!("@property\n{}", clauses[0].text);
            statements.push(Stmt::Compound(clauses));
            self.classes[class].properties.push((name, ty));
        }
    }

    fn field_where(&self, class: usize, holds: impl Fn(&Type) -> bool) -> Vec<String> {
        self.classes[class].fields.iter().filter(|(_, ty)| holds(ty)).map(|(name, _)| name.clone()).collect()
    }

    /// A method of one line, with an expression of what `self` has for each `$`.
    fn operator(&mut self, header: &str, class: usize, ty: &Type, text: &str) -> Stmt {
        let function = Function {
            name: String::new(),
            params: Vec::new(),
            rest: None,
            named: None,
            result: ty.clone(),
            cost: 0,
            method: None,
        };
        let outside = self.enter(&function, Some(class));
        if header.contains("index") {
            self.parameter("index", &Type::Int);
        }
        // An operator is counted as little: it calls no function that costs.
        self.rounds = super::MOST / 60;
        let parts: Vec<Expr> = (0..text.matches('$').count()).map(|_| self.expr(ty, 2)).collect();
        self.leave(outside);
        Stmt::Compound(vec![Clause::new(format!("def {header}:"), vec![], vec![Stmt::line(text, parts)])])
    }
}

fn method(header: &str, text: &str) -> Stmt {
    Stmt::Compound(vec![Clause::new(format!("def {header}:"), vec![], vec![Stmt::line(text, vec![])])])
}
