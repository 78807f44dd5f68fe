//! The programs under `tests/programs` and `examples`: each is one test.
//!
//! A program that must be accepted is run by CPython and by seven witnesses,
//! which must agree: the interpreter of low-level graphs, Wasm, both without and
//! with the optimiser, the optimised module under wasmi and, where it is installed, under
//! Node, and native code. Those in `tests/programs/collector` run under
//! a collector that runs at each allocation, too; with NAJA_GC_STRESS=1 all do. A program with an `# error:` comment must
//! be refused with exactly the diagnostics that its comments name.

use crate::cpython::{self, Outcome};
use crate::expectations::{EMITTED_PREFIX, Emitted, Expectations, Expected};
use crate::runner::Trial;
use crate::witnesses::{self, Given};
use naja::files::Disk;
use naja::passes::{Current, Passes};
use naja::pipeline::{self, Analysis};
use naja::render::{Format, render, severity_name};
use naja_annotator::errors::REVEALED;
use naja_flowspace::Failure;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::source::SourceMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the repository lies.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn trials() -> Vec<Trial> {
    let mut found = Vec::new();
    for folder in ["tests/programs", "examples"] {
        discover(&root().join(folder), &mut found);
    }
    found
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root()).expect("found below the root").with_extension("");
            let name = name.to_string_lossy().trim_start_matches("tests/").to_string();
            Trial::new(name, move || test(&path))
        })
        .collect()
}

/// Every program's main file, in order. A folder with a `main.py` is one program.
pub fn discover(folder: &Path, found: &mut Vec<PathBuf>) {
    let main = folder.join("main.py");
    if main.exists() {
        found.push(main);
        return;
    }
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            discover(&path, found);
        } else if path.extension().is_some_and(|e| e == "py") {
            found.push(path);
        }
    }
}

/// A program's text; bytes that are no UTF-8 must not keep its comments from being read.
pub fn text(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn test(path: &Path) -> Result<(), String> {
    let text = text(path)?;
    let expectations = Expectations::parse(&text)?;
    let name = path.to_str().ok_or("a path that is no text")?;
    let mut passes = Passes::new(true, &Current::default());
    match pipeline::analyse(name, &Disk, false, &mut passes) {
        Ok(_) if expectations.is_rejected() => Err("is accepted, though it says that it has errors".into()),
        Ok(analysis) => accepted(path, &text, &expectations, analysis, passes),
        Err(Failure { sources, diagnostics }) => compare_diagnostics(&sources, &diagnostics, &expectations.diagnostics)
            .map_err(|e| if expectations.is_rejected() { e } else { format!("is refused\n{e}") }),
    }
}

fn accepted(
    path: &Path,
    text: &str,
    expectations: &Expectations,
    analysis: Analysis,
    mut passes: Passes,
) -> Result<(), String> {
    let notes = &analysis.annotations.notes;
    compare_diagnostics(&analysis.flow.sources, notes, &expectations.diagnostics)?;
    compare_revealed(&analysis.flow.sources, notes, &expectations.revealed)?;
    compare_emitted(path, text, &expectations.emitted)?;
    let low_level = pipeline::low_level(analysis, &mut passes);
    let given = Given::new(path, expectations);
    let expected = cpython::run_given(path, &given)?;
    let mut failures = Vec::new();
    let mut outcomes = witnesses::all(low_level, &given, &mut passes)?;
    if path.parent().is_some_and(|folder| folder.ends_with("collector")) || std::env::var_os("NAJA_GC_STRESS").is_some()
    {
        let name = path.to_str().ok_or("a path that is no text")?;
        let again = pipeline::analyse(name, &Disk, false, &mut passes).map_err(|_| "is refused the second time")?;
        outcomes.extend(witnesses::stressed(again, &given, &mut passes)?);
    }
    for (who, outcome) in outcomes {
        let result = match &expectations.naja_only {
            None => outcome.compare(who, &expected),
            Some(last_line) => compare_naja_only(who, &outcome, &expected, last_line),
        };
        failures.extend(result.err().map(|message| (who, message)));
    }
    // Who fails says where to look; the first message is enough.
    let names: Vec<&str> = failures.iter().map(|(who, _)| *who).collect();
    match failures.first() {
        None => Ok(()),
        Some((_, message)) => Err(format!("wrong: {}\n{message}", names.join(", "))),
    }
}

/// An outcome that naja documents and CPython does not have: up to there, all is the same.
fn compare_naja_only(who: &str, outcome: &Outcome, cpython: &Outcome, last_line: &str) -> Result<(), String> {
    if !cpython.stdout.starts_with(&outcome.stdout) {
        return Err(format!("{who}: stdout is not the beginning of CPython's:\n{}", outcome.stdout));
    }
    if !outcome.last_line().starts_with(last_line) || outcome.status != 1 {
        return Err(format!("{who}: ends with status {} and\n{}", outcome.status, outcome.stderr));
    }
    if cpython.last_line().starts_with(last_line) {
        return Err("CPython does the same: `naja-only` is wrong here".into());
    }
    Ok(())
}

/// Errors and warnings must be exactly those expected; notes may be more.
fn compare_diagnostics(sources: &SourceMap, got: &[Diagnostic], expected: &[Expected]) -> Result<(), String> {
    let mut missing: Vec<&Expected> = expected.iter().collect();
    let mut unexpected = String::new();
    for diagnostic in got {
        let line = diagnostic.span.map_or(0, |span| sources.line(span));
        let severity = severity_name(diagnostic.severity);
        let found = missing.iter().position(|e| {
            (e.line, e.severity, e.code.as_str()) == (line, severity, diagnostic.code)
                && diagnostic.message.contains(&e.text)
        });
        match found {
            Some(i) => drop(missing.remove(i)),
            None if severity == "note" => {}
            None => unexpected += &render(sources, diagnostic, Format::Human { color: false }),
        }
    }
    if missing.is_empty() && unexpected.is_empty() {
        return Ok(());
    }
    let missing: Vec<String> =
        missing.iter().map(|e| format!("  line {}: {}: {} {:?}\n", e.line, e.severity, e.code, e.text)).collect();
    Err(format!("diagnostics that did not come:\n{}not expected:\n{unexpected}", missing.concat()))
}

/// `reveal_type` is a note: `revealed: int`.
fn compare_revealed(sources: &SourceMap, notes: &[Diagnostic], expected: &[(u32, String)]) -> Result<(), String> {
    let mut got: Vec<(u32, String)> = notes
        .iter()
        .filter(|note| note.code == REVEALED)
        .map(|note| {
            let ty = note.message.trim_start_matches("revealed: ");
            (note.span.map_or(0, |span| sources.line(span)), ty.to_string())
        })
        .collect();
    got.sort();
    let mut expected = expected.to_vec();
    expected.sort();
    if got == expected { Ok(()) } else { Err(format!("revealed:  {got:?}\nexpected: {expected:?}")) }
}

/// Printed graphs; with `NAJA_BLESS=1` they are written into the file instead.
fn compare_emitted(path: &Path, text: &str, expected: &[Emitted]) -> Result<(), String> {
    let mut lines: Vec<String> = text.lines().map(str::to_string).collect();
    // From the end, so that earlier line numbers stay right.
    for emitted in expected.iter().rev() {
        let got = emit(path, &emitted.words)?;
        if got == emitted.text {
            continue;
        }
        if std::env::var_os("NAJA_BLESS").is_none() {
            return Err(format!("`emit {}` gives (bless with NAJA_BLESS=1)\n{got}", emitted.words.join(" ")));
        }
        lines.splice(emitted.lines.clone(), got.lines().map(|line| format!("{EMITTED_PREFIX}{line}")));
        fs::write(path, lines.join("\n") + "\n").map_err(|e| e.to_string())?;
    }
    Ok(())
}

/// The words are the phase, the function and options.
fn emit(path: &Path, words: &[String]) -> Result<String, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_naja"));
    command.arg("emit").arg(path).arg("--phase").arg(words.first().ok_or("`# emit:` without a phase")?);
    for word in &words[1..] {
        if !word.starts_with('-') {
            command.arg("--function");
        }
        command.arg(word);
    }
    let outcome = Outcome::of(&mut command)?;
    if outcome.status != 0 {
        return Err(format!("{command:?}: {}", outcome.stderr));
    }
    let lines = outcome.stdout.lines().filter(|line| !line.trim().is_empty());
    Ok(lines.map(|line| format!("{}\n", without_numbers(line.trim_end()))).collect())
}

/// Without the numbers of functions and of their types, which change whenever
/// the library does.
fn without_numbers(line: &str) -> String {
    let mut line = line.to_string();
    if let Some((_, name)) = line.strip_prefix("fn").and_then(|rest| rest.split_once(' ')) {
        line = format!("fn {name}");
    }
    for (open, close) in [(" (;", ";)"), (" (type ", ")")] {
        while let Some(start) = line.find(open)
            && let Some(length) = line[start..].find(close)
        {
            line.replace_range(start..start + length + close.len(), "");
        }
    }
    line
}
