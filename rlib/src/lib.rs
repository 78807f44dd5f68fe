//! The library: Python modules in the low-level dialect (`docs/dialect.md`), as
//! text. The same phases compile them that compile the user's program.

/// Every module with its source, in the order of their names.
const MODULES: &[(&str, &str)] = &[
    ("boolean", include_str!("../boolean.py")),
    ("bytearray", include_str!("../bytearray.py")),
    ("bytes", include_str!("../bytes.py")),
    ("bytes_text", include_str!("../bytes_text.py")),
    ("codec", include_str!("../codec.py")),
    ("dict", include_str!("../dict.py")),
    ("float", include_str!("../float.py")),
    ("gc", include_str!("../gc.py")),
    ("hash", include_str!("../hash.py")),
    ("instance", include_str!("../instance.py")),
    ("int", include_str!("../int.py")),
    ("io", include_str!("../io.py")),
    ("list", include_str!("../list.py")),
    ("math", include_str!("../math.py")),
    ("pieces", include_str!("../pieces.py")),
    ("pow", include_str!("../pow.py")),
    ("range", include_str!("../range.py")),
    ("search", include_str!("../search.py")),
    ("set", include_str!("../set.py")),
    ("set_algebra", include_str!("../set_algebra.py")),
    ("slice", include_str!("../slice.py")),
    ("sort", include_str!("../sort.py")),
    ("split", include_str!("../split.py")),
    ("start", include_str!("../start.py")),
    ("string", include_str!("../string.py")),
    ("string_case", include_str!("../string_case.py")),
    ("string_class", include_str!("../string_class.py")),
    ("string_find", include_str!("../string_find.py")),
    ("string_index", include_str!("../string_index.py")),
    ("string_pad", include_str!("../string_pad.py")),
    ("string_split", include_str!("../string_split.py")),
    ("traceback", include_str!("../traceback.py")),
    ("unicode_bits", include_str!("../unicode_bits.py")),
    ("unicode_case", include_str!("../unicode_case.py")),
    ("unicode_print", include_str!("../unicode_print.py")),
];

/// The text of `rlib/<module>.py`.
pub fn source(module: &str) -> Option<&'static str> {
    MODULES.iter().find(|(name, _)| *name == module).map(|(_, text)| *text)
}

/// The names of all modules, in order.
pub fn modules() -> impl Iterator<Item = &'static str> {
    MODULES.iter().map(|(name, _)| *name)
}
