//! Loops, and what changes while they run.

use super::{Generator, MOST};
use crate::fuzz::tree::{Clause, Stmt};
use crate::fuzz::types::{self, Type, dict, list, set};

impl Generator {
    pub(super) fn loop_statement(&mut self) -> Stmt {
        if self.rounds * 5 > MOST / 50 {
            return Stmt::line("pass", vec![]);
        }
        let (outer, was_in_loop) = (self.rounds, self.in_loop);
        let stmt = match self.random.weighted(&[4, 4, 3, 2, 2, 2, 2]) {
            0 => self.counted(),
            1 => self.over_list(),
            2 => self.while_loop(),
            3 => self.over_dict(),
            4 => self.over_several(),
            5 => self.over_set(),
            _ => self.over_iterator(),
        };
        (self.rounds, self.in_loop) = (outer, was_in_loop);
        stmt
    }

    fn body(&mut self, bound: &[(String, Type)]) -> Vec<Stmt> {
        self.rounds *= 5;
        self.in_loop = true;
        self.scoped(|this| {
            for (name, ty) in bound {
                this.parameter(name, ty);
            }
            this.block(3)
        })
    }

    fn with_else(&mut self, mut clauses: Vec<Clause>) -> Stmt {
        if self.random.percent(20) {
            self.in_loop = false;
            clauses.push(Clause::new("else:", vec![], self.block(2)));
        }
        Stmt::Compound(clauses)
    }

    fn counted(&mut self) -> Stmt {
        let name = self.name("i");
        let bounds =
            *self.random.pick(&["5", "0, 4", "3, -4, -2", "-2, 3", "2, 2", "$ % 3", "$ % 7, 6", "1, 9, 1 + ($ % 3)"]);
        let parts = (0..bounds.matches('$').count()).map(|_| self.expr(&Type::Int, 2)).collect();
        let body = self.body(&[(name.clone(), Type::Int)]);
        self.with_else(vec![Clause::new(format!("for {name} in range({bounds}):"), parts, body)])
    }

    /// Perhaps over a variable that the body changes.
    fn over_list(&mut self) -> Stmt {
        let found = self.variable_where(|v| matches!(v.ty, Type::List(_)));
        let name = self.name("i");
        if let Some(found) = found.filter(|_| self.random.percent(60)) {
            let Type::List(item) = &found.ty else { unreachable!("it was asked for") };
            let mut body = self.body(&[(name.clone(), (**item).clone())]);
            if self.random.percent(40) {
                let list = &found.name;
                // What is added has an end: no list is longer than this.
                let change = match self.random.below(4) {
                    0 => format!("if len({list}) < 9: {list}.append({name})"),
                    1 => format!("if len({list}) > 2: {list}.pop()"),
                    2 => format!("if len({list}) > 2: del {list}[0]"),
                    _ => format!("if len({list}) < 9: {list}.extend([{name}])"),
                };
                body.insert(0, Stmt::line(change, vec![]));
            }
            return self.with_else(vec![Clause::new(format!("for {name} in {}:", found.name), vec![], body)]);
        }
        let item = self.some_type(1);
        let over = self.expr(&list(item.clone()), 2);
        let body = self.body(&[(name.clone(), item)]);
        self.with_else(vec![Clause::new(format!("for {name} in $[:6]:"), vec![over], body)])
    }

    fn while_loop(&mut self) -> Stmt {
        let count = self.name("n");
        let condition = self.expr(&Type::Bool, 2);
        let body = self.body(&[(count.clone(), Type::Int)]);
        let header = format!("{count} = 0\nwhile {count} < 4 and $:");
        let clause = Clause::new(header, vec![condition], body).beginning(format!("{count} += 1"));
        self.with_else(vec![clause])
    }

    fn over_dict(&mut self) -> Stmt {
        let (name, other) = (self.name("i"), self.name("i"));
        let found = self.variable_where(|v| matches!(v.ty, Type::Dict(..)));
        if let Some(found) = found.filter(|_| self.random.percent(60)) {
            let Type::Dict(key, value) = &found.ty else { unreachable!("it was asked for") };
            // A dict that changes its size says so.
            let (target, over, bound) = match self.random.below(3) {
                0 => (name.clone(), found.name.clone(), vec![(name, (**key).clone())]),
                1 => (name.clone(), format!("{}.values()", found.name), vec![(name, (**value).clone())]),
                _ => {
                    let both = vec![(name.clone(), (**key).clone()), (other.clone(), (**value).clone())];
                    (format!("{name}, {other}"), format!("{}.items()", found.name), both)
                }
            };
            let body = self.body(&bound);
            return self.with_else(vec![Clause::new(format!("for {target} in {over}:"), vec![], body)]);
        }
        let (key, value) = (types::key(&mut self.random), self.some_type(1));
        let over = self.expr(&dict(key.clone(), value.clone()), 2);
        let body = self.body(&[(name.clone(), key), (other.clone(), value)]);
        self.with_else(vec![Clause::new(format!("for {name}, {other} in $.items():"), vec![over], body)])
    }

    fn over_several(&mut self) -> Stmt {
        let (name, other) = (self.name("i"), self.name("i"));
        let (first, second) = (self.some_type(1), self.some_type(1));
        let bound = [(name.clone(), first.clone()), (other.clone(), second.clone())];
        let (text, parts, bound) = match self.random.below(3) {
            0 => {
                let parts = vec![self.expr(&list(first), 2), self.expr(&list(second), 2)];
                ("zip($, $)", parts, bound.to_vec())
            }
            1 => {
                let from = self.expr(&list(second.clone()), 2);
                ("enumerate($[:5])", vec![from], vec![(name.clone(), Type::Int), (other.clone(), second)])
            }
            _ => {
                let from = self.expr(&Type::Str, 2);
                ("enumerate($[:5], -1)", vec![from], vec![(name.clone(), Type::Int), (other.clone(), Type::Str)])
            }
        };
        let body = self.body(&bound);
        self.with_else(vec![Clause::new(format!("for {name}, {other} in {text}:"), parts, body)])
    }

    fn over_set(&mut self) -> Stmt {
        let name = self.name("i");
        let over = self.expr(&set(Type::Int), 2);
        let body = self.body(&[(name.clone(), Type::Int)]);
        self.with_else(vec![Clause::new(format!("for {name} in $:"), vec![over], body)])
    }

    fn over_iterator(&mut self) -> Stmt {
        let (name, item) = (self.name("i"), types::scalar(&mut self.random));
        let (text, over) = match self.random.below(3) {
            0 => ("$", types::iterator(item.clone())),
            1 => ("map(str, $)", list(item.clone())),
            _ => ("reversed($)", list(item.clone())),
        };
        let item = if text.starts_with("map") { Type::Str } else { item };
        let from = self.expr(&over, 2);
        let body = self.body(&[(name.clone(), item)]);
        self.with_else(vec![Clause::new(format!("for {name} in {text}:"), vec![from], body)])
    }
}
