//! Calls of functions and methods, and what objects have.

use super::{Function, Generator, MOST, Operator, Param};
use crate::fuzz::tree::Expr;
use crate::fuzz::types::{self, Type};

impl Generator {
    /// A call whose result has this type.
    pub(super) fn call_of(&mut self, ty: &Type, depth: usize) -> Option<Expr> {
        let fitting: Vec<usize> = (0..self.functions.len()).filter(|&f| self.may_call(f, ty)).collect();
        if fitting.is_empty() || self.random.percent(15) {
            return self.call_of_value(ty, depth);
        }
        let function = self.functions[*self.random.pick(&fitting)].clone();
        Some(self.call(&function, depth))
    }

    fn may_call(&self, function: usize, ty: &Type) -> bool {
        let function = &self.functions[function];
        let allowed = match (function.method, self.within) {
            (Some((root, number)), Some((inside, below))) => root != inside || number < below,
            _ => true,
        };
        allowed && function.result == *ty && self.cost + self.rounds * function.cost < MOST
    }

    pub(super) fn call(&mut self, function: &Function, depth: usize) -> Expr {
        self.cost += self.rounds * function.cost;
        let mut parts = Vec::new();
        let mut text = format!("{}(", function.name);
        if let Some((root, _)) = function.method {
            let class = self.owner(function, root);
            parts.push(self.expr(&Type::Object(class), depth));
            text = format!("$.{text}");
        }
        self.arguments(function, depth, &mut text, &mut parts);
        Expr::new(function.result.clone(), text + ")", parts)
    }

    /// The class that a method belongs to is known by its number in the name.
    fn owner(&self, function: &Function, root: usize) -> usize {
        let owners = (0..self.classes.len()).filter(|&c| self.classes[c].root == root);
        owners.clone().find(|c| function.name.ends_with(&format!("_{c}"))).unwrap_or(root)
    }

    fn arguments(&mut self, function: &Function, depth: usize, text: &mut String, parts: &mut Vec<Expr>) {
        let mut pieces = Vec::new();
        let Function { params, rest, named, .. } = function;
        let needed = params.iter().take_while(|param| param.default.is_none()).count();
        // These by position, the rest by name or not at all.
        let mut by_position = self.random.below(params.len() + 1);
        let tuple = params.len() > 1 && needed == params.len() && self.random.percent(8);
        if rest.is_some() && self.random.percent(60) {
            by_position = params.len();
        }
        if tuple {
            let ty = Type::Tuple(params.iter().map(|param| param.ty.clone()).collect());
            parts.push(self.expr(&ty, depth));
            pieces.push("*$".to_string());
            by_position = params.len();
        } else {
            for param in &params[..by_position] {
                parts.push(self.expr(&param.ty, depth));
                pieces.push("$".to_string());
            }
        }
        if let Some(ty) = rest
            && by_position == params.len()
        {
            for _ in 0..self.random.below(3) {
                parts.push(self.expr(ty, depth));
                pieces.push("$".to_string());
            }
            if self.random.percent(25) {
                parts.push(self.expr(&types::list(ty.clone()), depth));
                pieces.push("*$".to_string());
            }
        }
        let mut left: Vec<&Param> = params[by_position..].iter().collect();
        self.random.shuffle(&mut left);
        for param in left {
            if param.default.is_none() || self.random.percent(50) {
                parts.push(self.expr(&param.ty, depth));
                pieces.push(format!("{}=$", param.name));
            }
        }
        if let Some(ty) = named {
            for name in ["k", "zz"] {
                if self.random.percent(40) {
                    parts.push(self.expr(ty, depth));
                    pieces.push(format!("{name}=$"));
                }
            }
        }
        text.push_str(&pieces.join(", "));
    }

    /// A call of what a variable holds, or of a lambda at once.
    fn call_of_value(&mut self, ty: &Type, depth: usize) -> Option<Expr> {
        let found = self.variable_where(|v| matches!(&v.ty, Type::Callable(_, result) if **result == *ty))?;
        let Type::Callable(params, _) = &found.ty else { return None };
        if self.cost + self.rounds * 20 > MOST {
            return None;
        }
        self.cost += self.rounds * 20;
        let parts: Vec<Expr> = params.iter().map(|param| self.expr(param, depth)).collect();
        Some(Expr::new(ty.clone(), format!("{}({})", found.name, vec!["$"; parts.len()].join(", ")), parts))
    }

    pub(super) fn lambda(&mut self, params: &[Type], result: &Type, depth: usize) -> Expr {
        let of = Type::Callable(params.to_vec(), Box::new(result.clone()));
        let names: Vec<String> = params.iter().map(|_| self.name("p")).collect();
        let body = self.without_callables(|this| {
            for (name, ty) in names.iter().zip(params) {
                this.parameter(name, ty);
            }
            this.expr(result, depth.min(2))
        });
        let colon = if names.is_empty() { "lambda" } else { "lambda " };
        Expr::new(of, format!("({colon}{}: $)", names.join(", ")), vec![body])
    }

    /// What runs later must not call what a variable holds then: it could be itself.
    pub(super) fn without_callables<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        let all = self.variables.clone();
        let hidden = |ty: &Type| ty.has_callable() || ty.has_iterator();
        self.variables.retain(|v| !hidden(&v.ty));
        let (rounds, cost) = (self.rounds, self.cost);
        self.pure += 1;
        // It may run as often as such a call is counted for.
        self.rounds = rounds.max(MOST / 60);
        let result = work(self);
        self.pure -= 1;
        self.rounds = rounds;
        self.cost = cost;
        self.variables = all;
        result
    }

    pub(super) fn parameter(&mut self, name: &str, ty: &Type) {
        let variable = super::Variable { name: name.to_string(), ty: ty.clone(), level: self.level, assignable: false };
        self.variables.push(variable);
    }

    /// An attribute, a property, or what an operator of an object gives.
    pub(super) fn member_of(&mut self, ty: &Type, depth: usize) -> Option<Expr> {
        let mut found: Vec<(usize, String)> = Vec::new();
        for (class, c) in self.classes.iter().enumerate() {
            found.extend(c.fields.iter().filter(|f| f.1 == *ty).map(|f| (class, format!("$.{}", f.0))));
            if !self.may_operate(class) || self.cost + self.rounds * 30 > MOST {
                continue;
            }
            found.extend(c.properties.iter().filter(|p| p.1 == *ty).map(|p| (class, format!("$.{}", p.0))));
            for operator in &c.operators {
                match operator {
                    Operator::Item(item) if item == ty => found.push((class, "$[#]".into())),
                    Operator::Call(result) if result == ty => found.push((class, "$(#)".into())),
                    Operator::Add if *ty == Type::Object(class) => found.push((class, "($ + $)".into())),
                    _ => {}
                }
            }
        }
        if found.is_empty() {
            return None;
        }
        self.cost += self.rounds * 30;
        let (class, text) = self.random.pick(&found).clone();
        let mut parts = vec![self.expr(&Type::Object(class), depth)];
        if text.contains('#') {
            parts.push(self.int(depth.min(1)));
        } else if text.matches('$').count() == 2 {
            parts.push(self.expr(&Type::Object(class), depth));
        }
        Some(Expr::new(ty.clone(), text.replace('#', "$"), parts))
    }

    /// A new object of the class or of one derived from it.
    pub(super) fn object(&mut self, class: usize, depth: usize) -> Expr {
        let ty = Type::Object(class);
        if self.random.percent(40)
            && let Some(found) = self.variable_where(|v| v.ty == ty)
        {
            return Expr::leaf(ty, found.name);
        }
        let derived: Vec<usize> = (0..self.classes.len()).filter(|&c| self.is_derived(c, class)).collect();
        let class = *self.random.pick(&derived);
        let made = &self.classes[class];
        let function = Function {
            name: made.name.clone(),
            params: made.params.clone(),
            rest: None,
            named: None,
            result: ty,
            cost: 10,
            method: None,
        };
        self.call(&function, depth.saturating_sub(1))
    }
}
