//! None and the other values that are known by being there.

use naja_annotator::annotation::Member;
use naja_annotator::ops::callable::is_type_name;

/// What `str` and `repr` give for a member without components.
pub fn text(m: &Member) -> String {
    match m {
        Member::None => "None".into(),
        Member::Ellipsis => "Ellipsis".into(),
        Member::NotImplemented => "NotImplemented".into(),
        Member::ExceptionClass(class) => format!("<class '{}'>", class.path()),
        Member::Builtin(name) if is_type_name(name) => format!("<class '{name}'>"),
        Member::Builtin(name) => format!("<built-in function {name}>"),
        Member::Library(_, name) => format!("<built-in function {name}>"),
        _ => unreachable!("the annotator rejects the text of {m:?}, which holds an address"),
    }
}
