//! Programs before and after some passes, in `cases/*.txt`:
//!
//! ```text
//! a program
//! --- the passes
//! its own functions, printed
//! =====
//! ```
//!
//! `NAJA_BLESS=1 cargo test -p naja-rtyper cases` writes what the passes do now.

use super::{assemble, behaviour};
use crate::opt::PASSES;
use naja_ir::print;
use naja_ir::verify;
use std::fmt::Write;
use std::path::Path;

#[test]
fn printed_cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/opt/cases");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let cases: Vec<String> = text.split("=====\n").map(|case| rerun(&path, case)).collect();
        let now = cases.join("=====\n");
        if std::env::var_os("NAJA_BLESS").is_some() {
            std::fs::write(&path, now).unwrap();
        } else {
            assert!(now == text, "{}: not as written; it is now\n{now}", path.display());
        }
    }
}

fn rerun(path: &Path, case: &str) -> String {
    let (before, rest) = case.split_once("--- ").unwrap_or_else(|| panic!("{}: no passes in {case}", path.display()));
    let passes = rest.lines().next().unwrap_or_default();
    let mut program = assemble::program(before);
    let expected = behaviour(&program, 1_000_000);
    let n_own = before.matches("fn ").count();
    for name in passes.split_whitespace() {
        let pass = PASSES.iter().find(|p| p.name == name).unwrap_or_else(|| panic!("no pass {name}"));
        (pass.run)(&mut program);
        if let Err(problem) = verify::ll_program(&program, false) {
            panic!("{name} broke {problem}");
        }
        assert_eq!(behaviour(&program, 1_000_000), expected, "{name} changed what this does:\n{before}");
    }
    let mut out = format!("{before}--- {passes}\n");
    for func in program.functions.keys().take(n_own) {
        write!(out, "{}", print::ll_function(&program, func)).unwrap();
    }
    out
}
