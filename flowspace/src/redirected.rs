//! `sys.stdout = f` and `with contextlib.redirect_stdout(f)`: a stream of which a program says that it
//! is given another file is a variable of `sys`, and `print` writes to what that holds. In all other
//! programs it is the constant that the compiler knows.
//!
//! ```text
//! print(x)              print(x, file=sys._file(None))
//! print(x, file=f)      print(x, file=sys._file(f))
//! map(print, xs)        map(sys._print, xs)
//! ```

use crate::modules::{Modules, Origin};
use crate::names::Names;
use crate::unit::Bound;
use naja_ir::flow::{Constant, GlobalId};

pub const MODULE: &str = "sys";

/// Each with the class that gives it another file for a time.
const STREAMS: &[(&str, &str)] = &[("stdout", "redirect_stdout"), ("stderr", "redirect_stderr")];

/// The streams that are given other files.
pub fn streams(modules: &Modules) -> impl Iterator<Item = &'static str> {
    let is_given = move |stream: &str, class: &str| {
        let of_program = modules.list.values().filter(|module| module.origin == Origin::Program);
        let mut units = of_program.flat_map(|m| std::iter::once(&m.unit).chain(m.functions.iter().map(|f| &f.unit)));
        units.any(|unit| {
            let imported = |bound: &Bound| matches!(bound, Bound::From { name, .. } if &**name == class);
            unit.module_stores.contains(stream)
                || unit.attributes.iter().any(|(name, _)| &**name == class)
                || unit.bindings.iter().any(|binding| imported(&binding.bound))
        })
    };
    STREAMS.iter().filter(move |(stream, class)| is_given(stream, class)).map(|(stream, _)| *stream)
}

/// What lowering has to know of it.
#[derive(Default)]
pub struct Redirected {
    /// The variables of the streams that are given other files, and what they hold at first.
    pub variables: Vec<(GlobalId, Constant)>,
    /// `sys._file` and `sys._print`, where standard output is one of them.
    pub printing: Option<[Constant; 2]>,
}

impl Redirected {
    pub fn of(modules: &Modules, names: &Names) -> Redirected {
        let mut redirected = Redirected::default();
        let Some(&sys) = modules.by_name.get(MODULE) else { return redirected };
        let names = &names.modules[sys];
        let constant = |name: &str| names.get(name).and_then(|entry| entry.constant.clone());
        for stream in streams(modules) {
            if let Some(variable) = names.get(stream).and_then(|entry| entry.cell) {
                redirected.variables.push((variable, Constant::Library(MODULE.into(), stream.into())));
            }
            if stream == "stdout" {
                redirected.printing = constant("_file").zip(constant("_print")).map(|(file, print)| [file, print]);
            }
        }
        redirected
    }
}
