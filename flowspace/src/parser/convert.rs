//! The parser's tree becomes ours: taken apart node by node from a list of what
//! is still to do, so that no tree is too deep to convert, or to drop.

use crate::ast::*;
use crate::errors::Mistake;
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::entity::PrimaryMap;
use naja_ir::flow::{BinaryOp, CompareOp, Constant, Conversion, ParamKind, UnaryOp};
use naja_ir::source::{SourceId, Span};
use rustpython_parser::ast::{self as py, Ranged};
use std::collections::{BTreeMap, HashMap};

pub(super) fn module(source: SourceId, text: &str, body: Vec<py::Stmt>) -> Result<Ast, Diagnostic> {
    let mut converter = Converter {
        ast: Ast {
            source,
            exprs: PrimaryMap::new(),
            stmts: PrimaryMap::new(),
            patterns: PrimaryMap::new(),
            body: Vec::new(),
            replaced: Vec::new(),
        },
        text,
        names: HashMap::new(),
        pending: Vec::new(),
        depth: 0,
        mistake: None,
        type_variables: BTreeMap::new(),
    };
    converter.ast.body = converter.body(body);
    converter.finish()
}

/// Is a character of an identifier one that normalisation (NFKC) leaves alone,
/// whatever stands beside it? For many that are not named here the answer is yes
/// too; two spellings of one name must never pass for two names.
fn is_normal(c: char) -> bool {
    let is_composed = matches!(c, '\u{132}'..='\u{133}' | '\u{13f}'..='\u{140}' | '\u{149}' | '\u{17f}');
    let is_plain = matches!(c,
        '\0'..='\u{7f}'
        | '\u{c0}'..='\u{17f}'
        | '\u{391}'..='\u{3a9}' | '\u{3ac}'..='\u{3ce}'
        | '\u{400}'..='\u{45f}'
        | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}'
        | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    is_plain && !is_composed
}

enum Pending {
    Expr { id: ExprId, node: py::Expr, depth: u32 },
    Stmt { id: StmtId, node: py::Stmt },
    Pattern { id: PatternId, node: py::Pattern, depth: u32 },
}

struct Converter<'a> {
    ast: Ast,
    text: &'a str,
    names: HashMap<String, Name>,
    pending: Vec<Pending>,
    /// How deep the node that is being converted stands in its statement.
    depth: u32,
    /// The first thing that cannot be converted.
    mistake: Option<Diagnostic>,
    /// The type parameters of functions, classes and `type` statements.
    type_variables: BTreeMap<Name, Span>,
}

impl Converter<'_> {
    fn finish(mut self) -> Result<Ast, Diagnostic> {
        while let Some(pending) = self.pending.pop() {
            match pending {
                Pending::Expr { id, node, depth } => {
                    self.depth = depth;
                    let method = self.method_start(&node);
                    let kind = self.expr_kind(node);
                    if let (Some(start), ExprKind::Call { func, .. }) = (method, &kind) {
                        self.ast.exprs[*func].span.start = start;
                        self.ast.exprs[id].span.start = start;
                    }
                    self.ast.exprs[id].kind = kind;
                }
                Pending::Pattern { id, node, depth } => {
                    self.depth = depth;
                    self.ast.patterns[id].kind = self.pattern_kind(node, self.ast.patterns[id].span);
                }
                Pending::Stmt { id, node } => {
                    self.depth = 0;
                    self.ast.stmts[id].kind = self.stmt_kind(node);
                }
            }
        }
        self.bind_type_variables();
        match self.mistake {
            Some(mistake) => Err(mistake),
            None => Ok(self.ast),
        }
    }

    /// The call of a method whose name stands on a line behind its object begins
    /// there, for CPython's tracebacks.
    fn method_start(&self, node: &py::Expr) -> Option<u32> {
        let py::Expr::Call(call) = node else { return None };
        let py::Expr::Attribute(method) = &*call.func else { return None };
        let has_stars = call.args.iter().any(|arg| matches!(arg, py::Expr::Starred(_)))
            || call.keywords.iter().any(|keyword| keyword.arg.is_none());
        let span = self.span(method.range);
        let is_split = self.text.get(span.start as usize..span.end as usize)?.contains('\n');
        (is_split && !has_stars).then(|| span.end - method.attr.len() as u32)
    }

    fn report(&mut self, mistake: Mistake, span: Span) {
        self.mistake.get_or_insert_with(|| mistake.at(span));
    }

    /// Python 3.12's `def f[T]` and `class C[T]`: only annotations use T, which is a name of the
    /// module here, as `T = TypeVar("T")` makes it. Are there any?
    fn type_params(&mut self, params: Vec<py::TypeParam>) -> bool {
        let are_there = !params.is_empty();
        for param in params {
            let span = self.span(param.range());
            let name = match &param {
                py::TypeParam::TypeVar(var) => &var.name,
                py::TypeParam::ParamSpec(spec) => &spec.name,
                py::TypeParam::TypeVarTuple(tuple) => &tuple.name,
            };
            let name = self.identifier(name);
            self.type_variables.entry(name).or_insert(span);
        }
        are_there
    }

    /// Binds them before all else that the module does.
    fn bind_type_variables(&mut self) {
        let at = self.ast.prologue();
        let mut made = Vec::new();
        for (name, span) in std::mem::take(&mut self.type_variables) {
            let target = self.ast.exprs.push(Expr { span, kind: ExprKind::Name(name) });
            let value = ExprKind::Constant(Constant::Typing("TypeVar".into()));
            let value = self.ast.exprs.push(Expr { span, kind: value });
            made.push(self.ast.stmts.push(Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } }));
        }
        self.ast.body.splice(at..at, made);
    }

    /// `type X = value`: the value is looked at when somebody asks, so that it may name X.
    fn type_alias(&mut self, alias: py::StmtTypeAlias) -> StmtKind {
        self.type_params(alias.type_params);
        let span = self.span(alias.range);
        let names_itself = match &*alias.name {
            py::Expr::Name(name) => {
                let text = &self.text[usize::from(alias.value.range().start())..span.end as usize];
                let is_part = |c: char| c.is_alphanumeric() || c == '_';
                text.split(|c| !is_part(c)).any(|word| word == name.id.as_str())
            }
            _ => false,
        };
        let targets = vec![self.boxed(alias.name)];
        let value = match names_itself {
            true => self.ast.exprs.push(Expr { span, kind: ExprKind::Constant(Constant::Typing("Any".into())) }),
            false => self.boxed(alias.value),
        };
        StmtKind::Assign { targets, value }
    }

    fn span(&self, range: py::text_size::TextRange) -> Span {
        Span { source: self.ast.source, start: range.start().into(), end: range.end().into() }
    }

    fn identifier(&mut self, text: &str) -> Name {
        if !text.chars().all(is_normal) {
            let what = "identifiers with characters that Python may take for others (NFKC)".into();
            self.report(Mistake::NotYet { what, help: Some("write them in plain letters".into()) }, self.find(0, text));
        }
        self.name(text)
    }

    fn name(&mut self, text: &str) -> Name {
        if let Some(name) = self.names.get(text) {
            return name.clone();
        }
        let name: Name = text.into();
        self.names.insert(text.to_owned(), name.clone());
        name
    }

    /// Where an identifier stands, which the parser does not say: the first
    /// place of its text behind `from`.
    fn find(&self, from: u32, name: &str) -> Span {
        let from = from as usize;
        let start = from + self.text[from..].find(name).unwrap_or(0);
        Span { source: self.ast.source, start: start as u32, end: (start + name.len()) as u32 }
    }

    /// An operand that is evaluated first counts no deeper than its parent.
    fn first(&mut self, node: Box<py::Expr>) -> ExprId {
        self.reserve(*node, self.depth)
    }

    fn expr(&mut self, node: py::Expr) -> ExprId {
        self.reserve(node, self.depth + 1)
    }

    fn reserve(&mut self, node: py::Expr, depth: u32) -> ExprId {
        let span = self.span(node.range());
        if depth > MAX_DEPTH {
            self.report(Mistake::TooDeep { limit: MAX_DEPTH }, span);
        }
        let id = self.ast.exprs.push(Expr { span, kind: ExprKind::Constant(Constant::None) });
        self.pending.push(Pending::Expr { id, node, depth });
        id
    }

    fn boxed(&mut self, node: Box<py::Expr>) -> ExprId {
        self.expr(*node)
    }

    fn option(&mut self, node: Option<Box<py::Expr>>) -> Option<ExprId> {
        node.map(|node| self.boxed(node))
    }

    fn exprs(&mut self, nodes: Vec<py::Expr>) -> Vec<ExprId> {
        nodes.into_iter().map(|node| self.expr(node)).collect()
    }

    fn body(&mut self, nodes: Vec<py::Stmt>) -> Body {
        nodes
            .into_iter()
            .map(|node| {
                let span = self.span(node.range());
                let id = self.ast.stmts.push(Stmt { span, kind: StmtKind::Pass });
                self.pending.push(Pending::Stmt { id, node });
                id
            })
            .collect()
    }

    fn expr_kind(&mut self, node: py::Expr) -> ExprKind {
        match node {
            py::Expr::BoolOp(e) => {
                let values = self.exprs(e.values);
                match e.op {
                    py::BoolOp::And => ExprKind::And(values),
                    py::BoolOp::Or => ExprKind::Or(values),
                }
            }
            py::Expr::NamedExpr(e) => ExprKind::Named { target: self.boxed(e.target), value: self.boxed(e.value) },
            py::Expr::BinOp(e) => {
                ExprKind::Binary { op: binary_op(e.op), left: self.first(e.left), right: self.boxed(e.right) }
            }
            py::Expr::UnaryOp(e) => {
                let op = match e.op {
                    py::UnaryOp::Invert => UnaryOp::Invert,
                    py::UnaryOp::Not => UnaryOp::Not,
                    py::UnaryOp::UAdd => UnaryOp::Pos,
                    py::UnaryOp::USub => UnaryOp::Neg,
                };
                ExprKind::Unary { op, operand: self.first(e.operand) }
            }
            py::Expr::Lambda(e) => {
                let params = Box::new(self.parameters(*e.args));
                ExprKind::Lambda { params, body: self.boxed(e.body) }
            }
            py::Expr::IfExp(e) => ExprKind::Conditional {
                test: self.boxed(e.test),
                body: self.boxed(e.body),
                // A chain of `a if b else c if d else ...` is walked in a loop too.
                orelse: self.first(e.orelse),
            },
            py::Expr::Dict(e) => {
                let items = e.keys.into_iter().zip(e.values);
                ExprKind::Dict(items.map(|(k, v)| (k.map(|k| self.expr(k)), self.expr(v))).collect())
            }
            py::Expr::Set(e) => ExprKind::Set(self.exprs(e.elts)),
            py::Expr::ListComp(e) => self.comprehension(ComprehensionKind::List, e.elt, None, e.generators),
            py::Expr::SetComp(e) => self.comprehension(ComprehensionKind::Set, e.elt, None, e.generators),
            py::Expr::DictComp(e) => self.comprehension(ComprehensionKind::Dict, e.key, Some(e.value), e.generators),
            py::Expr::GeneratorExp(e) => self.comprehension(ComprehensionKind::Generator, e.elt, None, e.generators),
            py::Expr::Await(e) => ExprKind::Await(self.boxed(e.value)),
            py::Expr::Yield(e) => ExprKind::Yield(self.option(e.value)),
            py::Expr::YieldFrom(e) => ExprKind::YieldFrom(self.boxed(e.value)),
            py::Expr::Compare(e) => {
                let left = self.first(e.left);
                let rest = e.ops.into_iter().map(compare_op).zip(e.comparators);
                ExprKind::Compare { left, rest: rest.map(|(op, operand)| (op, self.expr(operand))).collect() }
            }
            py::Expr::Call(e) => ExprKind::Call {
                func: self.first(e.func),
                args: self.exprs(e.args),
                keywords: self.keywords(e.keywords),
            },
            py::Expr::FormattedValue(e) => ExprKind::Formatted {
                value: self.boxed(e.value),
                conversion: match e.conversion {
                    py::ConversionFlag::None => Conversion::None,
                    py::ConversionFlag::Str => Conversion::Str,
                    py::ConversionFlag::Ascii => Conversion::Ascii,
                    py::ConversionFlag::Repr => Conversion::Repr,
                },
                // An empty one is none.
                spec: self.option(
                    e.format_spec.filter(|spec| !matches!(&**spec, py::Expr::JoinedStr(s) if s.values.is_empty())),
                ),
            },
            py::Expr::JoinedStr(e) => ExprKind::Joined(self.exprs(e.values)),
            py::Expr::Constant(e) => match e.value {
                py::Constant::None => ExprKind::Constant(Constant::None),
                py::Constant::Bool(b) => ExprKind::Constant(Constant::Bool(b)),
                py::Constant::Str(s) => ExprKind::Constant(Constant::Str(self.name(&s))),
                py::Constant::Int(i) => ExprKind::Constant(Constant::Int(i)),
                py::Constant::Float(x) => ExprKind::Constant(Constant::Float(x)),
                py::Constant::Ellipsis => ExprKind::Constant(Constant::Ellipsis),
                py::Constant::Bytes(bytes) => ExprKind::Constant(Constant::Bytes(bytes.into())),
                py::Constant::Complex { .. } => ExprKind::Complex,
                py::Constant::Tuple(_) => unreachable!("the parser's optimiser is not used"),
            },
            py::Expr::Attribute(e) => {
                ExprKind::Attribute { name: self.identifier(&e.attr), value: self.first(e.value) }
            }
            py::Expr::Subscript(e) => ExprKind::Subscript { value: self.first(e.value), index: self.boxed(e.slice) },
            py::Expr::Starred(e) => ExprKind::Starred(self.boxed(e.value)),
            py::Expr::Name(e) => ExprKind::Name(self.identifier(&e.id)),
            py::Expr::List(e) => ExprKind::List(self.exprs(e.elts)),
            py::Expr::Tuple(e) => ExprKind::Tuple(self.exprs(e.elts)),
            py::Expr::Slice(e) => ExprKind::Slice([self.option(e.lower), self.option(e.upper), self.option(e.step)]),
        }
    }

    fn comprehension(
        &mut self,
        kind: ComprehensionKind,
        item: Box<py::Expr>,
        value: Option<Box<py::Expr>>,
        generators: Vec<py::Comprehension>,
    ) -> ExprKind {
        let item = self.boxed(item);
        let value = self.option(value);
        let generators = generators
            .into_iter()
            .map(|g| Generator { target: self.expr(g.target), iter: self.expr(g.iter), conditions: self.exprs(g.ifs) })
            .collect();
        ExprKind::Comprehension(Box::new(Comprehension { kind, item, value, generators }))
    }

    fn keywords(&mut self, keywords: Vec<py::Keyword>) -> Vec<Keyword> {
        keywords
            .into_iter()
            .map(|k| Keyword {
                name: k.arg.as_ref().map(|name| self.identifier(name)),
                span: self.span(k.range),
                value: self.expr(k.value),
            })
            .collect()
    }

    fn parameters(&mut self, arguments: py::Arguments) -> Parameters {
        let mut list = Vec::new();
        let groups = [
            (ParamKind::PositionalOnly, arguments.posonlyargs),
            (ParamKind::Normal, arguments.args),
            (ParamKind::KeywordOnly, arguments.kwonlyargs),
        ];
        for (kind, group) in groups {
            for py::ArgWithDefault { def, default, .. } in group {
                let default = self.option(default);
                list.push(Parameter { default, ..self.parameter(kind, def) });
            }
        }
        Parameters {
            list,
            vararg: arguments.vararg.map(|arg| self.parameter(ParamKind::VarArgs, *arg)),
            kwarg: arguments.kwarg.map(|arg| self.parameter(ParamKind::VarKeywords, *arg)),
        }
    }

    fn parameter(&mut self, kind: ParamKind, arg: py::Arg) -> Parameter {
        let name = self.identifier(&arg.arg);
        let start = u32::from(arg.range.start());
        let span = Span { source: self.ast.source, start, end: start + name.len() as u32 };
        Parameter { name, span, kind, annotation: self.option(arg.annotation), default: None }
    }

    fn stmt_kind(&mut self, node: py::Stmt) -> StmtKind {
        match node {
            py::Stmt::FunctionDef(s) => {
                self.type_params(s.type_params);
                let (name, args, body) = (s.name, *s.args, s.body);
                self.function(s.range, name, args, body, s.decorator_list, s.returns, false)
            }
            py::Stmt::AsyncFunctionDef(s) => {
                self.type_params(s.type_params);
                let (name, args, body) = (s.name, *s.args, s.body);
                self.function(s.range, name, args, body, s.decorator_list, s.returns, true)
            }
            py::Stmt::ClassDef(s) => {
                let is_generic = self.type_params(s.type_params);
                let name = self.identifier(&s.name);
                let name_span = self.definition_name(s.range, &s.decorator_list, "class", &name);
                StmtKind::ClassDef(Box::new(ClassDef {
                    target: name.clone(),
                    path: name.clone(),
                    names: Vec::new(),
                    fields: Vec::new(),
                    is_abc: false,
                    is_generic,
                    enumeration: None,
                    is_named_tuple: false,
                    dataclass: None,
                    is_ordered: false,
                    is_unique: false,
                    is_given_back: false,
                    is_kept: false,
                    name,
                    name_span,
                    bases: self.exprs(s.bases),
                    keywords: self.keywords(s.keywords),
                    decorators: self.exprs(s.decorator_list),
                    body: self.body(s.body),
                }))
            }
            py::Stmt::Return(s) => StmtKind::Return(self.option(s.value)),
            py::Stmt::Delete(s) => StmtKind::Delete(self.exprs(s.targets)),
            py::Stmt::Assign(s) => StmtKind::Assign { targets: self.exprs(s.targets), value: self.boxed(s.value) },
            py::Stmt::TypeAlias(s) => self.type_alias(s),
            py::Stmt::AugAssign(s) => {
                StmtKind::AugAssign { target: self.boxed(s.target), op: binary_op(s.op), value: self.boxed(s.value) }
            }
            py::Stmt::AnnAssign(s) => StmtKind::AnnAssign {
                target: self.boxed(s.target),
                annotation: self.boxed(s.annotation),
                value: self.option(s.value),
                simple: s.simple,
            },
            py::Stmt::For(s) => self.for_loop(s.target, s.iter, s.body, s.orelse, false),
            py::Stmt::AsyncFor(s) => self.for_loop(s.target, s.iter, s.body, s.orelse, true),
            py::Stmt::While(s) => {
                StmtKind::While { test: self.boxed(s.test), body: self.body(s.body), orelse: self.body(s.orelse) }
            }
            py::Stmt::If(s) => self.if_chain(s),
            py::Stmt::With(s) => self.with(s.items, s.body, false),
            py::Stmt::AsyncWith(s) => self.with(s.items, s.body, true),
            py::Stmt::Match(s) => StmtKind::Match {
                subject: self.boxed(s.subject),
                cases: s.cases.into_iter().map(|case| self.match_case(case)).collect(),
            },
            py::Stmt::Raise(s) => StmtKind::Raise { exc: self.option(s.exc), cause: self.option(s.cause) },
            py::Stmt::Try(s) => self.try_statement(s.body, s.handlers, s.orelse, s.finalbody, false),
            py::Stmt::TryStar(s) => self.try_statement(s.body, s.handlers, s.orelse, s.finalbody, true),
            py::Stmt::Assert(s) => StmtKind::Assert { test: self.boxed(s.test), message: self.option(s.msg) },
            py::Stmt::Import(s) => StmtKind::Import(self.aliases(s.names)),
            py::Stmt::ImportFrom(s) => StmtKind::ImportFrom {
                module: s.module.as_ref().map(|name| self.identifier(name)),
                level: s.level.map_or(0, |level| level.to_u32()),
                names: self.aliases(s.names),
            },
            py::Stmt::Global(s) => StmtKind::Global(s.names.iter().map(|name| self.identifier(name)).collect()),
            py::Stmt::Nonlocal(s) => StmtKind::Nonlocal(s.names.iter().map(|name| self.identifier(name)).collect()),
            py::Stmt::Expr(s) => StmtKind::Expr(self.boxed(s.value)),
            py::Stmt::Pass(_) => StmtKind::Pass,
            py::Stmt::Break(_) => StmtKind::Break,
            py::Stmt::Continue(_) => StmtKind::Continue,
        }
    }

    fn definition_name(
        &self,
        range: py::text_size::TextRange,
        decorators: &[py::Expr],
        keyword: &str,
        name: &str,
    ) -> Span {
        let from = decorators.last().map_or(range.start(), |d| d.range().end()).into();
        self.find(self.find(from, keyword).end, name)
    }

    #[allow(clippy::too_many_arguments)]
    fn function(
        &mut self,
        range: py::text_size::TextRange,
        name: py::Identifier,
        args: py::Arguments,
        body: Vec<py::Stmt>,
        decorators: Vec<py::Expr>,
        returns: Option<Box<py::Expr>>,
        is_async: bool,
    ) -> StmtKind {
        let name = self.identifier(&name);
        let name_span = self.definition_name(range, &decorators, "def", &name);
        StmtKind::FunctionDef(Box::new(FunctionDef {
            target: name.clone(),
            method: None,
            is_given_back: false,
            name,
            name_span,
            params: self.parameters(args),
            returns: self.option(returns),
            decorators: self.exprs(decorators),
            body: self.body(body),
            is_async,
        }))
    }

    fn for_loop(
        &mut self,
        target: Box<py::Expr>,
        iter: Box<py::Expr>,
        body: Vec<py::Stmt>,
        orelse: Vec<py::Stmt>,
        is_async: bool,
    ) -> StmtKind {
        StmtKind::For {
            target: self.boxed(target),
            iter: self.boxed(iter),
            body: self.body(body),
            orelse: self.body(orelse),
            is_async,
        }
    }

    /// The parser nests the `elif`s: one level each.
    fn if_chain(&mut self, first: py::StmtIf) -> StmtKind {
        let mut arms = Vec::new();
        let mut next = first;
        loop {
            arms.push((self.boxed(next.test), self.body(next.body)));
            let mut orelse = next.orelse;
            match orelse.pop() {
                Some(py::Stmt::If(inner)) if orelse.is_empty() => next = inner,
                Some(last) => {
                    orelse.push(last);
                    return StmtKind::If { arms, orelse: self.body(orelse) };
                }
                None => return StmtKind::If { arms, orelse: Vec::new() },
            }
        }
    }

    fn with(&mut self, items: Vec<py::WithItem>, body: Vec<py::Stmt>, is_async: bool) -> StmtKind {
        let items =
            items.into_iter().map(|item| (self.expr(item.context_expr), self.option(item.optional_vars))).collect();
        StmtKind::With { items, body: self.body(body), is_async }
    }

    fn match_case(&mut self, case: py::MatchCase) -> MatchCase {
        let pattern = self.pattern(case.pattern);
        MatchCase { pattern, guard: self.option(case.guard), body: self.body(case.body) }
    }

    fn pattern(&mut self, node: py::Pattern) -> PatternId {
        let span = self.span(node.range());
        let id = self.ast.patterns.push(Pattern { span, kind: PatternKind::Star(None) });
        self.pending.push(Pending::Pattern { id, node, depth: self.depth + 1 });
        id
    }

    fn pattern_kind(&mut self, node: py::Pattern, span: Span) -> PatternKind {
        if self.depth > MAX_DEPTH {
            self.report(Mistake::TooDeep { limit: MAX_DEPTH }, span);
        }
        match node {
            py::Pattern::MatchValue(p) => PatternKind::Value(self.boxed(p.value)),
            py::Pattern::MatchSingleton(p) => PatternKind::Singleton(match p.value {
                py::Constant::Bool(b) => Constant::Bool(b),
                _ => Constant::None,
            }),
            py::Pattern::MatchSequence(p) => {
                PatternKind::Sequence(p.patterns.into_iter().map(|p| self.pattern(p)).collect())
            }
            py::Pattern::MatchStar(p) => PatternKind::Star(p.name.as_ref().map(|name| self.identifier(name))),
            py::Pattern::MatchMapping(p) => {
                let keys = self.exprs(p.keys);
                let patterns = p.patterns.into_iter().map(|p| self.pattern(p));
                PatternKind::Mapping {
                    items: keys.into_iter().zip(patterns.collect::<Vec<_>>()).collect(),
                    rest: p.rest.as_ref().map(|name| self.identifier(name)),
                }
            }
            py::Pattern::MatchClass(p) => {
                let names: Vec<Name> = p.kwd_attrs.iter().map(|name| self.identifier(name)).collect();
                let keywords: Vec<PatternId> = p.kwd_patterns.into_iter().map(|p| self.pattern(p)).collect();
                PatternKind::Class {
                    class: self.boxed(p.cls),
                    positional: p.patterns.into_iter().map(|p| self.pattern(p)).collect(),
                    keywords: names.into_iter().zip(keywords).collect(),
                }
            }
            py::Pattern::MatchAs(p) => PatternKind::As {
                pattern: p.pattern.map(|p| self.pattern(*p)),
                name: p.name.as_ref().map(|name| self.identifier(name)),
            },
            py::Pattern::MatchOr(p) => PatternKind::Or(p.patterns.into_iter().map(|p| self.pattern(p)).collect()),
        }
    }

    fn try_statement(
        &mut self,
        body: Vec<py::Stmt>,
        handlers: Vec<py::ExceptHandler>,
        orelse: Vec<py::Stmt>,
        finalbody: Vec<py::Stmt>,
        is_group: bool,
    ) -> StmtKind {
        let body = self.body(body);
        let handlers = handlers
            .into_iter()
            .map(|py::ExceptHandler::ExceptHandler(h)| Handler {
                span: self.span(h.range),
                class: self.option(h.type_),
                name: h.name.as_ref().map(|name| self.identifier(name)),
                body: self.body(h.body),
            })
            .collect();
        let (orelse, finalbody) = (self.body(orelse), self.body(finalbody));
        StmtKind::Try(Box::new(Try { body, handlers, orelse, finalbody, is_group }))
    }

    fn aliases(&mut self, aliases: Vec<py::Alias>) -> Vec<Alias> {
        aliases
            .into_iter()
            .map(|alias| Alias {
                span: self.span(alias.range),
                name: self.identifier(&alias.name),
                asname: alias.asname.as_ref().map(|name| self.identifier(name)),
            })
            .collect()
    }
}

fn binary_op(op: py::Operator) -> BinaryOp {
    match op {
        py::Operator::Add => BinaryOp::Add,
        py::Operator::Sub => BinaryOp::Sub,
        py::Operator::Mult => BinaryOp::Mul,
        py::Operator::MatMult => BinaryOp::MatMul,
        py::Operator::Div => BinaryOp::TrueDiv,
        py::Operator::Mod => BinaryOp::Mod,
        py::Operator::Pow => BinaryOp::Pow,
        py::Operator::LShift => BinaryOp::LShift,
        py::Operator::RShift => BinaryOp::RShift,
        py::Operator::BitOr => BinaryOp::Or,
        py::Operator::BitXor => BinaryOp::Xor,
        py::Operator::BitAnd => BinaryOp::And,
        py::Operator::FloorDiv => BinaryOp::FloorDiv,
    }
}

fn compare_op(op: py::CmpOp) -> CompareOp {
    match op {
        py::CmpOp::Eq => CompareOp::Eq,
        py::CmpOp::NotEq => CompareOp::Ne,
        py::CmpOp::Lt => CompareOp::Lt,
        py::CmpOp::LtE => CompareOp::Le,
        py::CmpOp::Gt => CompareOp::Gt,
        py::CmpOp::GtE => CompareOp::Ge,
        py::CmpOp::Is => CompareOp::Is,
        py::CmpOp::IsNot => CompareOp::IsNot,
        py::CmpOp::In => CompareOp::In,
        py::CmpOp::NotIn => CompareOp::NotIn,
    }
}
