//! The attributes of the builtin types, as far as naja knows of them: most are not
//! there yet, and are told from those that do not exist.

use super::{Lack, Rule, callable, not_yet};
use crate::annotation::{Annotation, Container, Interval, Member, View};
use crate::containers::is_state;
use crate::display::class_name;
use naja_ir::classes::BASE_EXCEPTION;

/// `m.name`.
pub fn of(m: &Member, name: &str) -> Rule {
    match (m, name) {
        (Member::Instance(_), "__cause__" | "__context__") => {
            Ok([Member::None, Member::Instance(BASE_EXCEPTION)].into_iter().collect())
        }
        (Member::Instance(class), "__class__") => Ok(callable::class_of(*class)),
        (Member::ExceptionClass(_) | Member::ExceptionType(_), "__name__") => Ok(Annotation::str()),
        (Member::Builtin(builtin), "__name__") if callable::has_text(builtin) => Ok(Annotation::str()),
        _ if data(m, name).is_some() => Ok(data(m, name).expect("just asked")),
        _ if exists(m, name) => not_yet(format!("`{}.{name}`", class_name(m))),
        _ => Err(Lack::NoMeaning),
    }
}

/// The attributes of numbers and ranges that are no methods.
pub fn data(m: &Member, name: &str) -> Option<Annotation> {
    Some(match (m, name) {
        (Member::Int(facts), "real" | "numerator") => Annotation::of(Member::Int(*facts)),
        (Member::Bool(_), "real" | "numerator") => Annotation::of(Member::Int(Interval::BOOL)),
        (Member::BigInt, "real" | "numerator") => Annotation::of(Member::BigInt),
        (Member::Int(_) | Member::Bool(_) | Member::BigInt, "imag") => {
            Annotation::of(Member::Int(Interval::constant(0)))
        }
        (Member::Int(_) | Member::Bool(_) | Member::BigInt, "denominator") => {
            Annotation::of(Member::Int(Interval::constant(1)))
        }
        (Member::Float, "real" | "imag") => Annotation::float(),
        (Member::Range(facts), "step") => Annotation::of(Member::Int(facts.step)),
        (Member::Range(_), "start" | "stop") => Annotation::int(),
        (Member::Slice(bounds), "start") => bounds[0].clone(),
        (Member::Slice(bounds), "stop") => bounds[1].clone(),
        (Member::Slice(bounds), "step") => bounds[2].clone(),
        _ => return None,
    })
}

/// Does CPython's type have it?
pub fn exists(m: &Member, name: &str) -> bool {
    // Of some anything may exist.
    names(m).is_none_or(|names| names.contains(&name) || EVERY.contains(&name))
}

/// What CPython's type has beyond what every type has; `None` where that is not known.
pub fn names(m: &Member) -> Option<&'static [&'static str]> {
    Some(match m {
        Member::Int(_) | Member::Bool(_) | Member::BigInt => INT,
        Member::Float => FLOAT,
        Member::Str => STRING,
        Member::Bytes => BYTES,
        Member::ByteArray => BYTEARRAY,
        Member::Tuple(_) | Member::Container(Container::Tuple, _) => &["count", "index"],
        Member::Container(Container::List, _) => LIST,
        Member::Container(Container::Dict, _) => DICT,
        Member::Container(Container::Set, _) => SET,
        Member::Container(Container::FrozenSet, _) => FROZENSET,
        Member::DictView(View::Values, _) => &["mapping"],
        Member::DictView(..) => &["isdisjoint", "mapping"],
        Member::Range(_) => &["count", "index", "start", "step", "stop"],
        Member::Slice(_) => &["indices", "start", "step", "stop"],
        Member::Instance(_) => EXCEPTION,
        Member::Generator(_) => GENERATOR,
        Member::Function(_) | Member::Closure(..) => FUNCTION,
        Member::None | Member::Ellipsis | Member::NotImplemented => &[],
        m if is_state(m) => &["__iter__", "__length_hint__", "__next__", "__reduce__", "__setstate__"],
        _ => return None,
    })
}

/// Does a builtin type have it, by the type's name?
pub fn exists_in_class(class: &str, name: &str) -> bool {
    let names: &[&str] = match class {
        "int" => INT,
        "float" => FLOAT,
        "str" => STRING,
        "bytes" => BYTES,
        "bytearray" => BYTEARRAY,
        "tuple" => &["count", "index"],
        "list" => LIST,
        "dict" => DICT,
        "set" => SET,
        "frozenset" => FROZENSET,
        "range" => &["count", "index"],
        _ => return false,
    };
    names.contains(&name)
}

const EVERY: &[&str] = &["__class__", "__dir__", "__doc__", "__eq__", "__format__", "__hash__", "__repr__", "__str__"];

const INT: &[&str] = &[
    "as_integer_ratio",
    "bit_count",
    "bit_length",
    "conjugate",
    "denominator",
    "from_bytes",
    "imag",
    "numerator",
    "real",
    "to_bytes",
];

const FLOAT: &[&str] = &["as_integer_ratio", "conjugate", "fromhex", "hex", "imag", "is_integer", "real"];

const STRING: &[&str] = &[
    "capitalize",
    "casefold",
    "center",
    "count",
    "encode",
    "endswith",
    "expandtabs",
    "find",
    "format",
    "format_map",
    "index",
    "isalnum",
    "isalpha",
    "isascii",
    "isdecimal",
    "isdigit",
    "isidentifier",
    "islower",
    "isnumeric",
    "isprintable",
    "isspace",
    "istitle",
    "isupper",
    "join",
    "ljust",
    "lower",
    "lstrip",
    "maketrans",
    "partition",
    "removeprefix",
    "removesuffix",
    "replace",
    "rfind",
    "rindex",
    "rjust",
    "rpartition",
    "rsplit",
    "rstrip",
    "split",
    "splitlines",
    "startswith",
    "strip",
    "swapcase",
    "title",
    "translate",
    "upper",
    "zfill",
];

const EXCEPTION: &[&str] = &[
    "__cause__",
    "__context__",
    "__dict__",
    "__notes__",
    "__suppress_context__",
    "__traceback__",
    "add_note",
    "args",
    "characters_written",
    "code",
    "encoding",
    "end",
    "end_lineno",
    "end_offset",
    "errno",
    "filename",
    "filename2",
    "lineno",
    "msg",
    "name",
    "obj",
    "object",
    "offset",
    "path",
    "print_file_and_line",
    "reason",
    "start",
    "strerror",
    "text",
    "value",
    "with_traceback",
];

const GENERATOR: &[&str] = &[
    "__iter__",
    "__next__",
    "close",
    "gi_code",
    "gi_frame",
    "gi_running",
    "gi_suspended",
    "gi_yieldfrom",
    "send",
    "throw",
];

const FUNCTION: &[&str] = &[
    "__annotations__",
    "__closure__",
    "__code__",
    "__defaults__",
    "__dict__",
    "__globals__",
    "__kwdefaults__",
    "__module__",
    "__name__",
    "__qualname__",
];

const LIST: &[&str] =
    &["append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort"];

const DICT: &[&str] =
    &["clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values"];

const SET: &[&str] = &[
    "add",
    "clear",
    "copy",
    "difference",
    "difference_update",
    "discard",
    "intersection",
    "intersection_update",
    "isdisjoint",
    "issubset",
    "issuperset",
    "pop",
    "remove",
    "symmetric_difference",
    "symmetric_difference_update",
    "union",
    "update",
];

const FROZENSET: &[&str] =
    &["copy", "difference", "intersection", "isdisjoint", "issubset", "issuperset", "symmetric_difference", "union"];

const BYTES: &[&str] = &[
    "capitalize",
    "center",
    "count",
    "decode",
    "endswith",
    "expandtabs",
    "find",
    "fromhex",
    "hex",
    "index",
    "isalnum",
    "isalpha",
    "isascii",
    "isdigit",
    "islower",
    "isspace",
    "istitle",
    "isupper",
    "join",
    "ljust",
    "lower",
    "lstrip",
    "maketrans",
    "partition",
    "removeprefix",
    "removesuffix",
    "replace",
    "rfind",
    "rindex",
    "rjust",
    "rpartition",
    "rsplit",
    "rstrip",
    "split",
    "splitlines",
    "startswith",
    "strip",
    "swapcase",
    "title",
    "translate",
    "upper",
    "zfill",
];

const BYTEARRAY: &[&str] = &[
    "append",
    "capitalize",
    "center",
    "clear",
    "copy",
    "count",
    "decode",
    "endswith",
    "expandtabs",
    "extend",
    "find",
    "fromhex",
    "hex",
    "index",
    "insert",
    "isalnum",
    "isalpha",
    "isascii",
    "isdigit",
    "islower",
    "isspace",
    "istitle",
    "isupper",
    "join",
    "ljust",
    "lower",
    "lstrip",
    "maketrans",
    "partition",
    "pop",
    "remove",
    "removeprefix",
    "removesuffix",
    "replace",
    "reverse",
    "rfind",
    "rindex",
    "rjust",
    "rpartition",
    "rsplit",
    "rstrip",
    "split",
    "splitlines",
    "startswith",
    "strip",
    "swapcase",
    "title",
    "translate",
    "upper",
    "zfill",
];
