//! The pages of `docs/` that are written from what is there. NAJA_BLESS=1 writes them anew.
//!
//! `conformance.md`: what the programs of the tests show, one line each. Nothing may stand there
//! that no program shows. `modules.md`: the standard modules, and what each has.

use crate::expectations::Expectations;
use crate::programs::{discover, root, text};
use crate::runner::Trial;
use naja::standard::{self, Status};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

pub fn trials() -> Vec<Trial> {
    vec![
        Trial::new("house/conformance", || check("conformance", page()?)),
        Trial::new("house/modules", || check("modules", modules()?)),
    ]
}

fn check(name: &str, shown: String) -> Result<(), String> {
    let place = root().join(format!("docs/{name}.md"));
    if std::env::var_os("NAJA_BLESS").is_some() {
        return fs::write(&place, shown).map_err(|e| e.to_string());
    }
    let written = fs::read_to_string(&place).map_err(|e| e.to_string())?;
    let lines: HashSet<&str> = shown.lines().collect();
    let wrong: Vec<&str> = written.lines().filter(|line| !lines.contains(line)).collect();
    let again = format!("NAJA_BLESS=1 cargo test --release --test suite -- house/{name}");
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(format!("docs/{name}.md says what is not so; write it anew by `{again}`:\n{}", wrong.join("\n")))
    }
}

const HEAD: &str = "# Conformance

What the tests show, feature by feature: written by
`NAJA_BLESS=1 cargo test --release --test suite -- house/conformance` from the programs under
`tests/programs`, and checked by `house/conformance`. How each program is run and compared is said in
[architecture.md](architecture.md); all that is known to differ, in [language.md](language.md).

- **same**: prints what CPython 3.11 prints, with its traceback and exit status: in the interpreter of graphs
  and in Wasm, optimised and not, under wasmi and Node, and as native code
- **raises**: CPython goes on where naja raises what is said there
- **refused**: an error at compile time, with this code and at its place
";

/// A line for each program, in a section for each topic; and one for each code of an error.
fn page() -> Result<String, String> {
    let mut sections: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut refusals: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let top = root().join("tests/programs");
    let mut paths = Vec::new();
    discover(&top, &mut paths);
    for path in paths {
        let text = text(&path)?;
        let expectations = Expectations::parse(&text)?;
        let within = path.strip_prefix(&top).expect("found there");
        let topic = within.iter().next().expect("a file has a name").to_string_lossy().into_owned();
        let link = format!("[{}](../tests/programs/{})", words(within), within.display());
        let codes: BTreeSet<&str> =
            expectations.diagnostics.iter().filter(|d| d.severity == "error").map(|d| d.code.as_str()).collect();
        for &code in &codes {
            refusals.entry(code.to_string()).or_default().insert(link.clone());
        }
        let status = match (&expectations.naja_only, expectations.is_rejected()) {
            (_, true) => format!("refused {}", codes.into_iter().collect::<Vec<_>>().join(", ")),
            (Some(raised), _) => format!("raises `{}`", raised.split(':').next().unwrap_or(raised)),
            (None, _) => "same".to_string(),
        };
        let said = said(&text).map_or(String::new(), |sentence| format!(": {sentence}"));
        sections.entry(topic).or_default().push(format!("- {link} **{status}**{said}"));
    }
    let mut page = HEAD.to_string();
    for (topic, lines) in sections {
        write!(page, "\n## {topic}\n\n{}\n", lines.join("\n")).expect("a string takes all");
    }
    page += "\n## Errors, and the programs that are refused with them\n\n";
    for code in naja::codes() {
        if let Some(programs) = refusals.get(code.code) {
            for program in programs {
                writeln!(page, "- {}, {}: {program}", code.code, code.summary).expect("a string takes all");
            }
        }
    }
    Ok(page)
}

/// `list/sort_stable.py`: sort stable; `class/modules/main.py`: modules.
fn words(within: &Path) -> String {
    let without = within.with_extension("");
    let parts: Vec<_> = without.iter().skip(1).map(|part| part.to_string_lossy().replace('_', " ")).collect();
    let parts: Vec<String> = parts.iter().filter(|part| *part != "main").cloned().collect();
    parts.join(", ")
}

/// The sentence at a program's top, where there is one: a comment that is no expectation, or the
/// first line of a docstring.
fn said(text: &str) -> Option<String> {
    let first = text.lines().next()?;
    let comment = first.strip_prefix("# ").filter(|comment| comment.starts_with(char::is_uppercase));
    let sentence = comment.or_else(|| first.strip_prefix("\"\"\""))?.trim_end_matches("\"\"\"").trim();
    (sentence.contains(' ') && !sentence.contains('|')).then(|| sentence.trim_end_matches('.').to_string())
}

const MODULES: &str = "# The standard modules

Written by `NAJA_BLESS=1 cargo test --release --test suite -- house/modules` from the library and from
what the compiler says of imports. What is not among a module's names here is an error at its import.
How to write a module, and how to replace one by a file of your own, is said in
[dialect.md](dialect.md#modules-of-the-standard-library).

## Provided

";

/// The modules that a program can import, with their names; those that it cannot, yet or ever.
fn modules() -> Result<String, String> {
    let mut page = MODULES.to_string();
    let mut provided: Vec<&str> = standard::provided().filter(|name| !is_part(name)).collect();
    provided.sort();
    for module in provided {
        let names: Vec<String> = standard::names(module).iter().map(|name| format!("`{name}`")).collect();
        writeln!(page, "- **{module}**: {}", names.join(", ")).expect("a string takes all");
    }
    let mut reasons: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (module, status) in standard::others() {
        let reason = match status {
            Status::Never(why) => why,
            _ => "",
        };
        reasons.entry(reason).or_default().insert(format!("`{module}`"));
    }
    let listed = |modules: BTreeSet<String>| modules.into_iter().collect::<Vec<_>>().join(", ");
    let later = reasons.remove("").map(listed).unwrap_or_default();
    write!(page, "\n## Not there yet\n\n{later}\n\n## Refused for good\n\n").expect("a string takes all");
    for (why, modules) in reasons {
        writeln!(page, "- {why}: {}", listed(modules)).expect("a string takes all");
    }
    Ok(page)
}

/// Modules that only others of the library import.
fn is_part(module: &str) -> bool {
    module.split('.').any(|part| part.starts_with('_')) || module.starts_with("rpython")
}
