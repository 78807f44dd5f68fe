//! Level 1: Python's operations ("space operations" in RPython's words).
//!
//! After flowspace there is no sugar: comprehensions, `with`, f-strings and the
//! like are these operations. Nothing is typed. Every operation carries its span.

use crate::Name;
use crate::classes::ClassId;
use crate::graph::{Block, Graph, Level, StepValues, Value};
use crate::source::{SourceId, Span};
use cranelift_entity::{PrimaryMap, entity_impl};
use num_bigint::BigInt;
use std::rc::Rc;

/// The level of Python's operations.
#[derive(Clone, Debug)]
pub enum Flow {}

impl Level for Flow {
    type Op = FlowOp;
    /// The variable that the value was bound to, for messages and dumps.
    type ValueData = Option<Name>;
    type Place = Span;
    type Step = Step;
    type Guard = ();
}

pub type FlowGraph = Graph<Flow>;

/// One round of a `for` loop. Iteration is functional: the step takes the state
/// of the iteration and gives the item and the next state, so that a loop over a
/// range needs no object.
#[derive(Clone, Debug)]
pub struct Step {
    pub iter: Value,
    pub item: Value,
    pub rest: Value,
    pub span: Span,
}

impl StepValues for Step {
    fn iter(&self) -> Value {
        self.iter
    }
    fn iter_mut(&mut self) -> &mut Value {
        &mut self.iter
    }
    fn defines(&self) -> [Value; 2] {
        [self.item, self.rest]
    }
}

/// A function of the program or the library; a module's top level is one too.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FuncId(u32);
entity_impl!(FuncId, "func");

/// A module-level variable.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GlobalId(u32);
entity_impl!(GlobalId, "global");

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModuleId(u32);
entity_impl!(ModuleId, "module");

/// A class of the program.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserClass(u32);
entity_impl!(UserClass, "class");

/// A value that is known when the program is compiled.
#[derive(Clone, PartialEq, Debug)]
pub enum Constant {
    /// What a variable holds that nothing was bound to. Never a Python value:
    /// only [`FlowOp::CheckBound`] reads it.
    Unbound,
    None,
    Ellipsis,
    NotImplemented,
    Bool(bool),
    /// Any size; the phases say what they can hold.
    Int(BigInt),
    Float(f64),
    Str(Name),
    Bytes(Rc<[u8]>),
    Function(FuncId),
    /// A builtin function or type, by its Python name (`print`, `int`).
    Builtin(Name),
    Exception(ClassId),
    Class(UserClass),
    Module(ModuleId),
    /// A function or value of a module that naja provides (`math.sqrt`, `sys.exit`).
    Library(Name, Name),
    /// An annotation-only object (from `typing`): useful nowhere but in annotations.
    Typing(Name),
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnaryOp {
    Neg,
    Pos,
    Invert,
    /// `not x`: a bool.
    Not,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
    MatMul,
}

impl BinaryOp {
    /// As messages of CPython write it.
    pub fn symbol(self) -> &'static str {
        match self {
            BinaryOp::Add => "+",
            BinaryOp::Sub => "-",
            BinaryOp::Mul => "*",
            BinaryOp::TrueDiv => "/",
            BinaryOp::FloorDiv => "//",
            BinaryOp::Mod => "%",
            BinaryOp::Pow => "**",
            BinaryOp::LShift => "<<",
            BinaryOp::RShift => ">>",
            BinaryOp::And => "&",
            BinaryOp::Or => "|",
            BinaryOp::Xor => "^",
            BinaryOp::MatMul => "@",
        }
    }
}

/// How CPython makes the set of a display, which shows in the order of its items.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SetOrder {
    /// The items are added when the program runs.
    OneByOne,
    /// A frozenset that its compiler made.
    Constant,
    /// A set that is made of such a frozenset.
    OfConstant,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CompareOp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    Is,
    IsNot,
    In,
    NotIn,
}

impl CompareOp {
    pub fn symbol(self) -> &'static str {
        match self {
            CompareOp::Eq => "==",
            CompareOp::Ne => "!=",
            CompareOp::Lt => "<",
            CompareOp::Le => "<=",
            CompareOp::Gt => ">",
            CompareOp::Ge => ">=",
            CompareOp::Is => "is",
            CompareOp::IsNot => "is not",
            CompareOp::In => "in",
            CompareOp::NotIn => "not in",
        }
    }
}

/// Whose name is missing when a variable is unbound: UnboundLocalError for a
/// local, NameError for a global and for a free variable.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Scope {
    Local,
    Global,
    /// A captured variable of a function around this one.
    Free,
}

/// What a branch taught about a value.
#[derive(Clone, PartialEq, Debug)]
pub enum Refinement {
    /// `x is None` held.
    IsNone,
    NotNone,
    /// `x` was true / false in a test.
    Truthy,
    Falsy,
    /// `isinstance(x, c)` held / did not; args: x, c (a class or a tuple of classes).
    IsInstance,
    NotInstance,
    /// `x op y` held; args: x, y. Only where both turn out to be ints does it say something.
    Compare(CompareOp),
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Conversion {
    /// No conversion: `format(x, "")`, which is `str(x)` for every builtin type.
    None,
    Str,
    Repr,
    Ascii,
}

/// What `%[flags][width][.precision]conversion` in a template says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Directive {
    pub conversion: char,
    /// 1: -, 2: +, 4: space, 8: #, 16: 0.
    pub flags: u32,
    pub width: Option<u32>,
    pub precision: Option<u32>,
}

impl Directive {
    /// As the library takes it: the conversion, the flags, width and precision, or -1.
    pub fn numbers(&self) -> [i64; 4] {
        let or_none = |n: Option<u32>| n.map_or(-1, i64::from);
        [self.conversion as i64, self.flags.into(), or_none(self.width), or_none(self.precision)]
    }
}

/// How a call with stars passes an operand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Arg {
    Positional,
    /// The items of a tuple, which [`FlowOp::StarArgs`] made: the last positional
    /// arguments. There is one at most.
    Star,
    Keyword(Name),
    /// The items of a dict of keywords, made for this call. There is one at most.
    DoubleStar,
}

#[derive(Clone, PartialEq, Debug)]
pub enum FlowOp {
    /// `() -> v`
    Const(Constant),
    /// `x -> v`
    Unary(UnaryOp),
    /// `a b -> v`; `inplace` for `a op= b`
    Binary { op: BinaryOp, inplace: bool },
    /// `a b -> v`
    Compare(CompareOp),
    /// `x -> bool`: what a test asks
    Truth,
    /// `x1 ... xn -> tuple`
    Tuple,
    /// `x1 ... xn -> list`: a new list
    List,
    /// `x1 ... xn -> set`: a new set
    Set(SetOrder),
    /// `k1 v1 ... kn vn -> dict`: a new dict
    Dict,
    /// `list x ->`: a display or comprehension grows by one item
    ListAppend,
    /// `list iterable ->`: `[*iterable]`
    ListExtend,
    /// `list -> tuple`: `(*a, b)` is built as a list first
    ListToTuple,
    /// `set x ->`
    SetAdd,
    /// `set iterable ->`: `{*iterable}`
    SetUpdate,
    /// `dict k v ->`: a dict comprehension grows
    DictSetItem,
    /// `dict mapping ->`: `{**mapping}`
    DictUpdate,
    /// `dict mapping f ->`: `f(**mapping)`; no keyword may be there twice
    KeywordsUpdate,
    /// `start stop step -> slice`: None where one is missing
    Slice,
    /// `x -> v1 ... vn`: exactly n items, or ValueError
    Unpack { n: usize },
    /// `x -> v1 ... list ... vn`: `before` items, a list of the rest, `after` items
    UnpackStar { before: usize, after: usize },
    /// `f a1 ... an k1 ... km -> v`: the last m arguments go by these keywords
    Call { keywords: Vec<Name> },
    /// `f a1 ... an -> v`: a call with stars; each argument is passed as its
    /// [`Arg`] says
    CallStar(Vec<Arg>),
    /// `iterable -> tuple`: what `*iterable` gives to a call, at once
    StarArgs,
    /// `x -> x'`: where items of x are asked for: the tuple of an object that has
    /// `__tuple__` (a named tuple), and anything else itself
    Items,
    /// `x -> x.name`
    GetAttr(Name),
    /// `x v ->`
    SetAttr(Name),
    /// `x ->`: `del x.name`
    DelAttr(Name),
    /// `x i -> x[i]`
    GetItem,
    /// `x i v ->`
    SetItem,
    /// `x i ->`: `del x[i]`
    DelItem,
    /// `-> v`: never [`Constant::Unbound`] unless a `CheckBound` follows
    LoadGlobal(GlobalId),
    /// `v ->`; storing [`Constant::Unbound`] is `del`
    StoreGlobal(GlobalId),
    /// `x -> x`: raises NameError or UnboundLocalError where x is unbound
    CheckBound { name: Name, scope: Scope },
    /// `x -> state`: the state of a `for` loop over x
    Iter,
    /// `state ->`: the loop that began with this state is left before its end: a generator
    /// that was made for it is closed
    EndIter,
    /// `c1 ... cn -> f`: a function (a lambda, a nested `def`) whose first n
    /// parameters are these captured values
    Closure(FuncId),
    /// `v -> cell`: a variable that is shared with inner functions and rebound
    NewCell,
    /// `cell -> v`: a [`FlowOp::CheckBound`] follows where it may be unbound
    LoadCell,
    /// `cell v ->`
    StoreCell,
    /// `x -> str`: one field of an f-string without a format spec
    Format(Conversion),
    /// `x spec -> str`: one field of an f-string: the conversion first, then
    /// `format(x, spec)`
    FormatSpec(Conversion),
    /// `x -> str`: a value in a directive of `template % values`
    Percent(Directive),
    /// `s1 ... sn -> str`: the pieces of an f-string, all strings
    Concat,
    /// `x ... -> x`: x itself, known better on this branch
    Refine(Refinement),
    /// `exc c -> bool`: does `except c` (a class or a tuple of classes) match?
    MatchException,
    /// `exc handled ->`: exc leaves the handler of `handled`: the end of exc's chain of
    /// contexts becomes `handled`, unless the chain has it already
    AttachContext,
    /// `x -> `: never returns. x is an exception or an exception class
    Raise,
    /// `x cause ->`: `raise x from cause`
    RaiseFrom,
    /// `exc ->`: never returns; the traceback does not grow here (bare `raise`,
    /// and the end of a handler or `finally` that did not handle)
    Reraise,
    /// `x -> x`: `reveal_type(x)`
    RevealType,
    /// `self -> v`: `super()` in a method of this class; self is an object or, in a
    /// class method, a class
    Super(UserClass),
    /// `x -> sent`: the generator stops here and gives x; it goes on with what was sent,
    /// or raises what was thrown
    Yield,
    /// `state -> v`: `yield from`: gives all items of the iteration, hands what is sent and
    /// thrown on to a generator; v is what a generator returns, else None
    YieldFrom,
}

impl FlowOp {
    /// Can control go on behind this operation?
    pub fn always_raises(&self) -> bool {
        matches!(self, FlowOp::Raise | FlowOp::RaiseFrom | FlowOp::Reraise)
    }

    /// May this operation raise, whatever its operands turn out to be?
    pub fn may_raise(&self) -> bool {
        !matches!(
            self,
            FlowOp::Const(_)
                | FlowOp::Tuple
                | FlowOp::List
                | FlowOp::Slice
                | FlowOp::ListToTuple
                | FlowOp::Closure(_)
                | FlowOp::NewCell
                | FlowOp::LoadCell
                | FlowOp::StoreCell
                | FlowOp::LoadGlobal(_)
                | FlowOp::StoreGlobal(_)
                | FlowOp::Refine(_)
                | FlowOp::MatchException
                | FlowOp::Items
                | FlowOp::AttachContext
                | FlowOp::RevealType
                | FlowOp::Super(_)
                | FlowOp::Compare(CompareOp::Is | CompareOp::IsNot)
        )
    }
}

/// How a parameter takes its argument.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ParamKind {
    PositionalOnly,
    Normal,
    KeywordOnly,
    /// `*args`: a tuple of the positional arguments that no other parameter takes.
    /// It stands behind these, and before those that are keyword-only.
    VarArgs,
    /// `**kwargs`: a dict of the other keyword arguments. The last.
    VarKeywords,
    /// No argument of a caller's: a value or cell that the function was made with
    /// (see [`FlowOp::Closure`]), or what a comprehension is called with.
    Captured,
}

#[derive(Clone, Debug)]
pub struct Param {
    pub name: Name,
    pub kind: ParamKind,
    pub span: Span,
    /// The default: a constant, or a hidden global that the `def` statement sets.
    pub default: Option<Default>,
    /// The text of its annotation, resolved as far as it names a type that naja knows.
    pub hint: Option<TypeHint>,
}

#[derive(Clone, Debug)]
pub enum Default {
    Constant(Constant),
    Global(GlobalId),
    /// The value of the parameter of this number, a captured one: evaluated each
    /// time the function was made.
    Captured(usize),
}

/// A PEP 484 annotation: never changes what a program does. In the library's
/// low-level dialect it names the low-level type of a parameter.
#[derive(Clone, Debug)]
pub struct TypeHint {
    pub span: Span,
    pub kind: HintKind,
}

#[derive(Clone, PartialEq, Debug)]
pub enum HintKind {
    /// A bare or dotted name: `int`, `ll.Str`.
    Name(Name),
    None,
    Union(Vec<HintKind>),
    Generic(Name, Vec<HintKind>),
    /// Anything else: ignored.
    Other,
}

/// One `def`, lambda, comprehension or module top level. Its graph's entry has
/// one parameter for each of `params`, in order: first those that are captured.
///
/// A comprehension is called where it stands, with a value for each of its
/// parameters: `.0`, the state of the iteration over its first iterable
/// ([`FlowOp::Iter`]), then what it captures.
#[derive(Clone, Debug)]
pub struct Function {
    /// As tracebacks print it: `f`, `<lambda>`, `<listcomp>`, `<module>`.
    pub name: Name,
    pub qualname: Name,
    pub module: ModuleId,
    pub span: Span,
    pub params: Vec<Param>,
    pub returns: Option<TypeHint>,
    /// A call of it makes a generator, which runs it: there is a `yield` in it.
    pub is_generator: bool,
    /// Its docstring.
    pub doc: Option<Name>,
    pub graph: FlowGraph,
}

/// The functions that stand in for `__iter__` and `__reversed__` in classes that have
/// `__getitem__` alone.
pub const STAND_INS: [&str; 2] = ["items_by_index", "items_by_index_back"];

/// The parameter of a function whose default holds the function's attributes.
pub const ATTRIBUTES: &str = "<attributes>";

impl Function {
    /// The place of an operation, or of the end of its block.
    pub fn place(&self, block: Block, op: usize) -> Span {
        let ops = &self.graph.blocks[block].ops;
        ops.get(op).or(ops.last()).map_or(self.span, |op| op.place)
    }

    /// Does it do what Python does by itself, without a frame?
    pub fn stands_in(&self) -> bool {
        STAND_INS.contains(&&*self.name)
    }

    /// Where its attributes are held, if it has any.
    pub fn attributes(&self) -> Option<&Default> {
        let held = self.params.iter().find(|param| param.kind == ParamKind::KeywordOnly && &*param.name == ATTRIBUTES);
        held?.default.as_ref()
    }
}

/// One class statement. Its body runs where it stands; what it binds there is kept in
/// its members.
#[derive(Clone, Debug)]
pub struct Class {
    pub name: Name,
    /// What exceptions call it: a class that CPython has in C with its module.
    pub told: Name,
    pub qualname: Name,
    pub module: ModuleId,
    pub span: Span,
    /// As the statement names them, without `object`.
    pub bases: Vec<Base>,
    /// The order in which names are looked for (C3), without `object`: first the class
    /// itself, builtin classes last.
    pub mro: Vec<Base>,
    pub members: Vec<(Name, ClassMember)>,
    /// The variables of it that statements outside of its body assign to, in front of the
    /// members of these names: unbound at first.
    pub given: Vec<(Name, GlobalId)>,
    /// The names that are abstract in it, sorted: a call of a class that has any raises
    /// TypeError.
    pub abstract_names: Vec<Name>,
    /// What `__slots__` names, where the body binds it.
    pub slots: Option<Vec<Name>>,
    /// What its `repr` calls it, where that is no "class": it derives from a class of `enum`.
    pub word: Option<&'static str>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Base {
    User(UserClass),
    Exception(ClassId),
    /// `list`, `dict`, `int`, ...
    Builtin(Name),
}

impl Base {
    /// The class, if it is one of the program.
    pub fn user(&self) -> Option<UserClass> {
        if let Base::User(class) = self { Some(*class) } else { None }
    }
}

/// What the body of a class binds to a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClassMember {
    pub span: Span,
    pub kind: MemberKind,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MemberKind {
    /// A `def` without decorators.
    Function(FuncId),
    Static(FuncId),
    ClassMethod(FuncId),
    Property {
        get: Option<FuncId>,
        set: Option<FuncId>,
        delete: Option<FuncId>,
    },
    /// A class statement in the body.
    Class(UserClass),
    /// Anything else, and what is bound more than once: the value is in a global. Where
    /// that can be unbound and a lookup found it: also what stands behind it.
    Variable {
        global: GlobalId,
        behind: Option<Box<MemberKind>>,
    },
}

impl MemberKind {
    pub fn variable(global: GlobalId) -> MemberKind {
        MemberKind::Variable { global, behind: None }
    }
}

#[derive(Clone, Debug)]
pub struct Global {
    pub name: Name,
    pub module: ModuleId,
    pub span: Span,
    /// Some read of it may come before its first store: it starts as
    /// [`Constant::Unbound`], and its reads are checked.
    pub starts_unbound: bool,
    /// In the library, whose top levels do not run: what it holds at the start.
    pub init: Option<Constant>,
    /// In the library: its low-level type, where `init` does not tell it.
    pub hint: Option<TypeHint>,
}

#[derive(Clone, Debug)]
pub struct Module {
    /// Dotted; the entry file is `__main__`.
    pub name: Name,
    pub source: SourceId,
    /// The top level.
    pub body: FuncId,
    /// Its functions leave no frames in tracebacks.
    pub is_library: bool,
    /// Of `rlib/python`: an iterator is the state of a loop there, and nobody has it twice.
    pub is_builtin: bool,
    /// In the library's low-level dialect, where literals are machine values.
    pub is_low_level: bool,
}

/// What flowspace hands on.
#[derive(Default)]
pub struct Program {
    pub modules: PrimaryMap<ModuleId, Module>,
    pub functions: PrimaryMap<FuncId, Function>,
    pub globals: PrimaryMap<GlobalId, Global>,
    pub classes: PrimaryMap<UserClass, Class>,
}

impl Program {
    /// What a class, or else the first class behind it in the order in which names are
    /// looked for, binds to a name; and which class it is.
    pub fn find_member(&self, class: UserClass, name: &str) -> Option<(UserClass, MemberKind)> {
        self.find_in(self.classes[class].mro.iter(), name)
    }

    /// Has it a method of this name that is no stand-in?
    pub fn defines(&self, class: UserClass, name: &str) -> bool {
        match self.find_member(class, name) {
            Some((_, MemberKind::Function(func))) => !self.functions[func].stands_in(),
            found => found.is_some(),
        }
    }

    /// The same behind the class `after`: what `super()` finds there.
    pub fn find_behind(&self, class: UserClass, after: UserClass, name: &str) -> Option<(UserClass, MemberKind)> {
        let mro = self.classes[class].mro.iter();
        self.find_in(mro.skip_while(|base| **base != Base::User(after)).skip(1), name)
    }

    fn find_in<'p>(&'p self, mro: impl Iterator<Item = &'p Base>, name: &str) -> Option<(UserClass, MemberKind)> {
        let mut before: Vec<(UserClass, GlobalId)> = Vec::new();
        let mut found = None;
        for base in mro {
            let Base::User(class) = *base else { continue };
            before.extend(self.given(class, name).map(|global| (class, global)));
            match self.own_member(class, name).map(|m| &m.kind) {
                Some(MemberKind::Variable { global, .. }) if self.globals[*global].starts_unbound => {
                    before.push((class, *global));
                }
                Some(kind) => {
                    found = Some((class, kind.clone()));
                    break;
                }
                None => {}
            }
        }
        before.into_iter().rev().fold(found, |behind, (class, global)| {
            Some((class, MemberKind::Variable { global, behind: behind.map(|(_, kind)| Box::new(kind)) }))
        })
    }

    fn own_member(&self, class: UserClass, name: &str) -> Option<&ClassMember> {
        self.classes[class].members.iter().find(|(n, _)| &**n == name).map(|(_, m)| m)
    }

    fn given(&self, class: UserClass, name: &str) -> Option<GlobalId> {
        self.classes[class].given.iter().find(|(n, _)| &**n == name).map(|(_, global)| *global)
    }

    /// The variable that an assignment to an attribute of the class itself sets.
    pub fn own_variable(&self, class: UserClass, name: &str) -> Option<GlobalId> {
        self.given(class, name).or_else(|| match self.own_member(class, name)?.kind {
            MemberKind::Variable { global, .. } => Some(global),
            _ => None,
        })
    }

    /// Gives the class a variable for such assignments, where it has none.
    pub fn give(&mut self, class: UserClass, name: Name) {
        if self.own_variable(class, &name).is_none() {
            let Class { module, span, .. } = self.classes[class];
            let held = Global { name: name.clone(), module, span, starts_unbound: true, init: None, hint: None };
            let global = self.globals.push(held);
            self.classes[class].given.push((name, global));
        }
    }

    /// May objects of the class have an attribute of this name, as far as `__slots__` says?
    pub fn may_have(&self, class: UserClass, name: &str) -> bool {
        self.classes[class].mro.iter().any(|base| match base {
            Base::User(base) => {
                let slots = &self.classes[*base].slots;
                slots.as_ref().is_none_or(|names| names.iter().any(|slot| &**slot == name || &**slot == "__dict__"))
            }
            Base::Exception(_) => true,
            Base::Builtin(_) => false,
        })
    }

    /// Does its statement stand in a function?
    pub fn is_local(&self, class: UserClass) -> bool {
        self.classes[class].qualname.contains("<locals>")
    }

    pub fn is_subclass(&self, class: UserClass, of: &Base) -> bool {
        self.classes[class].mro.iter().any(|base| match (base, of) {
            (Base::Exception(a), Base::Exception(b)) => a.is_subclass_of(*b),
            _ => base == of,
        })
    }
}
