//! Python's syntax, in two tables: expressions and statements, named by ids.
//!
//! Nothing here owns another node, so that no pass recurses to drop a tree, and
//! the parser's own types stay behind `parser.rs`. Nesting is bounded: by
//! [`MAX_DEPTH`] for expressions (where an operand that is evaluated first, as
//! the left one of `a + b`, counts no deeper than its parent: passes walk those
//! chains in a loop), and by 100 levels of indentation for statements.

use naja_ir::Name;
use naja_ir::entity::{PrimaryMap, entity_impl};
use naja_ir::flow::{BinaryOp, CompareOp, Constant, Conversion, ParamKind, UnaryOp};
use naja_ir::source::{SourceId, Span};

/// How deep expressions may nest.
pub const MAX_DEPTH: u32 = 500;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ExprId(u32);
entity_impl!(ExprId, "expr");

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct StmtId(u32);
entity_impl!(StmtId, "stmt");

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PatternId(u32);
entity_impl!(PatternId, "pattern");

/// One parsed file.
#[derive(Debug)]
pub struct Ast {
    pub source: SourceId,
    pub exprs: PrimaryMap<ExprId, Expr>,
    pub stmts: PrimaryMap<StmtId, Stmt>,
    pub patterns: PrimaryMap<PatternId, Pattern>,
    pub body: Body,
    /// The standard modules whose place a file of the user's takes: their names mean nothing.
    pub replaced: Vec<Name>,
}

pub type Body = Vec<StmtId>;

#[derive(Debug)]
pub struct Expr {
    pub span: Span,
    pub kind: ExprKind,
}

#[derive(Debug)]
pub enum ExprKind {
    Constant(Constant),
    Complex,
    Name(Name),
    Tuple(Vec<ExprId>),
    List(Vec<ExprId>),
    Set(Vec<ExprId>),
    /// A missing key is `**value`.
    Dict(Vec<(Option<ExprId>, ExprId)>),
    And(Vec<ExprId>),
    Or(Vec<ExprId>),
    Named {
        target: ExprId,
        value: ExprId,
    },
    Binary {
        op: BinaryOp,
        left: ExprId,
        right: ExprId,
    },
    Unary {
        op: UnaryOp,
        operand: ExprId,
    },
    Compare {
        left: ExprId,
        rest: Vec<(CompareOp, ExprId)>,
    },
    Call {
        func: ExprId,
        args: Vec<ExprId>,
        keywords: Vec<Keyword>,
    },
    Attribute {
        value: ExprId,
        name: Name,
    },
    Subscript {
        value: ExprId,
        index: ExprId,
    },
    Slice([Option<ExprId>; 3]),
    Starred(ExprId),
    Conditional {
        test: ExprId,
        body: ExprId,
        orelse: ExprId,
    },
    Lambda {
        params: Box<Parameters>,
        body: ExprId,
    },
    Comprehension(Box<Comprehension>),
    Yield(Option<ExprId>),
    YieldFrom(ExprId),
    Await(ExprId),
    /// An f-string: constants and `Formatted`.
    Joined(Vec<ExprId>),
    Formatted {
        value: ExprId,
        conversion: Conversion,
        spec: Option<ExprId>,
    },
}

#[derive(Debug)]
pub struct Keyword {
    /// `None` for `**value`.
    pub name: Option<Name>,
    pub span: Span,
    pub value: ExprId,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ComprehensionKind {
    List,
    Set,
    Dict,
    Generator,
}

#[derive(Debug)]
pub struct Comprehension {
    pub kind: ComprehensionKind,
    /// The item; for a dict its key.
    pub item: ExprId,
    /// For a dict.
    pub value: Option<ExprId>,
    pub generators: Vec<Generator>,
}

#[derive(Debug)]
pub struct Generator {
    pub target: ExprId,
    pub iter: ExprId,
    pub conditions: Vec<ExprId>,
}

#[derive(Debug)]
pub struct Parameters {
    pub list: Vec<Parameter>,
    pub vararg: Option<Parameter>,
    pub kwarg: Option<Parameter>,
}

impl Parameters {
    pub fn all(&self) -> impl Iterator<Item = &Parameter> {
        self.list.iter().chain(&self.vararg).chain(&self.kwarg)
    }

    /// The defaults in the order in which Python evaluates them.
    /// The parser lists keyword-only parameters last, as they are evaluated.
    pub fn defaults(&self) -> impl Iterator<Item = ExprId> {
        self.list.iter().filter_map(|p| p.default)
    }
}

#[derive(Debug)]
pub struct Parameter {
    pub name: Name,
    pub span: Span,
    pub kind: ParamKind,
    pub annotation: Option<ExprId>,
    pub default: Option<ExprId>,
}

#[derive(Debug)]
pub struct Stmt {
    pub span: Span,
    pub kind: StmtKind,
}

#[derive(Debug)]
pub enum StmtKind {
    Expr(ExprId),
    Assign {
        targets: Vec<ExprId>,
        value: ExprId,
    },
    AugAssign {
        target: ExprId,
        op: BinaryOp,
        value: ExprId,
    },
    AnnAssign {
        target: ExprId,
        annotation: ExprId,
        value: Option<ExprId>,
        /// The target is a name without parentheses.
        simple: bool,
    },
    Return(Option<ExprId>),
    Delete(Vec<ExprId>),
    /// `if` and its `elif`s, in order.
    If {
        arms: Vec<(ExprId, Body)>,
        orelse: Body,
    },
    While {
        test: ExprId,
        body: Body,
        orelse: Body,
    },
    For {
        target: ExprId,
        iter: ExprId,
        body: Body,
        orelse: Body,
        is_async: bool,
    },
    Try(Box<Try>),
    Raise {
        exc: Option<ExprId>,
        cause: Option<ExprId>,
    },
    Assert {
        test: ExprId,
        message: Option<ExprId>,
    },
    Import(Vec<Alias>),
    ImportFrom {
        /// `None` for `from . import x`.
        module: Option<Name>,
        level: u32,
        names: Vec<Alias>,
    },
    Global(Vec<Name>),
    Nonlocal(Vec<Name>),
    Pass,
    Break,
    Continue,
    FunctionDef(Box<FunctionDef>),
    ClassDef(Box<ClassDef>),
    With {
        items: Vec<(ExprId, Option<ExprId>)>,
        body: Body,
        is_async: bool,
    },
    Match {
        subject: ExprId,
        cases: Vec<MatchCase>,
    },
}

#[derive(Debug)]
pub struct Try {
    pub body: Body,
    pub handlers: Vec<Handler>,
    pub orelse: Body,
    pub finalbody: Body,
    /// `except*`
    pub is_group: bool,
}

#[derive(Debug)]
pub struct Handler {
    pub span: Span,
    pub class: Option<ExprId>,
    pub name: Option<Name>,
    pub body: Body,
}

#[derive(Debug)]
pub struct Alias {
    pub span: Span,
    /// Dotted in `import`; `*` for all.
    pub name: Name,
    pub asname: Option<Name>,
}

#[derive(Debug)]
pub struct FunctionDef {
    pub name: Name,
    pub name_span: Span,
    /// The name that it binds: its own, unless it stands in a class (see `class_scope`).
    pub target: Name,
    /// It stands in the body of a class.
    pub method: Option<Method>,
    pub params: Parameters,
    pub returns: Option<ExprId>,
    pub decorators: Vec<ExprId>,
    /// The decorators give it back (see `decorators`).
    pub is_given_back: bool,
    pub body: Body,
    pub is_async: bool,
}

/// What a `def` in a class is, as far as its decorators tell. Those are taken away.
#[derive(Clone, Debug)]
pub struct Method {
    pub class: StmtId,
    pub kind: MethodKind,
    pub is_abstract: bool,
}

#[derive(Clone, PartialEq, Debug)]
pub enum MethodKind {
    Plain,
    Static,
    Class,
    /// `@property`
    Get,
    /// `@p.setter`, where the class calls the property like this.
    Set(Name),
    Delete(Name),
}

#[derive(Debug)]
pub struct ClassDef {
    pub name: Name,
    pub name_span: Span,
    /// The name that it binds: its own, unless it stands in a class (see `class_scope`).
    pub target: Name,
    /// Its name behind those of the classes around it.
    pub path: Name,
    /// What its body binds, in the order of the text.
    pub names: Vec<ClassName>,
    /// What its body annotates, in the order of the text.
    pub fields: Vec<Field>,
    /// A base or the metaclass makes it one: `class C(ABC)`.
    pub is_abc: bool,
    /// `class C(Generic[T])`: `C[int]` is C.
    pub is_generic: bool,
    /// It derives from a class of `enum`.
    pub enumeration: Option<EnumKind>,
    /// `class C(NamedTuple)`
    pub is_named_tuple: bool,
    /// `@dataclass`, if it is one.
    pub dataclass: Option<Dataclass>,
    /// `@total_ordering`
    pub is_ordered: bool,
    /// `@enum.unique`
    pub is_unique: bool,
    pub bases: Vec<ExprId>,
    pub keywords: Vec<Keyword>,
    pub decorators: Vec<ExprId>,
    /// The decorators give it back (see `decorators`).
    pub is_given_back: bool,
    /// It stands in a function and may outlive its run (see `rerun`).
    pub is_kept: bool,
    pub body: Body,
}

impl ClassDef {
    /// A class statement that no text is.
    pub fn new(name: Name, target: Name, name_span: Span, bases: Vec<ExprId>, body: Body) -> ClassDef {
        ClassDef {
            target,
            path: name.clone(),
            name,
            name_span,
            names: Vec::new(),
            fields: Vec::new(),
            is_abc: false,
            is_generic: false,
            enumeration: None,
            is_named_tuple: false,
            dataclass: None,
            is_ordered: false,
            is_unique: false,
            is_given_back: false,
            is_kept: false,
            bases,
            keywords: Vec::new(),
            decorators: Vec::new(),
            body,
        }
    }
}

/// The class of `enum` that a class derives from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EnumKind {
    Enum,
    Int,
    Str,
    Flag,
    IntFlag,
    /// `class C(str, Enum)`, `class C(int, Enum)`
    MixedStr,
    MixedInt,
}

impl EnumKind {
    pub fn is_flag(self) -> bool {
        matches!(self, EnumKind::Flag | EnumKind::IntFlag)
    }
}

/// The options of `@dataclass`.
#[derive(Clone, Debug)]
pub struct Dataclass {
    pub span: Span,
    pub init: bool,
    pub repr: bool,
    pub eq: bool,
    pub order: bool,
    pub unsafe_hash: bool,
    pub frozen: bool,
    pub kw_only: bool,
}

/// A name that the body of a class annotates.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: Name,
    pub span: Span,
    pub value: FieldValue,
    pub init: bool,
    pub repr: bool,
    pub compare: bool,
    pub hash: Option<bool>,
    pub kw_only: Option<bool>,
    /// `InitVar`
    pub is_init_only: bool,
}

/// What the statement gives to a field where its object is given nothing.
#[derive(Clone, Debug)]
pub enum FieldValue {
    None,
    Default(ExprId),
    /// `field(default_factory=...)`, which the class keeps under this name.
    Factory(ExprId, Name),
}

/// A name that the body of a class binds.
#[derive(Debug)]
pub struct ClassName {
    pub name: Name,
    /// What the name is in the scope around the class.
    pub target: Name,
    pub span: Span,
    /// It is bound whenever the body is run to its end.
    pub is_definite: bool,
}

#[derive(Debug)]
pub struct Pattern {
    pub span: Span,
    pub kind: PatternKind,
}

#[derive(Debug)]
pub enum PatternKind {
    /// A literal or a dotted name: equal to it.
    Value(ExprId),
    /// None, True or False: it itself.
    Singleton(Constant),
    /// At most one of them is a star.
    Sequence(Vec<PatternId>),
    /// In a sequence: any number of items.
    Star(Option<Name>),
    Mapping {
        items: Vec<(ExprId, PatternId)>,
        rest: Option<Name>,
    },
    Class {
        class: ExprId,
        positional: Vec<PatternId>,
        keywords: Vec<(Name, PatternId)>,
    },
    /// `pattern as name`, a name, or `_`.
    As {
        pattern: Option<PatternId>,
        name: Option<Name>,
    },
    Or(Vec<PatternId>),
}

#[derive(Debug)]
pub struct MatchCase {
    pub pattern: PatternId,
    pub guard: Option<ExprId>,
    pub body: Body,
}

impl Ast {
    pub fn expr(&self, id: ExprId) -> &ExprKind {
        &self.exprs[id].kind
    }

    pub fn span(&self, id: ExprId) -> Span {
        self.exprs[id].span
    }

    pub fn stmt(&self, id: StmtId) -> &StmtKind {
        &self.stmts[id].kind
    }

    pub fn function_def(&self, id: StmtId) -> &FunctionDef {
        match self.stmt(id) {
            StmtKind::FunctionDef(def) => def,
            _ => unreachable!("only `def`s are listed as functions"),
        }
    }

    pub fn class_def(&self, id: StmtId) -> &ClassDef {
        match self.stmt(id) {
            StmtKind::ClassDef(def) => def,
            _ => unreachable!("only class statements are listed as classes"),
        }
    }

    pub fn comprehension(&self, id: ExprId) -> &Comprehension {
        match self.expr(id) {
            ExprKind::Comprehension(comprehension) => comprehension,
            _ => unreachable!("only comprehensions are listed as such"),
        }
    }

    /// The operand that is evaluated first, whatever happens, where the
    /// expression has one: the way down a left-deep chain.
    pub fn first_operand(&self, id: ExprId) -> Option<ExprId> {
        match *self.expr(id) {
            ExprKind::Binary { left, .. } | ExprKind::Compare { left, .. } => Some(left),
            ExprKind::Unary { operand, .. } => Some(operand),
            ExprKind::Call { func, .. } => Some(func),
            ExprKind::Attribute { value, .. } | ExprKind::Subscript { value, .. } => Some(value),
            _ => None,
        }
    }

    /// The constant that an expression spells out: a literal, or one with a sign.
    pub fn literal(&self, id: ExprId) -> Option<Constant> {
        match self.expr(id) {
            ExprKind::Constant(c) => Some(c.clone()),
            ExprKind::Unary { op: op @ (UnaryOp::Neg | UnaryOp::Pos), operand } => match (op, self.expr(*operand)) {
                (UnaryOp::Neg, ExprKind::Constant(Constant::Int(n))) => Some(Constant::Int(-n)),
                (UnaryOp::Neg, ExprKind::Constant(Constant::Float(x))) => Some(Constant::Float(-x)),
                (UnaryOp::Pos, ExprKind::Constant(c @ (Constant::Int(_) | Constant::Float(_)))) => Some(c.clone()),
                _ => None,
            },
            _ => None,
        }
    }

    /// A docstring, if that is how the body begins.
    /// How many statements of the module must stay in front: a docstring, and imports from
    /// `__future__`.
    pub fn prologue(&self) -> usize {
        let is_first = |stmt: &&StmtId| match self.stmt(**stmt) {
            StmtKind::Expr(value) => matches!(self.expr(*value), ExprKind::Constant(_)),
            StmtKind::ImportFrom { module: Some(module), .. } => &**module == "__future__",
            _ => false,
        };
        self.body.iter().take_while(is_first).count()
    }

    pub fn docstring(&self, body: &Body) -> Option<&Name> {
        match self.stmt(*body.first()?) {
            StmtKind::Expr(e) => match self.expr(*e) {
                ExprKind::Constant(Constant::Str(text)) => Some(text),
                _ => None,
            },
            _ => None,
        }
    }
}
