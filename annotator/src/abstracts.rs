//! What belongs to the abstract classes of `collections.abc` without naming them: builtin
//! types, and classes that have certain methods.

use crate::annotation::{Member, View};
use crate::classes::{has_no_hash, is_callable_kind};
use crate::containers::is_state;
use naja_ir::flow::{Base, Program, UserClass};

/// The name of a class, where it is one of them.
pub fn name(program: &Program, class: UserClass) -> Option<&str> {
    let data = &program.classes[class];
    let module = &program.modules[data.module];
    (module.is_library && &*module.name == "collections.abc").then_some(&*data.name)
}

/// Is a value that is no object of the program's classes an instance of the abstract class?
pub fn is_instance(x: &Member, of: &str) -> bool {
    match x {
        Member::Generator(_) => ["Generator", "Iterator", "Iterable", "Hashable"].contains(&of),
        x if is_state(x) => ["Iterator", "Iterable", "Hashable"].contains(&of),
        Member::DictView(view, _) => of_type(view_type(*view)).contains(&of) || of == "MappingView",
        Member::Container(kind, _) => of_type(kind.name()).contains(&of),
        Member::Tuple(_) => of_type("tuple").contains(&of),
        Member::Str => of_type("str").contains(&of),
        Member::Bytes => of_type("bytes").contains(&of),
        Member::ByteArray => of_type("bytearray").contains(&of),
        Member::Range(_) => of_type("range").contains(&of),
        x => of == "Hashable" || of == "Callable" && is_callable_kind(x),
    }
}

/// Does a class of the program belong to it because of its methods, or of a builtin base?
pub fn is_subclass(program: &Program, class: UserClass, of: &str) -> bool {
    let inherits = program.classes[class].mro.iter().any(|base| match base {
        Base::Builtin(name) => of_type(name).contains(&of),
        _ => false,
    });
    let methods: &[&str] = match of {
        "Hashable" => return !has_no_hash(program, class),
        "Callable" => &["__call__"],
        "Collection" => &["__len__", "__iter__", "__contains__"],
        "Container" => &["__contains__"],
        "Generator" => &["__iter__", "__next__", "send", "throw", "close"],
        "Iterable" => &["__iter__"],
        "Iterator" => &["__iter__", "__next__"],
        "Reversible" => &["__reversed__", "__iter__"],
        "Sized" => &["__len__"],
        _ => return inherits,
    };
    inherits || methods.iter().all(|method| program.defines(class, method))
}

fn view_type(view: View) -> &'static str {
    match view {
        View::Keys => "dict_keys",
        View::Values => "dict_values",
        View::Items => "dict_items",
    }
}

/// The abstract classes of a builtin type.
pub fn of_type(name: &str) -> &'static [&'static str] {
    match name {
        "tuple" | "str" | "range" => {
            &["Sequence", "Reversible", "Collection", "Sized", "Iterable", "Container", "Hashable"]
        }
        "bytes" => {
            &["ByteString", "Sequence", "Reversible", "Collection", "Sized", "Iterable", "Container", "Hashable"]
        }
        "bytearray" => {
            &["ByteString", "MutableSequence", "Sequence", "Reversible", "Collection", "Sized", "Iterable", "Container"]
        }
        "list" => &["MutableSequence", "Sequence", "Reversible", "Collection", "Sized", "Iterable", "Container"],
        "set" => &["MutableSet", "Set", "Collection", "Sized", "Iterable", "Container"],
        "frozenset" => &["Set", "Collection", "Sized", "Iterable", "Container", "Hashable"],
        "dict" => &["MutableMapping", "Mapping", "Reversible", "Collection", "Sized", "Iterable", "Container"],
        "dict_keys" => &["KeysView", "Set", "Reversible", "Collection", "Sized", "Iterable", "Container"],
        "dict_items" => &["ItemsView", "Set", "Reversible", "Collection", "Sized", "Iterable", "Container"],
        "dict_values" => &["ValuesView", "Reversible", "Collection", "Sized", "Iterable", "Container", "Hashable"],
        _ => &["Hashable"],
    }
}
