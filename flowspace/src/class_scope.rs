//! The body of a class is run where the class statement stands, as a part of the
//! scope around it. Here each name that it binds becomes a name of that scope
//! which no program can write: `x` of class `C` becomes `C.x`.
//!
//! What the body reads is then found as Python finds it: first among what the
//! class has bound so far, then around the class. Functions, lambdas and
//! comprehensions in the body do not see the class's names. Private names (`__x`)
//! get the class's name before that (`private`).

use crate::ast::*;
use crate::definite::definitely_bound;
use crate::enumeration;
use crate::errors::Mistake;
use crate::made;
use crate::origin::Origins;
use crate::private;
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::source::Span;
use std::collections::{HashMap, HashSet};

pub fn module(ast: &mut Ast, mistakes: &mut Vec<Diagnostic>) {
    if !ast.stmts.values().any(|stmt| matches!(stmt.kind, StmtKind::ClassDef(_))) {
        return;
    }
    private::module(ast);
    let origins = Origins::of(ast);
    let body = ast.body.clone();
    Scoping { ast, origins, taken: HashMap::new(), enums: HashMap::new(), mistakes }.scope(&body, false);
}

struct Scoping<'a> {
    ast: &'a mut Ast,
    origins: Origins,
    /// How many classes there are of each path.
    taken: HashMap<Name, u32>,
    /// The classes so far that derive from a class of `enum`, by their names.
    enums: HashMap<Name, EnumKind>,
    mistakes: &'a mut Vec<Diagnostic>,
}

/// A class whose body is being looked at.
struct Class {
    id: StmtId,
    path: Name,
    in_function: bool,
    /// What each name that its body binds becomes.
    targets: HashMap<Name, Name>,
}

/// How far the body of a class has come.
#[derive(Clone, Default)]
struct State {
    bound: HashSet<Name>,
    /// These may be bound.
    maybe: HashSet<Name>,
}

impl Scoping<'_> {
    fn not_yet(&mut self, what: &str, span: Span) {
        self.mistakes.push(Mistake::NotYet { what: what.into(), help: None }.at(span));
    }

    /// Statements outside classes.
    fn scope(&mut self, body: &Body, in_function: bool) {
        for &id in body {
            match self.ast.stmt(id) {
                StmtKind::ClassDef(_) => self.class(id, None, in_function),
                StmtKind::FunctionDef(f) => {
                    let body = f.body.clone();
                    self.scope(&body, true);
                }
                _ => {
                    let blocks: Vec<Body> = self.ast.blocks(id).into_iter().cloned().collect();
                    blocks.iter().for_each(|block| self.scope(block, in_function));
                }
            }
        }
    }

    fn class(&mut self, id: StmtId, around: Option<&Class>, in_function: bool) {
        let StmtKind::ClassDef(mut def) = std::mem::replace(&mut self.ast.stmts[id].kind, StmtKind::Pass) else {
            unreachable!("only class statements come here")
        };
        if let Some(around) = around {
            def.path = format!("{}.{}", around.path, def.name).into();
        }
        let (ast, origins) = (&mut *self.ast, &self.origins);
        made::bases(ast, origins, &mut def);
        enumeration::inherit(ast, &mut def, &mut self.enums);
        enumeration::number(ast, origins, &def, self.mistakes);
        made::decorators(ast, origins, &mut def, self.mistakes);
        made::fields(ast, origins, &mut def, self.mistakes);
        let number = self.taken.entry(def.path.clone()).or_default();
        *number += 1;
        let prefix = if *number == 1 { def.path.to_string() } else { format!("{}#{number}", def.path) };
        let mut names = Vec::new();
        self.bindings(&def.body, &mut names);
        let mut targets = HashMap::new();
        for (name, span) in names {
            let target: Name = format!("{prefix}.{name}").into();
            if targets.insert(name.clone(), target.clone()).is_none() {
                def.names.push(ClassName { name, target, span, is_definite: false });
            }
        }
        for field in &mut def.fields {
            if let FieldValue::Factory(_, name) = &mut field.value {
                *name = targets[&*name].clone();
            }
        }
        let class = Class { id, path: def.path.clone(), in_function, targets };
        let mut state = State::default();
        self.run(&def.body, &class, &mut state);
        for name in &mut def.names {
            name.is_definite = state.bound.contains(&name.name);
        }
        self.ast.stmts[id].kind = StmtKind::ClassDef(def);
    }

    /// What the statements bind, in the order of the text.
    fn bindings(&self, body: &Body, names: &mut Vec<(Name, Span)>) {
        let mut globals: HashSet<&Name> = HashSet::new();
        let from = names.len();
        for &id in body {
            let span = self.ast.stmts[id].span;
            match self.ast.stmt(id) {
                StmtKind::FunctionDef(f) => names.push((f.target.clone(), f.name_span)),
                StmtKind::ClassDef(c) => names.push((c.target.clone(), c.name_span)),
                StmtKind::Assign { targets, .. } => targets.iter().for_each(|&t| self.target_names(t, names)),
                StmtKind::AugAssign { target, .. } | StmtKind::For { target, .. } => self.target_names(*target, names),
                StmtKind::AnnAssign { target, value: Some(_), .. } => self.target_names(*target, names),
                StmtKind::With { items, .. } => {
                    items.iter().for_each(|i| i.1.iter().for_each(|&t| self.target_names(t, names)))
                }
                StmtKind::Import(aliases) | StmtKind::ImportFrom { names: aliases, .. } => {
                    let root = |alias: &Alias| alias.name.split('.').next().unwrap_or_default().into();
                    names.extend(aliases.iter().map(|a| (a.asname.clone().unwrap_or_else(|| root(a)), a.span)));
                }
                StmtKind::Global(listed) | StmtKind::Nonlocal(listed) => globals.extend(listed),
                _ => {}
            }
            for e in self.ast.statement_exprs(id) {
                self.ast.walk(e, |e| {
                    if let ExprKind::Named { target, .. } = self.ast.expr(e)
                        && let ExprKind::Name(name) = self.ast.expr(*target)
                    {
                        names.push((name.clone(), span));
                    }
                    !matches!(self.ast.expr(e), ExprKind::Lambda { .. } | ExprKind::Comprehension(_))
                });
            }
            self.ast.blocks(id).into_iter().for_each(|block| self.bindings(block, names));
        }
        let own = names.split_off(from);
        names.extend(own.into_iter().filter(|(name, _)| !globals.contains(name)));
    }

    fn target_names(&self, target: ExprId, names: &mut Vec<(Name, Span)>) {
        self.ast.walk(target, |e| match self.ast.expr(e) {
            ExprKind::Name(name) => {
                names.push((name.clone(), self.ast.span(e)));
                false
            }
            ExprKind::Tuple(_) | ExprKind::List(_) | ExprKind::Starred(_) => true,
            _ => false,
        });
    }

    /// Gives the names in the body of a class their meaning.
    fn run(&mut self, body: &Body, class: &Class, state: &mut State) {
        for &id in body {
            self.stmt(id, class, state);
        }
    }

    fn stmt(&mut self, id: StmtId, class: &Class, state: &mut State) {
        let span = self.ast.stmts[id].span;
        let mut bound = Vec::new();
        self.bindings(&vec![id], &mut bound);
        let bound: Vec<Name> = bound.into_iter().map(|b| b.0).filter(|name| class.targets.contains_key(name)).collect();
        match self.ast.stmt(id) {
            StmtKind::FunctionDef(_) => return self.method(id, class, state),
            StmtKind::ClassDef(c) => {
                let name = c.target.clone();
                let exprs = self.ast.statement_exprs(id);
                exprs.into_iter().for_each(|e| self.load(e, class, state));
                self.class(id, Some(class), class.in_function);
                if let (Some(target), StmtKind::ClassDef(c)) = (class.targets.get(&name), &mut self.ast.stmts[id].kind)
                {
                    c.target = target.clone();
                }
                state.bound.insert(name);
                return;
            }
            StmtKind::Match { .. } => return self.not_yet("`match` statements in the body of a class", span),
            StmtKind::Delete(_) => return self.not_yet("`del` statements in the body of a class", span),
            StmtKind::Try(t) if t.handlers.iter().any(|h| h.name.is_some()) => {
                return self.not_yet("`except ... as` clauses in the body of a class", span);
            }
            StmtKind::Import(aliases) if aliases.iter().any(|a| a.name.contains('.') && a.asname.is_none()) => {
                return self.not_yet("imports of submodules in the body of a class", span);
            }
            StmtKind::AugAssign { target, .. } => {
                if let ExprKind::Name(name) = self.ast.expr(*target)
                    && class.targets.contains_key(name)
                    && !state.bound.contains(name)
                {
                    let what = format!("changes of '{name}', which this class has not bound");
                    return self.not_yet(&what, self.ast.span(*target));
                }
            }
            _ => {}
        }
        let annotation = match self.ast.stmt(id) {
            StmtKind::AnnAssign { annotation, .. } => Some(*annotation),
            _ => None,
        };
        if let StmtKind::AnnAssign { target, value: None, .. } = *self.ast.stmt(id)
            && let ExprKind::Name(name) = self.ast.expr(target)
        {
            // What is only annotated nothing binds.
            self.ast.exprs[target].kind = ExprKind::Name(format!("{}.{name}", class.path).into());
        }
        let targets: Vec<ExprId> = match self.ast.stmt(id) {
            StmtKind::Assign { targets, .. } => targets.clone(),
            StmtKind::AugAssign { target, .. } | StmtKind::AnnAssign { target, .. } | StmtKind::For { target, .. } => {
                vec![*target]
            }
            StmtKind::With { items, .. } => items.iter().filter_map(|item| item.1).collect(),
            _ => Vec::new(),
        };
        for e in self.ast.statement_exprs(id).into_iter().chain(annotation) {
            match targets.contains(&e) {
                true => self.target(e, class, state),
                false => self.load(e, class, state),
            }
        }
        self.blocks(id, class, state, &bound);
        if let StmtKind::Import(aliases) | StmtKind::ImportFrom { names: aliases, .. } = &mut self.ast.stmts[id].kind {
            for alias in aliases {
                let name = alias.asname.as_ref().unwrap_or(&alias.name);
                alias.asname = class.targets.get(name).cloned().or(alias.asname.take());
            }
        }
        let of_target: HashMap<&Name, &Name> = class.targets.iter().map(|(name, target)| (target, name)).collect();
        let definite = definitely_bound(self.ast, &[id]).names;
        state.bound.extend(definite.iter().filter_map(|target| of_target.get(target)).map(|&name| name.clone()));
        state.maybe.extend(bound);
    }

    /// The blocks inside a statement, which may bind these names.
    fn blocks(&mut self, id: StmtId, class: &Class, state: &State, bound: &[Name]) {
        let blocks: Vec<Body> = self.ast.blocks(id).into_iter().cloned().collect();
        let runs_on = matches!(self.ast.stmt(id), StmtKind::If { .. });
        for block in blocks {
            let mut inside = state.clone();
            // The other blocks of it, or an earlier round, may have run before.
            if !runs_on {
                inside.maybe.extend(bound.iter().cloned());
            }
            if let StmtKind::For { target, .. } = self.ast.stmt(id) {
                let mut of_loop = Vec::new();
                self.target_names(*target, &mut of_loop);
                let written = of_loop.iter().filter_map(|(target, _)| target.rsplit('.').next());
                inside.bound.extend(written.map(Name::from));
            }
            self.run(&block, class, &mut inside);
        }
    }

    fn method(&mut self, id: StmtId, class: &Class, state: &mut State) {
        let StmtKind::FunctionDef(mut def) = std::mem::replace(&mut self.ast.stmts[id].kind, StmtKind::Pass) else {
            unreachable!("only `def`s come here")
        };
        let kind = match &*def.name {
            "__init_subclass__" | "__class_getitem__" => MethodKind::Class,
            "__new__" => MethodKind::Static,
            _ => MethodKind::Plain,
        };
        let mut method = Method { class: class.id, kind, is_abstract: false };
        let decorators = std::mem::take(&mut def.decorators);
        // The innermost one is applied first.
        for &decorator in decorators.iter().rev() {
            if !def.decorators.is_empty() || !self.is_known(decorator, class, &mut method) {
                def.decorators.push(decorator);
            }
        }
        def.decorators.reverse();
        let annotations = def.params.all().filter_map(|p| p.annotation).chain(def.returns);
        let exprs: Vec<ExprId> =
            def.decorators.iter().copied().chain(def.params.defaults()).chain(annotations).collect();
        exprs.into_iter().for_each(|e| self.load(e, class, state));
        let name = def.target.clone();
        if let Some(target) = class.targets.get(&name) {
            def.target = target.clone();
            def.method = Some(method);
        }
        state.bound.insert(name);
        let body = def.body.clone();
        self.ast.stmts[id].kind = StmtKind::FunctionDef(def);
        self.scope(&body, true);
    }

    /// Is it a decorator that says what kind of method this is?
    fn is_known(&mut self, decorator: ExprId, class: &Class, method: &mut Method) -> bool {
        if let ExprKind::Attribute { value, name } = self.ast.expr(decorator)
            && let ExprKind::Name(property) = self.ast.expr(*value)
            && let Some(target) = class.targets.get(property)
        {
            method.kind = match &**name {
                "setter" => MethodKind::Set(target.clone()),
                "deleter" => MethodKind::Delete(target.clone()),
                "getter" => MethodKind::Get,
                _ => return false,
            };
            return true;
        }
        match self.origins.meaning(self.ast, decorator) {
            Some(("builtins", "staticmethod")) => method.kind = MethodKind::Static,
            Some(("builtins", "classmethod")) => method.kind = MethodKind::Class,
            Some(("builtins", "property")) => method.kind = MethodKind::Get,
            Some(("abc", "abstractmethod")) => method.is_abstract = true,
            _ => return false,
        }
        true
    }

    /// An expression that the body of the class evaluates.
    fn load(&mut self, root: ExprId, class: &Class, state: &mut State) {
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            let span = self.ast.span(id);
            match self.ast.expr(id) {
                ExprKind::Name(name) => {
                    let name = name.clone();
                    let Some(target) = class.targets.get(&name) else { continue };
                    if state.bound.contains(&name) {
                        self.ast.exprs[id].kind = ExprKind::Name(target.clone());
                    } else if state.maybe.contains(&name) || class.in_function {
                        let what = format!("uses of '{name}', which this class may have bound or not,");
                        self.not_yet(&what, span);
                    }
                    continue;
                }
                ExprKind::Named { target, value } => {
                    let (target, value) = (*target, *value);
                    self.load(value, class, state);
                    self.target(target, class, state);
                    continue;
                }
                ExprKind::Lambda { params, .. } => {
                    stack.extend(params.defaults());
                    continue;
                }
                ExprKind::Comprehension(c) => {
                    stack.push(c.generators[0].iter);
                    continue;
                }
                _ => {}
            }
            stack.extend(self.ast.children(id).into_iter().rev());
        }
    }

    /// An expression that the body of the class assigns to.
    fn target(&mut self, root: ExprId, class: &Class, state: &mut State) {
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            match self.ast.expr(id) {
                ExprKind::Name(name) => {
                    if let Some(target) = class.targets.get(name) {
                        self.ast.exprs[id].kind = ExprKind::Name(target.clone());
                    }
                }
                ExprKind::Tuple(items) | ExprKind::List(items) => stack.extend(items.iter().rev()),
                ExprKind::Starred(value) => stack.push(*value),
                _ => self.load(id, class, state),
            }
        }
    }
}
