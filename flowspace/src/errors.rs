//! The mistakes that reading a program can find, and their words.

use crate::standard::{self, Status};
use naja_ir::diagnostic::{Code, Diagnostic, Severity};
use naja_ir::source::Span;

/// Every code that this phase reports.
pub const CODES: &[Code] = &[
    Code { code: "E0101", summary: "a source file cannot be read" },
    Code { code: "E0102", summary: "a source file is not UTF-8 text" },
    Code { code: "E0110", summary: "invalid syntax" },
    Code { code: "E0111", summary: "wrong indentation" },
    Code { code: "E0112", summary: "brackets, expressions or blocks are nested too deeply" },
    Code { code: "E0113", summary: "an int literal has too many digits" },
    Code { code: "E0114", summary: "a string literal holds half of a surrogate pair" },
    Code { code: "E0120", summary: "something that cannot be assigned to or deleted" },
    Code { code: "E0121", summary: "a statement or expression stands where it has no meaning" },
    Code { code: "E0122", summary: "a wrong global or nonlocal declaration" },
    Code { code: "E0123", summary: "a wrong `from __future__` import" },
    Code { code: "E0201", summary: "a part of Python that naja does not support yet" },
    Code { code: "E0202", summary: "a part of Python that cannot be compiled" },
    Code { code: "E0204", summary: "`raise` without an exception outside an `except` block" },
    Code { code: "E0205", summary: "an annotation that is not a type" },
    Code { code: "E0207", summary: "too many copies of `finally` blocks" },
    Code { code: "E0220", summary: "a name that nothing defines" },
    Code { code: "E0230", summary: "a module that does not exist" },
    Code { code: "E0231", summary: "a module has no such name" },
    Code { code: "E0232", summary: "a module's name is taken twice" },
    Code { code: "E0233", summary: "a relative import that leads nowhere" },
    Code { code: "E0234", summary: "a submodule is used but not imported" },
    Code { code: "E0235", summary: "a module's names cannot be changed like this" },
    Code { code: "E0240", summary: "a class that Python rejects" },
    Code { code: "E0241", summary: "`super()` where there is no class" },
];

/// One mistake, with what its sentence needs.
#[derive(Debug)]
pub enum Mistake {
    NotUtf8 {
        detail: String,
    },
    Encoding {
        name: String,
    },
    TooLarge,
    /// In CPython's words.
    Syntax(String),
    /// In CPython's words.
    Indentation(String),
    TooManyBrackets {
        limit: usize,
    },
    TooDeep {
        limit: u32,
    },
    TooManyBlocks,
    TooManyDigits {
        limit: usize,
    },
    Surrogate,
    BadTarget {
        action: &'static str,
        what: &'static str,
    },
    /// CPython's sentence about a statement outside its place.
    Misplaced(String),
    /// CPython's sentence about `global` and `nonlocal`.
    Declaration(String),
    Future(String),
    NotYet {
        /// In the plural: "list displays".
        what: String,
        help: Option<String>,
    },
    Never {
        what: String,
        help: String,
    },
    BareRaise,
    Annotation {
        help: String,
    },
    TooManyFinallyCopies,
    UndefinedName {
        name: String,
        similar: Option<String>,
        help: Option<String>,
    },
    MissingModule {
        name: String,
        looked: Vec<String>,
        similar: Option<String>,
        /// What is known of it as one of Python's standard library.
        standard: Option<Status>,
    },
    MissingName {
        module: String,
        name: String,
        similar: Option<String>,
        /// In `from module import name`.
        from_import: bool,
        provided: bool,
    },
    AmbiguousModule {
        name: String,
        path: String,
    },
    AmbiguousSubmodule {
        package: String,
        name: String,
    },
    ImportMain,
    Relative {
        beyond: bool,
    },
    SubmoduleNotImported {
        name: String,
    },
    ModuleAssignment {
        module: String,
        name: String,
    },
    ModuleDeletion,
    DynamicAll,
    /// In CPython's words.
    Class {
        words: String,
        help: Option<String>,
    },
    /// A base that is something else.
    NoClass {
        what: String,
    },
    Super {
        words: String,
    },
}

/// A file that cannot be read at all: it has no place.
pub fn unreadable(path: &str, why: &str) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        code: "E0101",
        message: format!("cannot read '{path}': {why}"),
        span: None,
        label: String::new(),
        related: Vec::new(),
        help: None,
    }
}

impl Mistake {
    pub fn at(self, span: Span) -> Diagnostic {
        let (code, message, help) = self.words();
        let diagnostic = Diagnostic::error(code, span, message);
        match help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }

    fn words(self) -> (&'static str, String, Option<String>) {
        let did_you_mean = |similar: Option<String>| similar.map(|name| format!("did you mean '{name}'?"));
        match self {
            Mistake::NotUtf8 { detail } => {
                ("E0102", format!("(unicode error) {detail}"), Some("save the file as UTF-8".into()))
            }
            Mistake::Encoding { name } => (
                "E0102",
                format!("the file declares the encoding '{name}'"),
                Some("save the file as UTF-8 and remove the declaration".into()),
            ),
            Mistake::TooLarge => ("E0101", "the file is too large".into(), None),
            Mistake::Syntax(words) => ("E0110", words, None),
            Mistake::Indentation(words) => ("E0111", words, None),
            Mistake::TooManyBrackets { limit } => (
                "E0112",
                "too many nested parentheses".into(),
                Some(format!("at most {limit} brackets may be open at once, as in CPython")),
            ),
            Mistake::TooDeep { limit } => (
                "E0112",
                "this expression is nested too deeply".into(),
                Some(format!("give parts of it names of their own: at most {limit} levels are allowed")),
            ),
            Mistake::TooManyBlocks => ("E0112", "too many statically nested blocks".into(), None),
            Mistake::TooManyDigits { limit } => {
                ("E0113", format!("exceeds the limit ({limit} digits) for integer string conversion"), None)
            }
            Mistake::Surrogate => (
                "E0114",
                "a string cannot hold half of a surrogate pair".into(),
                Some("write the character itself, or its code with \\U and eight digits".into()),
            ),
            Mistake::BadTarget { action, what } => ("E0120", format!("cannot {action} {what}"), None),
            Mistake::Misplaced(words) => ("E0121", words, None),
            Mistake::Declaration(words) => ("E0122", words, None),
            Mistake::Future(words) => ("E0123", words, None),
            Mistake::NotYet { what, help } => ("E0201", format!("{what} are not supported yet"), help),
            Mistake::Never { what, help } => ("E0202", format!("{what} cannot be compiled"), Some(help)),
            Mistake::BareRaise => (
                "E0204",
                "`raise` without an exception has a meaning only inside an `except` block".into(),
                Some("name the exception: `except ... as e:` and `raise e`".into()),
            ),
            Mistake::Annotation { help } => ("E0205", "this annotation is not a type".into(), Some(help)),
            Mistake::TooManyFinallyCopies => (
                "E0207",
                "the `finally` blocks of this function are left in too many ways".into(),
                Some("move the inner `try` statements into functions of their own".into()),
            ),
            Mistake::UndefinedName { name, similar, help } => {
                ("E0220", format!("name '{name}' is not defined"), help.or(did_you_mean(similar)))
            }
            Mistake::MissingModule { name, looked, similar, standard } => {
                let message = match standard {
                    Some(Status::Never(why)) => format!("the standard module '{name}' cannot be provided: {why}"),
                    Some(_) => format!("the standard module '{name}' is not provided yet"),
                    None => format!("no module named '{name}'"),
                };
                let looked = match looked.as_slice() {
                    [] => None,
                    _ => Some(format!("looked for {}", looked.join(" and "))),
                };
                let help = match standard {
                    Some(Status::Never(_)) => None,
                    Some(_) => {
                        let mut modules: Vec<&str> = standard::provided().collect();
                        modules.sort();
                        Some(format!("naja provides {}", modules.join(", ")))
                    }
                    None => did_you_mean(similar).or(looked),
                };
                ("E0230", message, help)
            }
            Mistake::MissingName { module, name, similar, from_import, provided } => {
                let message = match (from_import, provided) {
                    (true, false) => format!("cannot import name '{name}' from '{module}'"),
                    (false, false) => format!("module '{module}' has no attribute '{name}'"),
                    (_, true) => format!("'{module}.{name}' is not provided"),
                };
                ("E0231", message, did_you_mean(similar))
            }
            Mistake::AmbiguousModule { name, path } => (
                "E0232",
                format!("'{path}' has the name of the standard module '{name}'"),
                Some("rename the file".into()),
            ),
            Mistake::AmbiguousSubmodule { package, name } => (
                "E0232",
                format!("'{package}.{name}' is both a submodule and a variable of the package"),
                Some("rename one of them".into()),
            ),
            Mistake::ImportMain => (
                "E0230",
                "the program's entry cannot be imported as '__main__'".into(),
                Some("move what both need into a module of its own".into()),
            ),
            Mistake::Relative { beyond: false } => {
                ("E0233", "attempted relative import with no known parent package".into(), None)
            }
            Mistake::Relative { beyond: true } => {
                ("E0233", "attempted relative import beyond top-level package".into(), None)
            }
            Mistake::SubmoduleNotImported { name } => (
                "E0234",
                format!("'{name}' is used before this module is sure to have imported it"),
                Some(format!("write `import {name}` at the top of this file")),
            ),
            Mistake::ModuleAssignment { module, name } => (
                "E0235",
                format!("module '{module}' has no variable '{name}' to assign to"),
                Some(format!("give '{name}' a value at the top level of '{module}'")),
            ),
            Mistake::ModuleDeletion => ("E0235", "a name of another module cannot be deleted".into(), None),
            Mistake::Class { words, help } => ("E0240", words, help),
            Mistake::NoClass { what } => ("E0240", format!("a base must be a class, and this is {what}"), None),
            Mistake::Super { words } => {
                ("E0241", words, Some("write `super()` in a method of a class, or `super(C, self)`".into()))
            }
            Mistake::DynamicAll => {
                ("E0235", "`__all__` must be a list or tuple of string literals, assigned once".into(), None)
            }
        }
    }
}

/// The name among `names` that is likeliest meant by `wrong`: the least edits
/// away, and not more than a third of the letters.
pub fn similar<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    if wrong.len() > 50 {
        return None;
    }
    let limit = wrong.chars().count().div_ceil(3);
    names
        .into_iter()
        .filter(|name| *name != wrong && name.len().abs_diff(wrong.len()) <= limit + 2)
        .map(|name| (edits(wrong, name), name))
        .filter(|&(distance, _)| distance <= limit)
        .min()
        .map(|(_, name)| name.to_owned())
}

/// Levenshtein's distance, an exchange of neighbours counting as one edit.
fn edits(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let mut best = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + usize::from(a[i - 1] != b[j - 1]));
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_misses() {
        assert_eq!(similar("lenght", ["len", "length", "print"]), Some("length".into()));
        assert_eq!(similar("pritn", ["print", "pow"]), Some("print".into()));
        assert_eq!(similar("x", ["print", "pow"]), None);
    }
}
