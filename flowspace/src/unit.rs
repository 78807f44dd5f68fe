//! What one scope does with names: a function's body, a lambda's, a
//! comprehension's, or a module's top level.
//!
//! Everything is listed in the order of the text, with the number of the
//! statement of the scope's body that it stands in (its *position*), because a
//! later phase asks what may have run before a binding.

use crate::ast::*;
use crate::definite::{definitely_bound, is_inert, target_names};
use crate::errors::Mistake;
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::{CompareOp, Constant};
use naja_ir::source::Span;
use std::collections::{HashMap, HashSet};

/// What a binding gives to its name, as far as that is a constant.
#[derive(Clone, PartialEq, Debug)]
pub enum Bound {
    Def(StmtId),
    Class(StmtId),
    /// In a class: another name of its body.
    Same(Name),
    Literal(Constant),
    /// `import a.b as c` binds the module `a.b`; `import a.b` binds `a`.
    Module {
        module: Name,
    },
    /// `from module import name`
    From {
        stmt: StmtId,
        name: Name,
    },
    Other,
}

#[derive(Debug)]
pub struct Binding {
    pub name: Name,
    pub span: Span,
    pub bound: Bound,
    pub position: usize,
    pub site: Site,
    /// It happens whenever the block is run to its end that it stands in.
    pub whenever_run: bool,
    /// That block is the scope's body.
    pub unconditional: bool,
}

impl Binding {
    /// The `def` that binds it, if it is one and nothing else.
    pub fn def(&self) -> Option<Node> {
        match self.bound {
            Bound::Def(stmt) => Some(Node::Def(stmt)),
            _ => None,
        }
    }
}

#[derive(Debug)]
pub struct Load {
    pub name: Name,
    pub position: usize,
    pub order: u32,
    /// A base of a class: it runs nothing.
    pub is_base: bool,
}

/// Where in its scope something happens.
#[derive(Clone, Copy, Debug)]
pub struct Site {
    /// In the order of evaluation, loops aside.
    pub order: u32,
    /// The outermost loop around it.
    pub outer_loop: Option<u32>,
    /// The block of statements that it stands in; 0 is the scope's body.
    pub block: u32,
}

impl Site {
    /// May control come from here to `other`?
    pub fn may_lead_to(self, other: Site) -> bool {
        other.order > self.order || (self.outer_loop.is_some() && self.outer_loop == other.outer_loop)
    }
}

/// What makes a function.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Node {
    Def(StmtId),
    Lambda(ExprId),
    Comprehension(ExprId),
}

/// A function that is made in the scope.
#[derive(Clone, Copy, Debug)]
pub struct Child {
    pub node: Node,
    pub position: usize,
    pub site: Site,
    /// It may run when what makes it is over: no comprehension, but a generator expression
    /// that is not used up where it stands.
    pub runs_later: bool,
}

/// The text of a scope.
pub enum Code<'a> {
    Module(&'a Body),
    Function(&'a Parameters, &'a Body),
    Lambda(&'a Parameters, ExprId),
    /// With the position of the statement around it.
    Comprehension(&'a Comprehension, usize),
}

/// An `import` statement of either form.
#[derive(Debug)]
pub struct Import {
    pub stmt: StmtId,
    pub position: usize,
    pub unconditional: bool,
}

/// See the head of this file.
#[derive(Default, Debug)]
pub struct Unit {
    pub bindings: Vec<Binding>,
    pub loads: Vec<Load>,
    pub deleted: HashSet<Name>,
    pub params: HashSet<Name>,
    /// The names that are the scope's own, its parameters among them; meaningless for a module.
    pub locals: HashSet<Name>,
    /// Named by `global`.
    pub globals: HashSet<Name>,
    /// Named by `nonlocal`.
    pub nonlocals: HashMap<Name, Span>,
    /// What `:=` binds in a comprehension: names of the scope around it.
    pub walrus: Vec<(Name, Span)>,
    pub imports: Vec<Import>,
    /// The attributes that are read, by name only.
    pub attributes: Vec<(Name, usize)>,
    /// The attributes that are assigned to or deleted, by name only.
    pub attribute_stores: HashSet<Name>,
    /// Those of objects that may be modules: none is known by a parameter.
    pub module_stores: HashSet<Name>,
    pub children: Vec<Child>,
    /// The class statements, each before those in its body.
    pub classes: Vec<StmtId>,
    /// The block around each block of statements.
    pub blocks: Vec<u32>,
    pub is_comprehension: bool,
    /// There is a `yield` in it.
    pub is_generator: bool,
    /// The names that each statement of the body binds whatever happens in it.
    pub definite: Vec<Vec<Name>>,
    /// The statements of the body that run no code of the user's: they bind functions and literals.
    pub inert: Vec<bool>,
}

impl Unit {
    pub fn of(module: &Name, ast: &Ast, code: &Code, mistakes: &mut Vec<Diagnostic>) -> Unit {
        let params = match code {
            Code::Function(params, _) | Code::Lambda(params, _) => params.all().map(|p| p.name.clone()).collect(),
            Code::Module(_) | Code::Comprehension(..) => HashSet::new(),
        };
        let mut collector = Collector {
            ast,
            is_function: !matches!(code, Code::Module(_)),
            unit: Unit { blocks: vec![0], ..Unit::default() },
            block: 0,
            module,
            params,
            position: 0,
            order: 0,
            loops: 0,
            outer_loops: 0,
            nesting: 0,
            is_dead: false,
            comprehension: None,
            used_up: HashSet::new(),
            seen: HashMap::new(),
            mistakes,
        };
        match code {
            Code::Module(body) | Code::Function(_, body) => {
                for (position, &stmt) in body.iter().enumerate() {
                    collector.position = position;
                    collector.stmt(stmt);
                    let definite = definitely_bound(ast, std::slice::from_ref(&stmt)).names;
                    collector.unit.definite.push(definite);
                    collector.unit.inert.push(is_inert(ast, stmt));
                }
            }
            Code::Lambda(_, body) => collector.expr(*body),
            Code::Comprehension(comprehension, position) => {
                collector.position = *position;
                collector.comprehension(comprehension);
            }
        }
        let mut unit = collector.unit;
        let bound = unit.bindings.iter().map(|b| &b.name).chain(&collector.params);
        let is_own = |name: &&Name| !unit.globals.contains(*name) && !unit.nonlocals.contains_key(*name);
        unit.is_comprehension = matches!(code, Code::Comprehension(..));
        unit.locals = bound.filter(is_own).cloned().collect();
        unit.params = collector.params;
        unit
    }

    /// Has control passed `first` whenever it comes to `then`?
    pub fn dominates(&self, first: Site, then: Site) -> bool {
        let mut block = then.block;
        while block > first.block {
            block = self.blocks[block as usize];
        }
        block == first.block && first.order < then.order
    }

    pub fn binds(&self, name: &str) -> bool {
        self.bindings.iter().any(|b| &*b.name == name)
    }
}

struct Collector<'a> {
    ast: &'a Ast,
    is_function: bool,
    unit: Unit,
    module: &'a Name,
    params: HashSet<Name>,
    position: usize,
    order: u32,
    block: u32,
    loops: u32,
    outer_loops: u32,
    nesting: u32,
    /// In a branch that never runs, as far as the text tells.
    is_dead: bool,
    /// In a comprehension: its iteration variables.
    comprehension: Option<HashSet<Name>>,
    /// The generator expressions that are used up where they stand.
    used_up: HashSet<ExprId>,
    seen: HashMap<Name, Seen>,
    mistakes: &'a mut Vec<Diagnostic>,
}

/// How a name has appeared in the scope so far.
enum Seen {
    Used,
    Bound,
}

impl Collector<'_> {
    fn body(&mut self, body: &Body) {
        self.in_block(|c| body.iter().for_each(|&stmt| c.stmt(stmt)));
    }

    fn in_block(&mut self, inner: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.block, self.unit.blocks.len() as u32);
        self.unit.blocks.push(outer);
        inner(self);
        self.block = outer;
    }

    fn stmt(&mut self, id: StmtId) {
        let span = self.ast.stmts[id].span;
        match self.ast.stmt(id) {
            StmtKind::Assign { targets, value } => {
                let literal = match self.ast.expr(*value) {
                    // This runs nothing and cannot fail.
                    ExprKind::Name(name) if is_class_name(name) => Bound::Same(name.clone()),
                    _ => {
                        self.expr(*value);
                        self.ast.literal(*value).map_or(Bound::Other, Bound::Literal)
                    }
                };
                for &target in targets {
                    let bound = match self.ast.expr(target) {
                        ExprKind::Name(_) => literal.clone(),
                        _ => Bound::Other,
                    };
                    self.target(target, bound);
                }
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.expr(*target);
                self.expr(*value);
                self.target(*target, Bound::Other);
            }
            StmtKind::AnnAssign { target, value, .. } => {
                if let Some(value) = value {
                    self.expr(*value);
                }
                match (self.ast.expr(*target), value) {
                    (ExprKind::Name(name), None) if is_class_name(name) => {}
                    // Without a value it binds nothing, but makes the name a local.
                    (ExprKind::Name(name), None) => self.bind(name, self.ast.span(*target), Bound::Other, false),
                    (_, None) => self.expr(*target),
                    (_, Some(value)) => {
                        let literal = self.ast.literal(*value).map_or(Bound::Other, Bound::Literal);
                        self.target(*target, literal);
                    }
                }
            }
            StmtKind::Delete(targets) => {
                for &target in targets {
                    self.delete(target);
                }
            }
            StmtKind::For { target, iter, body, orelse, .. } => {
                self.expr(*iter);
                self.nested(|c| {
                    c.begin_loop();
                    c.in_block(|c| {
                        c.target(*target, Bound::Other);
                        c.body(body);
                    });
                    c.loops -= 1;
                    c.body(orelse);
                });
            }
            StmtKind::While { test, body, orelse } => {
                self.nested(|c| {
                    c.begin_loop();
                    c.expr(*test);
                    c.body(body);
                    c.loops -= 1;
                    c.body(orelse);
                });
            }
            StmtKind::If { arms, orelse } => {
                self.nested(|c| {
                    for (test, body) in arms {
                        c.expr(*test);
                        let is_dead = c.is_dead;
                        c.is_dead |= c.is_never(*test);
                        c.body(body);
                        c.is_dead = is_dead;
                    }
                    c.body(orelse);
                });
            }
            StmtKind::Try(t) => {
                self.nested(|c| {
                    c.body(&t.body);
                    for handler in &t.handlers {
                        if let Some(class) = handler.class {
                            c.expr(class);
                        }
                        if let Some(name) = &handler.name {
                            c.bind(name, handler.span, Bound::Other, false);
                            c.unit.deleted.insert(name.clone());
                        }
                        c.body(&handler.body);
                    }
                    c.body(&t.orelse);
                    c.body(&t.finalbody);
                });
            }
            StmtKind::FunctionDef(f) => {
                for e in self.ast.statement_exprs(id) {
                    self.expr(e);
                }
                // What computes its defaults each time is another function each time.
                let is_one = self.loops == 0 || f.params.defaults().all(|d| self.ast.literal(d).is_some());
                let bound = if (f.decorators.is_empty() || f.is_given_back && !self.is_function) && is_one {
                    Bound::Def(id)
                } else {
                    Bound::Other
                };
                self.child(Node::Def(id));
                self.bind(&f.target, f.name_span, bound, true);
            }
            StmtKind::With { items, body, .. } => {
                // All behind the first name may be left by an exception that is swallowed.
                let first_name = items[0].1.filter(|&t| matches!(self.ast.expr(t), ExprKind::Name(_)));
                self.expr(items[0].0);
                first_name.into_iter().for_each(|target| self.target(target, Bound::Other));
                self.nested(|c| {
                    c.in_block(|c| {
                        for (i, &(context, target)) in items.iter().enumerate() {
                            if i > 0 {
                                c.expr(context);
                            }
                            let target = target.filter(|_| i > 0 || first_name.is_none());
                            target.into_iter().for_each(|target| c.target(target, Bound::Other));
                        }
                        c.body(body);
                    });
                });
            }
            StmtKind::ClassDef(c) => {
                c.decorators.iter().for_each(|&e| self.expr(e));
                for &base in &c.bases {
                    let first = self.unit.loads.len();
                    self.expr(base);
                    if let ExprKind::Name(_) = self.ast.expr(base) {
                        self.unit.loads[first].is_base = true;
                    }
                }
                c.keywords.iter().for_each(|keyword| self.expr(keyword.value));
                self.unit.classes.push(id);
                // The body runs at once, and its names are names of this scope.
                c.body.iter().for_each(|&stmt| self.stmt(stmt));
                if self.is_function {
                    self.unit.globals.extend(c.names.iter().map(|name| name.target.clone()));
                }
                let is_one = (c.decorators.is_empty() || c.is_given_back && !self.is_function) && self.loops == 0;
                self.bind(&c.target, c.name_span, if is_one { Bound::Class(id) } else { Bound::Other }, true);
            }
            StmtKind::Import(aliases) => {
                self.import(id);
                for alias in aliases {
                    let root: &str = alias.name.split('.').next().unwrap_or_default();
                    let (name, module) = match &alias.asname {
                        Some(asname) => (asname.clone(), alias.name.clone()),
                        None => (root.into(), root.into()),
                    };
                    let bound = if self.is_dead { Bound::Other } else { Bound::Module { module } };
                    self.bind(&name, alias.span, bound, true);
                }
            }
            StmtKind::ImportFrom { names, .. } => {
                self.import(id);
                // What `*` binds is known only when the other module is.
                for alias in names.iter().filter(|alias| &*alias.name != "*") {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    let bound = match self.is_dead {
                        true => Bound::Other,
                        false => Bound::From { stmt: id, name: alias.name.clone() },
                    };
                    self.bind(name, alias.span, bound, true);
                }
            }
            StmtKind::Match { subject, cases } => {
                self.expr(*subject);
                self.nested(|c| {
                    for case in cases {
                        let ast = c.ast;
                        ast.pattern_exprs(case.pattern).into_iter().for_each(|e| c.expr(e));
                        for id in ast.patterns_in(case.pattern) {
                            if let Some(name) = ast.pattern_name(id) {
                                c.bind(name, ast.patterns[id].span, Bound::Other, false);
                            }
                        }
                        case.guard.into_iter().for_each(|guard| c.expr(guard));
                        c.body(&case.body);
                    }
                });
            }
            StmtKind::Global(names) => self.declare(names, true, span),
            StmtKind::Nonlocal(names) => self.declare(names, false, span),
            _ => {
                for e in self.ast.statement_exprs(id) {
                    self.expr(e);
                }
                self.nested(|c| {
                    for body in c.ast.blocks(id) {
                        c.body(body);
                    }
                });
            }
        }
    }

    fn nested(&mut self, inner: impl FnOnce(&mut Self)) {
        self.nesting += 1;
        inner(self);
        self.nesting -= 1;
    }

    fn expr(&mut self, root: ExprId) {
        enum Step {
            Visit(ExprId),
            /// The target of `:=`, when its value has been visited.
            Bind(ExprId),
        }
        let mut stack = vec![Step::Visit(root)];
        while let Some(step) = stack.pop() {
            let id = match step {
                Step::Visit(id) => id,
                Step::Bind(target) => {
                    self.named(target);
                    continue;
                }
            };
            match self.ast.expr(id) {
                ExprKind::Name(name) => {
                    self.seen.entry(name.clone()).or_insert(Seen::Used);
                    self.order += 1;
                    let (name, position, order) = (name.clone(), self.position, self.order);
                    self.unit.loads.push(Load { name, position, order, is_base: false });
                }
                ExprKind::Attribute { name, .. } => self.unit.attributes.push((name.clone(), self.position)),
                ExprKind::Yield(_) | ExprKind::YieldFrom(_) => self.unit.is_generator = true,
                ExprKind::Call { func, args, .. } => {
                    let starred = args.iter().filter_map(|&arg| match self.ast.expr(arg) {
                        ExprKind::Starred(value) => Some(*value),
                        _ => None,
                    });
                    let first = args.first().copied().filter(|_| self.uses_up(*func));
                    self.used_up.extend(starred.chain(first));
                }
                ExprKind::Named { target, value } => {
                    stack.extend([Step::Bind(*target), Step::Visit(*value)]);
                    continue;
                }
                ExprKind::Lambda { params, .. } => {
                    self.child(Node::Lambda(id));
                    let defaults: Vec<_> = params.defaults().map(Step::Visit).collect();
                    stack.extend(defaults.into_iter().rev());
                    continue;
                }
                ExprKind::Comprehension(c) => {
                    self.child(Node::Comprehension(id));
                    self.no_walrus(c);
                    stack.push(Step::Visit(c.generators[0].iter));
                    continue;
                }
                _ => {}
            }
            stack.extend(self.ast.children(id).into_iter().rev().map(Step::Visit));
        }
    }

    /// `:=` binds a name of the scope around the comprehensions that it stands in.
    fn named(&mut self, target: ExprId) {
        let ExprKind::Name(name) = self.ast.expr(target) else { return };
        let span = self.ast.span(target);
        match &self.comprehension {
            Some(own) if own.contains(name) => self.mistakes.push(rebinds_iteration_variable(name, span)),
            Some(_) => {
                self.order += 1;
                self.unit.walrus.push((name.clone(), span));
            }
            None => self.bind(name, span, Bound::Other, false),
        }
    }

    fn no_walrus(&mut self, comprehension: &Comprehension) {
        for generator in &comprehension.generators {
            let (ast, mistakes) = (self.ast, &mut *self.mistakes);
            ast.walk(generator.iter, |id| {
                if let ExprKind::Named { .. } = ast.expr(id) {
                    let words = "assignment expression cannot be used in a comprehension iterable expression";
                    mistakes.push(Mistake::Syntax(words.into()).at(ast.span(id)));
                }
                !matches!(ast.expr(id), ExprKind::Lambda { .. })
            });
        }
    }

    /// What the function of a comprehension does: all but the first iterable.
    fn comprehension(&mut self, comprehension: &Comprehension) {
        let mut own = Vec::new();
        comprehension.generators.iter().for_each(|g| target_names(self.ast, g.target, &mut own));
        self.comprehension = Some(own.into_iter().collect());
        self.nested(|c| {
            c.begin_loop();
            for (i, generator) in comprehension.generators.iter().enumerate() {
                if i > 0 {
                    c.expr(generator.iter);
                }
                c.target(generator.target, Bound::Other);
                generator.conditions.iter().for_each(|&condition| c.expr(condition));
            }
            c.expr(comprehension.item);
            if let Some(value) = comprehension.value {
                c.expr(value);
            }
        });
    }

    fn begin_loop(&mut self) {
        if self.loops == 0 {
            self.outer_loops += 1;
        }
        self.loops += 1;
    }

    fn site(&mut self) -> Site {
        self.order += 1;
        let outer_loop = (self.loops > 0).then_some(self.outer_loops);
        Site { order: self.order, outer_loop, block: self.block }
    }

    fn child(&mut self, node: Node) {
        let site = self.site();
        let runs_later = match node {
            Node::Comprehension(id) => {
                self.ast.comprehension(id).kind == ComprehensionKind::Generator && !self.used_up.contains(&id)
            }
            Node::Def(_) | Node::Lambda(_) => true,
        };
        self.unit.children.push(Child { node, position: self.position, site, runs_later });
    }

    /// Does a call of this, as far as its name tells, use up its first argument?
    fn uses_up(&self, callee: ExprId) -> bool {
        match self.ast.expr(callee) {
            ExprKind::Name(name) | ExprKind::Attribute { name, .. } => crate::lower::USES_UP.contains(&&**name),
            _ => false,
        }
    }

    fn target(&mut self, root: ExprId, bound: Bound) {
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            match self.ast.expr(id) {
                ExprKind::Name(name) => {
                    let bound = if id == root { bound.clone() } else { Bound::Other };
                    self.bind(name, self.ast.span(id), bound, true);
                }
                ExprKind::Tuple(items) | ExprKind::List(items) => stack.extend(items.iter().rev()),
                ExprKind::Starred(value) => stack.push(*value),
                ExprKind::Attribute { value, name } => {
                    self.unit.attribute_stores.insert(name.clone());
                    let by_parameter = matches!(self.ast.expr(*value), ExprKind::Name(n) if self.params.contains(n));
                    if !by_parameter {
                        self.unit.module_stores.insert(name.clone());
                    }
                    self.expr(*value);
                }
                _ => self.expr(id),
            }
        }
    }

    fn delete(&mut self, root: ExprId) {
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            match self.ast.expr(id) {
                ExprKind::Name(name) => {
                    self.unit.deleted.insert(name.clone());
                    self.bind(name, self.ast.span(id), Bound::Other, false);
                }
                ExprKind::Tuple(items) | ExprKind::List(items) => stack.extend(items.iter().rev()),
                _ => self.target(id, Bound::Other),
            }
        }
    }

    fn bind(&mut self, name: &Name, span: Span, bound: Bound, whenever_run: bool) {
        self.seen.insert(name.clone(), Seen::Bound);
        let unconditional = whenever_run && self.nesting == 0;
        let (position, site) = (self.position, self.site());
        let name = name.clone();
        self.unit.bindings.push(Binding { name, span, bound, position, site, whenever_run, unconditional });
    }

    /// Is it a test that is false whenever the program runs? Imports behind it
    /// may be of modules that are there for a type checker, or another entry.
    fn is_never(&self, test: ExprId) -> bool {
        match self.ast.expr(test) {
            ExprKind::Name(name) | ExprKind::Attribute { name, .. } => &**name == "TYPE_CHECKING",
            ExprKind::Constant(constant) => *constant == Constant::Bool(false),
            ExprKind::Compare { left, rest } => match (self.ast.expr(*left), rest.as_slice()) {
                (ExprKind::Name(name), [(CompareOp::Eq, right)]) if &**name == "__name__" => {
                    let other = self.ast.expr(*right);
                    matches!(other, ExprKind::Constant(Constant::Str(text)) if text != self.module)
                }
                _ => false,
            },
            _ => false,
        }
    }

    fn import(&mut self, stmt: StmtId) {
        if self.is_dead {
            return;
        }
        let unconditional = self.nesting == 0;
        self.unit.imports.push(Import { stmt, position: self.position, unconditional });
    }

    /// `global` or `nonlocal`.
    fn declare(&mut self, names: &[Name], is_global: bool, span: Span) {
        let how = if is_global { "global" } else { "nonlocal" };
        for name in names {
            if self.params.contains(name) {
                self.mistakes.push(Mistake::Declaration(format!("name '{name}' is parameter and {how}")).at(span));
            }
            let is_both =
                if is_global { self.unit.nonlocals.contains_key(name) } else { self.unit.globals.contains(name) };
            if is_both {
                self.mistakes.push(Mistake::Declaration(format!("name '{name}' is nonlocal and global")).at(span));
            }
            let words = match self.seen.get(name) {
                Some(Seen::Used) => Some("used prior to"),
                Some(Seen::Bound) => Some("assigned to before"),
                None => None,
            };
            if let Some(words) = words {
                let words = format!("name '{name}' is {words} {how} declaration");
                self.mistakes.push(Mistake::Declaration(words).at(span));
            }
            match is_global {
                true => drop(self.unit.globals.insert(name.clone())),
                false => drop(self.unit.nonlocals.insert(name.clone(), span)),
            }
        }
    }
}

/// Is it a name that a class binds (see `class_scope`)?
pub fn is_class_name(name: &str) -> bool {
    name.contains('.')
}

pub fn rebinds_iteration_variable(name: &Name, span: Span) -> Diagnostic {
    let words = format!("assignment expression cannot rebind comprehension iteration variable '{name}'");
    Mistake::Syntax(words).at(span)
}
