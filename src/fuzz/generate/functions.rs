//! Functions: plain ones, recursive ones, closures, generators.

use super::{Function, Generator, Param, Variable};
use crate::fuzz::tree::{Clause, Expr, Stmt};
use crate::fuzz::types::{self, Type, list};

/// What is set aside while the body of a function is made.
pub(super) struct Outside {
    variables: Vec<Variable>,
    rounds: usize,
    cost: usize,
    in_loop: bool,
    returns: Option<Type>,
    yields: Option<Type>,
    nesting: usize,
    pure: usize,
}

impl Generator {
    pub(super) fn function(&mut self, body: &mut Vec<Stmt>) {
        match self.random.weighted(&[6, 2, 3, 2]) {
            0 => self.plain(body, None),
            1 => self.recursive(body),
            2 => self.generator_function(body),
            _ => self.counter(body),
        }
    }

    fn params(&mut self, most: usize) -> Vec<Param> {
        let mut defaults = false;
        let n = self.random.below(most + 1);
        let mut params = Vec::new();
        for _ in 0..n {
            let ty = match self.random.percent(15) {
                true => Type::Callable(vec![Type::Int], Box::new(Type::Int)),
                false => self.some_type(2),
            };
            // One that is changed is the same at the next call.
            let default = ty.simplest().filter(|_| defaults || self.random.percent(30));
            defaults |= default.is_some();
            if defaults && default.is_none() {
                break;
            }
            params.push(Param { name: self.name("a"), ty, default });
        }
        params
    }

    /// A function with statements, or the method of a class.
    pub(super) fn plain(&mut self, body: &mut Vec<Stmt>, method: Option<(usize, usize, usize)>) {
        let params = self.params(3);
        let rest = (self.random.percent(20)).then(|| types::scalar(&mut self.random));
        let named = (self.random.percent(12)).then(|| types::scalar(&mut self.random));
        let result = self.some_type(2);
        let name = match method {
            Some((class, _, number)) => format!("m{number}_{class}"),
            None => self.name("f"),
        };
        let mut function = Function {
            name,
            params,
            rest,
            named,
            result,
            cost: 0,
            method: method.map(|(_, root, number)| (root, number)),
        };
        body.push(self.definition(&mut function, method.map(|(class, ..)| class)));
        self.functions.push(function);
    }

    /// The `def` of a function of this signature, whose cost is found.
    pub(super) fn definition(&mut self, function: &mut Function, class: Option<usize>) -> Stmt {
        let outside = self.enter(function, class);
        let mut statements = self.declarations();
        if let Some(ty) = &function.rest {
            statements.push(Stmt::line("others = list(rest)", vec![]));
            self.bind("others", &list(ty.clone()));
        }
        if function.named.is_some() {
            statements.push(Stmt::line("print(named)", vec![]));
        }
        statements.extend(self.block(3));
        let value = self.expr(&function.result, 2);
        statements.push(Stmt::line("return $", vec![value]));
        function.cost = self.cost + 5;
        self.leave(outside);
        let header = signature(function, class.is_some());
        Stmt::Compound(vec![Clause::new(header, vec![], statements)])
    }

    /// Begins a body: the parameters are bound, and the names outside can be read.
    pub(super) fn enter(&mut self, function: &Function, class: Option<usize>) -> Outside {
        let outside = Outside {
            variables: self.variables.clone(),
            rounds: std::mem::replace(&mut self.rounds, 1),
            cost: std::mem::replace(&mut self.cost, 0),
            in_loop: std::mem::replace(&mut self.in_loop, false),
            returns: self.returns.replace(function.result.clone()),
            yields: self.yields.take(),
            nesting: self.nesting,
            pure: std::mem::replace(&mut self.pure, 0),
        };
        self.level += 1;
        self.variables.retain(|v| !v.ty.has_callable() && !v.ty.has_iterator());
        for variable in &mut self.variables {
            variable.assignable = false;
        }
        if let Some(class) = class {
            self.parameter("self", &Type::Object(class));
        }
        for param in &function.params {
            self.bind(&param.name, &param.ty);
        }
        outside
    }

    pub(super) fn leave(&mut self, outside: Outside) {
        self.level -= 1;
        let Outside { variables, rounds, cost, in_loop, returns, yields, nesting, pure } = outside;
        (self.variables, self.rounds, self.cost, self.in_loop) = (variables, rounds, cost, in_loop);
        (self.returns, self.yields, self.nesting, self.pure) = (returns, yields, nesting, pure);
    }

    pub(super) fn bind(&mut self, name: &str, ty: &Type) {
        let variable = Variable { name: name.to_string(), ty: ty.clone(), level: self.level, assignable: true };
        self.variables.push(variable);
    }

    /// `global` or `nonlocal` of some variable outside, which can be bound then.
    fn declarations(&mut self) -> Vec<Stmt> {
        let mut statements = Vec::new();
        if self.random.percent(35) {
            let level = self.level;
            let found = self.variable_where(|v| v.level < level && v.name.starts_with('v'));
            if let Some(found) = found {
                let keyword = if found.level == 0 { "global" } else { "nonlocal" };
                statements.push(Stmt::line(format!("{keyword} {}", found.name), vec![]));
                for variable in self.variables.iter_mut().filter(|v| v.name == found.name) {
                    variable.assignable = true;
                }
            }
        }
        statements
    }

    /// Calls itself, a bounded number of times.
    fn recursive(&mut self, body: &mut Vec<Stmt>) {
        let name = self.name("r");
        let ty = match self.some_type(1) {
            ty if ty.grows() => Type::Int,
            ty => ty,
        };
        let params = vec![
            Param { name: "n".into(), ty: Type::Int, default: None },
            Param { name: "acc".into(), ty: ty.clone(), default: None },
        ];
        let mut function =
            Function { name, params, rest: None, named: None, result: ty.clone(), cost: 0, method: None };
        let outside = self.enter(&function, None);
        for variable in &mut self.variables {
            variable.assignable &= variable.name != "n";
        }
        self.rounds = 6;
        let mut statements = self.block(2);
        let (again, last) = (self.expr(&ty, 2), self.expr(&ty, 1));
        statements.push(Stmt::line("if n <= 0 or n > 6:\n    return $", vec![last]));
        let text = format!("{}(n - 1, $)", function.name);
        let call = Expr::new(ty.clone(), text, vec![again]);
        let wrapped = match self.random.percent(30) {
            true => Stmt::Compound(vec![
                Clause::new("try:", vec![], vec![Stmt::line("return $", vec![call])]),
                Clause::new("finally:", vec![], vec![Stmt::line("LOG.append(n)", vec![])]),
            ]),
            false => Stmt::line("return $", vec![call]),
        };
        statements.push(wrapped);
        function.cost = self.cost + 40;
        self.leave(outside);
        body.push(Stmt::Compound(vec![Clause::new(signature(&function, false), vec![], statements)]));
        self.functions.push(function);
    }

    fn generator_function(&mut self, body: &mut Vec<Stmt>) {
        let item = self.some_type(1);
        let (name, params) = (self.name("g"), self.params(2));
        let result = types::iterator(item.clone());
        let mut function = Function { name, params, rest: None, named: None, result, cost: 0, method: None };
        let outside = self.enter(&function, None);
        self.yields = Some(item.clone());
        self.returns = None;
        let mut statements = self.block(3);
        let value = self.expr(&item, 2);
        statements.push(Stmt::line("yield $", vec![value]));
        function.cost = self.cost + 20;
        self.leave(outside);
        body.push(Stmt::Compound(vec![Clause::new(signature(&function, false), vec![], statements)]));
        self.functions.push(function);
    }

    /// A closure that keeps something between its calls.
    fn counter(&mut self, body: &mut Vec<Stmt>) {
        let (outer, inner) = (self.name("h"), self.name("k"));
        let (state, result) = (types::value(&mut self.random, 1, 0), types::scalar(&mut self.random));
        let ty = Type::Callable(vec![Type::Int], Box::new(result.clone()));
        let params = vec![Param { name: self.name("a"), ty: state.clone(), default: None }];
        let mut function =
            Function { name: outer, params, rest: None, named: None, result: ty.clone(), cost: 10, method: None };
        let outside = self.enter(&function, None);
        let kept = function.params[0].name.clone();
        let inner_params = vec![Param { name: self.name("a"), ty: Type::Int, default: None }];
        let inner_function = Function {
            name: inner.clone(),
            params: inner_params,
            rest: None,
            named: None,
            result: result.clone(),
            cost: 0,
            method: None,
        };
        let inside = self.enter(&inner_function, None);
        // It is called from wherever a call of a variable's value is cheap enough.
        self.rounds = super::MOST / 60;
        let mut statements = vec![Stmt::line(format!("nonlocal {kept}"), vec![])];
        for variable in self.variables.iter_mut().filter(|v| v.name == kept) {
            variable.assignable = true;
        }
        statements.push(self.assignment_to(&kept, &state));
        statements.extend(self.block(1));
        let value = self.expr(&result, 2);
        statements.push(Stmt::line("return $", vec![value]));
        self.leave(inside);
        let definition = Stmt::Compound(vec![Clause::new(signature(&inner_function, false), vec![], statements)]);
        let mut all = vec![definition];
        all.push(Stmt::line(format!("return {inner}"), vec![]));
        self.leave(outside);
        body.push(Stmt::Compound(vec![Clause::new(signature(&function, false), vec![], all)]));
        function.cost = 10;
        self.functions.push(function);
        // So that it is called at all.
        let found = self.functions.last().expect("it was pushed").clone();
        let name = self.name("v");
        let call = self.call(&found, 1);
        body.push(Stmt::line(format!("{name} = $"), vec![call]));
        self.parameter(&name, &ty);
    }
}

pub(super) fn signature(function: &Function, is_method: bool) -> String {
    let mut pieces: Vec<String> = if is_method { vec!["self".into()] } else { vec![] };
    for param in &function.params {
        pieces.push(match &param.default {
            Some(default) => format!("{}={default}", param.name),
            None => param.name.clone(),
        });
    }
    pieces.extend(function.rest.as_ref().map(|_| "*rest".to_string()));
    pieces.extend(function.named.as_ref().map(|_| "**named".to_string()));
    format!("def {}({}):", function.name, pieces.join(", "))
}
