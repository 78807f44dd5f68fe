//! A generated program as a tree, which is written as Python text and made smaller.
//!
//! Every node is a piece of text in which each `$` stands for the next expression below.
//! The tree says nothing of what a piece means: whether a smaller program still means
//! something is for CPython to say.

use super::types::Type;

#[derive(Clone, Debug)]
pub struct Expr {
    pub ty: Type,
    pub text: String,
    pub parts: Vec<Expr>,
    /// An int that may leave 64 bits, where naja raises OverflowError.
    pub checked: bool,
}

#[derive(Clone, Debug)]
pub enum Stmt {
    Line { text: String, parts: Vec<Expr> },
    Compound(Vec<Clause>),
}

/// A header, which ends in a colon, and the statements below.
#[derive(Clone, Debug)]
pub struct Clause {
    pub text: String,
    pub parts: Vec<Expr>,
    /// What the body begins with, always: a loop does not end without.
    pub first: String,
    pub body: Vec<Stmt>,
}

#[derive(Clone, Debug, Default)]
pub struct Program {
    pub body: Vec<Stmt>,
}

/// How a program is written.
#[derive(Clone, Copy, PartialEq)]
pub enum Form {
    Plain,
    /// Each int that may leave 64 bits within `_(...)`, which raises OverflowError then.
    Checked,
}

impl Expr {
    pub fn new(ty: Type, text: impl Into<String>, parts: Vec<Expr>) -> Expr {
        let expr = Expr { ty, text: text.into(), parts, checked: false };
        debug_assert_eq!(expr.text.matches('$').count(), expr.parts.len(), "{}", expr.text);
        expr
    }

    pub fn leaf(ty: Type, text: impl Into<String>) -> Expr {
        Expr::new(ty, text, Vec::new())
    }

    pub fn checked(mut self) -> Expr {
        self.checked = true;
        self
    }

    fn write(&self, form: Form, out: &mut String) {
        let guarded = self.checked && form == Form::Checked;
        out.push_str(if guarded { "_(" } else { "" });
        write_text(&self.text, &self.parts, form, out);
        out.push_str(if guarded { ")" } else { "" });
    }
}

fn write_text(text: &str, parts: &[Expr], form: Form, out: &mut String) {
    let mut pieces = text.split('$');
    out.push_str(pieces.next().unwrap_or(""));
    for (part, piece) in parts.iter().zip(pieces) {
        part.write(form, out);
        out.push_str(piece);
    }
}

impl Stmt {
    pub fn line(text: impl Into<String>, parts: Vec<Expr>) -> Stmt {
        let text = text.into();
        debug_assert_eq!(text.matches('$').count(), parts.len(), "{text}");
        Stmt::Line { text, parts }
    }
}

impl Clause {
    pub fn new(text: impl Into<String>, parts: Vec<Expr>, body: Vec<Stmt>) -> Clause {
        let text = text.into();
        debug_assert_eq!(text.matches('$').count(), parts.len(), "{text}");
        Clause { text, parts, first: String::new(), body }
    }

    pub fn beginning(mut self, first: impl Into<String>) -> Clause {
        self.first = first.into();
        self
    }
}

const CHECK: &str =
    "def _(n):\n    if type(n) is int and not -2**63 <= n < 2**63:\n        raise OverflowError\n    return n\n\n";

impl Program {
    pub fn text(&self, form: Form) -> String {
        let mut out = if form == Form::Checked { CHECK.to_string() } else { String::new() };
        write_body(&self.body, 0, form, &mut out);
        out
    }
}

fn write_body(body: &[Stmt], indent: usize, form: Form, out: &mut String) {
    for stmt in body {
        match stmt {
            Stmt::Line { text, parts } => write_lines(text, parts, indent, form, out),
            Stmt::Compound(clauses) => {
                for clause in clauses {
                    write_lines(&clause.text, &clause.parts, indent, form, out);
                    let before = out.len();
                    if !clause.first.is_empty() {
                        write_lines(&clause.first, &[], indent + 1, form, out);
                    }
                    write_body(&clause.body, indent + 1, form, out);
                    if out.len() == before {
                        write_lines("pass", &[], indent + 1, form, out);
                    }
                }
            }
        }
    }
}

fn write_lines(text: &str, parts: &[Expr], indent: usize, form: Form, out: &mut String) {
    let mut lines = String::new();
    write_text(text, parts, form, &mut lines);
    for line in lines.lines() {
        out.push_str(&"    ".repeat(indent));
        out.push_str(line);
        out.push('\n');
    }
}

/// Where a statement is: at each level its index and that of the clause that is entered.
type Path = Vec<(usize, usize)>;

impl Program {
    /// Programs that are this one with something left out, the boldest first.
    pub fn reductions(&self) -> Vec<Program> {
        let mut all = Vec::new();
        let mut lists = Vec::new();
        collect_lists(&self.body, &mut Vec::new(), &mut lists);
        // Whole runs of statements go first, in halves, then quarters, ...
        for (path, len) in &lists {
            let mut size = *len;
            while size > 0 {
                for start in (0..*len).step_by(size).collect::<Vec<_>>().into_iter().rev() {
                    let end = (start + size).min(*len);
                    all.push((end - start, self.edited(path, |body| drop(body.drain(start..end)))));
                }
                size /= 2;
            }
        }
        all.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
        let mut programs: Vec<Program> = all.into_iter().map(|(_, program)| program).collect();
        for (path, len) in &lists {
            for at in 0..*len {
                self.unwrapped(path, at, &mut programs);
            }
        }
        for (path, len) in &lists {
            for at in 0..*len {
                self.smaller_expressions(path, at, &mut programs);
            }
        }
        programs
    }

    fn body_at(&self, path: &Path) -> &Vec<Stmt> {
        let mut body = &self.body;
        for &(at, clause) in path {
            let Stmt::Compound(clauses) = &body[at] else { unreachable!("paths lead through clauses") };
            body = &clauses[clause].body;
        }
        body
    }

    fn edited(&self, path: &Path, edit: impl FnOnce(&mut Vec<Stmt>)) -> Program {
        let mut program = self.clone();
        let mut body = &mut program.body;
        for &(at, clause) in path {
            let Stmt::Compound(clauses) = &mut body[at] else { unreachable!("paths lead through clauses") };
            body = &mut clauses[clause].body;
        }
        edit(body);
        program
    }

    /// A clause less, or a body in the place of its statement.
    fn unwrapped(&self, path: &Path, at: usize, programs: &mut Vec<Program>) {
        let Stmt::Compound(clauses) = &self.body_at(path)[at] else { return };
        for (i, clause) in clauses.iter().enumerate() {
            programs.push(self.edited(path, |body| drop(body.splice(at..=at, clause.body.iter().cloned()))));
            if i > 0 {
                programs.push(self.edited(path, |body| {
                    if let Stmt::Compound(clauses) = &mut body[at] {
                        clauses.remove(i);
                    }
                }));
            }
        }
    }

    fn smaller_expressions(&self, path: &Path, at: usize, programs: &mut Vec<Program>) {
        let counts: Vec<usize> = match &self.body_at(path)[at] {
            Stmt::Line { parts, .. } => vec![parts.len()],
            Stmt::Compound(clauses) => clauses.iter().map(|clause| clause.parts.len()).collect(),
        };
        fn parts(stmt: &mut Stmt, clause: usize) -> &mut Vec<Expr> {
            match stmt {
                Stmt::Line { parts, .. } => parts,
                Stmt::Compound(clauses) => &mut clauses[clause].parts,
            }
        }
        for (clause, &count) in counts.iter().enumerate() {
            for part in 0..count {
                let mut copy = self.body_at(path)[at].clone();
                let mut smaller = Vec::new();
                replacements(&parts(&mut copy, clause)[part], &mut smaller);
                for expr in smaller {
                    programs.push(self.edited(path, |body| parts(&mut body[at], clause)[part] = expr));
                }
            }
        }
    }

    /// A measure that every reduction makes less.
    pub fn size(&self) -> usize {
        self.text(Form::Plain).len()
    }
}

fn collect_lists(body: &[Stmt], path: &mut Path, lists: &mut Vec<(Path, usize)>) {
    lists.push((path.clone(), body.len()));
    for (at, stmt) in body.iter().enumerate() {
        if let Stmt::Compound(clauses) = stmt {
            for (i, clause) in clauses.iter().enumerate() {
                path.push((at, i));
                collect_lists(&clause.body, path, lists);
                path.pop();
            }
        }
    }
}

/// What could stand in place of an expression: the simplest of its type, what is below it,
/// and itself with something smaller below.
fn replacements(expr: &Expr, all: &mut Vec<Expr>) {
    if let Some(text) = expr.ty.simplest()
        && text.len() < expr.text.len() + expr.parts.len()
    {
        all.push(Expr::leaf(expr.ty.clone(), text));
    }
    let mut inner = Vec::new();
    below(expr, &expr.ty, &mut inner);
    all.extend(inner);
    for (i, part) in expr.parts.iter().enumerate() {
        let mut smaller = Vec::new();
        replacements(part, &mut smaller);
        all.extend(smaller.into_iter().map(|part| {
            let mut copy = expr.clone();
            copy.parts[i] = part;
            copy
        }));
    }
}

fn below(expr: &Expr, ty: &Type, all: &mut Vec<Expr>) {
    for part in &expr.parts {
        if part.ty == *ty {
            all.push(part.clone());
        }
        below(part, ty, all);
    }
}
