//! House rules that a machine can see.

use crate::expectations::Expectations;
use crate::programs::{self, discover, root};
use crate::runner::Trial;
use naja::files::Disk;
use naja::passes::{Current, Passes};
use naja::pipeline;
use naja_annotator::errors::REVEALED;
use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

pub fn trials() -> Vec<Trial> {
    vec![
        Trial::new("house/every_code_has_a_page_and_a_program", codes),
        Trial::new("house/crate_edges", crate_edges),
        Trial::new("house/sizes_of_modules", sizes),
    ]
}

/// A file that cannot be read has no text (see `command/unreadable_programs`), and
/// the library makes no mistakes.
const NO_PROGRAM: &[&str] = &["E0101", "E0390"];

fn codes() -> Result<(), String> {
    let page = fs::read_to_string(root().join("docs/errors.md")).map_err(|e| e.to_string())?;
    let mut shown = BTreeSet::new();
    let mut paths = Vec::new();
    discover(&root().join("tests/programs"), &mut paths);
    for path in paths {
        let expectations = Expectations::parse(&programs::text(&path)?)?;
        shown.extend(expectations.diagnostics.into_iter().map(|d| d.code));
        shown.extend((!expectations.revealed.is_empty()).then(|| REVEALED.to_string()));
    }
    let mut declared = BTreeSet::new();
    let mut wrong = String::new();
    for code in naja::codes() {
        if !declared.insert(code.code) {
            wrong += &format!("{}: declared twice\n", code.code);
        }
        if !page.contains(&format!("\n### {}", code.code)) {
            wrong += &format!("{}: no section in docs/errors.md: {}\n", code.code, code.summary);
        }
        if !shown.contains(code.code) && !NO_PROGRAM.contains(&code.code) {
            wrong += &format!("{}: no program under tests/programs shows it: {}\n", code.code, code.summary);
        }
    }
    for heading in page.lines().filter_map(|line| line.strip_prefix("### ")) {
        let code = heading.split([' ', ':']).next().unwrap_or("");
        if !declared.contains(code) {
            wrong += &format!("{code}: in docs/errors.md, but no phase declares it\n");
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// Which of our crates and which heavy ones each crate may name.
const EDGES: &[(&str, &[&str])] = &[
    ("naja-ir", &[]),
    ("naja-rlib", &[]),
    ("naja-flowspace", &["naja-ir", "naja-rlib", "rustpython-parser"]),
    ("naja-annotator", &["naja-ir", "naja-flowspace"]),
    ("naja-rtyper", &["naja-ir", "naja-flowspace", "naja-annotator"]),
    (
        "naja-backends",
        &[
            "naja-ir",
            "wasm-encoder",
            "wasmparser",
            "cranelift-codegen",
            "cranelift-frontend",
            "cranelift-module",
            "cranelift-native",
            "cranelift-jit",
            "cranelift-object",
        ],
    ),
];

/// Crates that only those that name them in [`EDGES`] may use.
const HEAVY: &[&str] = &["naja", "rustpython-parser", "wasm-encoder", "wasmparser", "wasmtime", "wasmprinter"];

fn crate_edges() -> Result<(), String> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .map_err(|e| e.to_string())?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).map_err(|e| e.to_string())?;
    let packages = metadata["packages"].as_array().ok_or("no packages")?;
    for (name, allowed) in EDGES {
        let package = packages.iter().find(|p| p["name"] == *name).ok_or(format!("no crate {name}"))?;
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let (other, kind) = (dependency["name"].as_str().unwrap_or(""), &dependency["kind"]);
            let heavy = HEAVY.iter().any(|h| other.starts_with(h)) || other.starts_with("cranelift-");
            let entity = other == "cranelift-entity";
            let optional = dependency["optional"] == true;
            if kind.is_null() && heavy && !entity && !allowed.contains(&other) {
                return Err(format!("{name} uses {other}: a new edge between crates is a change of the design"));
            }
            if other.starts_with("cranelift-") && !entity && !optional {
                return Err(format!("{name} cannot be built without {other}"));
            }
        }
    }
    Ok(())
}

/// What people download. Counts, not timings.
fn sizes() -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    let hello = folder.path().join("hello.py");
    fs::write(&hello, "print('hello, world')\n").map_err(|e| e.to_string())?;
    let mut examples = Vec::new();
    discover(&root().join("examples"), &mut examples);
    let limits = examples.into_iter().map(|path| (path, 20 << 10)).chain([(hello, 2 << 10)]);
    let mut too_large = String::new();
    for (path, limit) in limits {
        let mut passes = Passes::new(false, &Current::default());
        let name = path.to_str().ok_or("a path that is no text")?;
        let refused = |_| format!("{name} is refused");
        let analysis = pipeline::analyse(name, &Disk, false, &mut passes).map_err(refused)?;
        let mut low_level = pipeline::low_level(analysis, &mut passes);
        pipeline::optimise(&mut low_level, &mut passes);
        let size = pipeline::wasm(&low_level, &mut passes).len();
        if size >= limit {
            too_large += &format!("{name}: {size} bytes; the limit is {limit}\n");
        }
    }
    if too_large.is_empty() { Ok(()) } else { Err(too_large) }
}
