//! The library: Python modules in the low-level dialect (`docs/dialect.md`), as
//! text. The same phases compile them that compile the user's program.

/// Every module with its source, in the order of their names.
const MODULES: &[(&str, &str)] = &[
    ("boolean", include_str!("../boolean.py")),
    ("float", include_str!("../float.py")),
    ("gc", include_str!("../gc.py")),
    ("instance", include_str!("../instance.py")),
    ("int", include_str!("../int.py")),
    ("io", include_str!("../io.py")),
    ("math", include_str!("../math.py")),
    ("pow", include_str!("../pow.py")),
    ("range", include_str!("../range.py")),
    ("start", include_str!("../start.py")),
    ("string", include_str!("../string.py")),
    ("traceback", include_str!("../traceback.py")),
];

/// The text of `rlib/<module>.py`.
pub fn source(module: &str) -> Option<&'static str> {
    MODULES.iter().find(|(name, _)| *name == module).map(|(_, text)| *text)
}

/// The names of all modules, in order.
pub fn modules() -> impl Iterator<Item = &'static str> {
    MODULES.iter().map(|(name, _)| *name)
}
