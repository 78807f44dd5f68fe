//! The names that every module knows, and the modules that naja provides.

use naja_ir::Name;
use naja_ir::classes::{EXCEPTIONS, exception_class};
use naja_ir::flow::Constant;

/// Builtin functions and types, exceptions aside: CPython 3.11's.
const BUILTINS: &[&str] = &[
    "abs",
    "aiter",
    "all",
    "anext",
    "any",
    "ascii",
    "bin",
    "bool",
    "breakpoint",
    "bytearray",
    "bytes",
    "callable",
    "chr",
    "classmethod",
    "compile",
    "complex",
    "copyright",
    "credits",
    "delattr",
    "dict",
    "dir",
    "divmod",
    "enumerate",
    "eval",
    "exec",
    "exit",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "help",
    "hex",
    "id",
    "input",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "license",
    "list",
    "locals",
    "map",
    "max",
    "memoryview",
    "min",
    "next",
    "object",
    "oct",
    "open",
    "ord",
    "pow",
    "print",
    "property",
    "quit",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "setattr",
    "slice",
    "sorted",
    "staticmethod",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
    "__import__",
    "__build_class__",
];

/// The builtins that no compiler can offer, and what to do instead.
const IMPOSSIBLE: &[(&str, &str)] = &[
    ("eval", "the whole program must be known when it is compiled"),
    ("exec", "the whole program must be known when it is compiled"),
    ("compile", "the whole program must be known when it is compiled"),
    ("globals", "name the variables that are meant"),
    ("locals", "name the variables that are meant"),
    ("vars", "name the attributes that are meant"),
    ("dir", "name the attributes that are meant"),
    ("__import__", "write an import statement"),
    ("__build_class__", "write a class statement"),
    ("breakpoint", "print what you want to see"),
    ("help", "naja keeps no documentation in the program"),
];

const SYS: &[&str] = &["argv", "exit", "maxsize", "stderr", "stdin", "stdout"];

const MATH: &[&str] = &[
    "acos",
    "acosh",
    "asin",
    "asinh",
    "atan",
    "atan2",
    "atanh",
    "cbrt",
    "ceil",
    "comb",
    "copysign",
    "cos",
    "cosh",
    "degrees",
    "dist",
    "e",
    "erf",
    "erfc",
    "exp",
    "exp2",
    "expm1",
    "fabs",
    "factorial",
    "floor",
    "fmod",
    "frexp",
    "fsum",
    "gamma",
    "gcd",
    "hypot",
    "inf",
    "isclose",
    "isfinite",
    "isinf",
    "isnan",
    "isqrt",
    "lcm",
    "ldexp",
    "lgamma",
    "log",
    "log10",
    "log1p",
    "log2",
    "modf",
    "nan",
    "nextafter",
    "perm",
    "pi",
    "pow",
    "prod",
    "radians",
    "remainder",
    "sin",
    "sinh",
    "sqrt",
    "tan",
    "tanh",
    "tau",
    "trunc",
    "ulp",
];

const TYPING: &[&str] = &[
    "AbstractSet",
    "Annotated",
    "Any",
    "AnyStr",
    "Callable",
    "ClassVar",
    "Collection",
    "Concatenate",
    "Container",
    "DefaultDict",
    "Deque",
    "Dict",
    "Final",
    "FrozenSet",
    "Generator",
    "Generic",
    "Hashable",
    "ItemsView",
    "Iterable",
    "Iterator",
    "KeysView",
    "List",
    "Literal",
    "LiteralString",
    "Mapping",
    "MutableMapping",
    "MutableSequence",
    "MutableSet",
    "NamedTuple",
    "Never",
    "NewType",
    "NoReturn",
    "NotRequired",
    "Optional",
    "OrderedDict",
    "ParamSpec",
    "Protocol",
    "Required",
    "Reversible",
    "Self",
    "Sequence",
    "Set",
    "Sized",
    "SupportsAbs",
    "SupportsFloat",
    "SupportsIndex",
    "SupportsInt",
    "SupportsRound",
    "TYPE_CHECKING",
    "Text",
    "Tuple",
    "Type",
    "TypeAlias",
    "TypeGuard",
    "TypeVar",
    "TypedDict",
    "Union",
    "ValuesView",
    "assert_never",
    "assert_type",
    "cast",
    "final",
    "no_type_check",
    "overload",
    "reveal_type",
    "runtime_checkable",
];

const ABC: &[&str] = &["ABC", "ABCMeta", "abstractmethod"];

const DATACLASSES: &[&str] = &["KW_ONLY", "MISSING", "FrozenInstanceError", "InitVar", "dataclass", "field", "replace"];

const FUNCTOOLS: &[&str] = &["cached_property", "total_ordering"];

const ENUM: &[&str] = &["Enum", "Flag", "IntEnum", "IntFlag", "StrEnum", "auto", "unique"];

/// What `rpython.rlib` takes from the compiler: under CPython a file of this name.
pub const WORD: &str = "rpython.rlib._word";

/// A module that naja provides, and its names.
pub struct Provided {
    pub name: &'static str,
    pub names: &'static [&'static str],
}

pub fn provided(module: &str) -> Option<&'static Provided> {
    const MODULES: &[Provided] = &[
        Provided { name: "math", names: MATH },
        Provided { name: "sys", names: SYS },
        Provided { name: "typing", names: TYPING },
        Provided { name: "abc", names: ABC },
        Provided { name: "collections", names: &["namedtuple"] },
        Provided { name: "copy", names: &["copy", "deepcopy"] },
        Provided { name: "dataclasses", names: DATACLASSES },
        Provided { name: "enum", names: ENUM },
        Provided { name: "functools", names: FUNCTOOLS },
        Provided { name: WORD, names: &["import_from_mixin", "low64", "translated"] },
    ];
    MODULES.iter().find(|m| m.name == module)
}

/// The operations of the low-level dialect, for the library only. Which names
/// there are, the annotator knows.
pub const LOWLEVEL: &Provided = &Provided { name: "lowlevel", names: &[] };

impl Provided {
    /// The module itself has the empty name.
    pub fn module(&self) -> Constant {
        self.constant("")
    }

    pub fn get(&self, name: &str) -> Option<Constant> {
        (self.names.contains(&name) || self.name == LOWLEVEL.name).then(|| self.constant(name))
    }

    fn constant(&self, name: &str) -> Constant {
        let of_module = format!("{}.{name}", self.name);
        match self.name {
            _ if exception_class(&of_module).is_some() => {
                Constant::Exception(exception_class(&of_module).expect("just asked"))
            }
            "typing" => Constant::Typing(name.into()),
            module => Constant::Library(module.into(), name.into()),
        }
    }
}

/// What a builtin name stands for.
pub fn builtin(name: &Name) -> Option<Constant> {
    if BUILTINS.contains(&&**name) {
        return Some(Constant::Builtin(name.clone()));
    }
    if let Some(class) = exception_class(name) {
        return Some(Constant::Exception(class));
    }
    match &**name {
        "NotImplemented" => Some(Constant::NotImplemented),
        "Ellipsis" => Some(Constant::Ellipsis),
        "__debug__" => Some(Constant::Bool(true)),
        _ => None,
    }
}

/// Is a builtin of [`BUILTINS`] a class?
pub fn is_class(name: &str) -> bool {
    const CLASSES: &[&str] = &[
        "bool",
        "bytearray",
        "bytes",
        "classmethod",
        "complex",
        "dict",
        "enumerate",
        "filter",
        "float",
        "frozenset",
        "int",
        "list",
        "map",
        "memoryview",
        "object",
        "property",
        "range",
        "reversed",
        "set",
        "slice",
        "staticmethod",
        "str",
        "super",
        "tuple",
        "type",
        "zip",
    ];
    CLASSES.contains(&name)
}

/// Does a builtin iterate over what it is given?
pub fn iterates(name: &str) -> bool {
    const ITERATES: &[&str] = &[
        "all",
        "any",
        "dict",
        "enumerate",
        "filter",
        "frozenset",
        "iter",
        "len",
        "list",
        "map",
        "max",
        "min",
        "reversed",
        "set",
        "sorted",
        "sum",
        "tuple",
        "zip",
    ];
    ITERATES.contains(&name)
}

/// Why a builtin can never be compiled.
pub fn impossible(name: &str) -> Option<&'static str> {
    IMPOSSIBLE.iter().find(|row| row.0 == name).map(|row| row.1)
}

/// Every builtin name, for near misses.
pub fn builtin_names() -> impl Iterator<Item = &'static str> {
    BUILTINS.iter().copied().filter(|name| !name.starts_with('_')).chain(EXCEPTIONS.iter().map(|c| c.name))
}
