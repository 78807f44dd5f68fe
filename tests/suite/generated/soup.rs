//! Mutilated programs: whatever bytes come in, the compiler gives a located
//! error or a module that validates.

use crate::programs::{discover, root};
use naja::passes::{Current, Passes, on_large_stack};
use naja::pipeline;
use naja_flowspace::Files;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::fs;

/// Programs tried in one batch.
const PROGRAMS: usize = 400;

/// What a program is made worse by: at a place, given as a share of its tokens.
#[derive(Debug, Clone)]
enum Damage {
    Drop,
    Twice,
    /// Another token of the same program comes here.
    From(f64),
    Insert(&'static str),
    Byte(u8),
}

const ODDITIES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    "\n",
    "    ",
    "\t",
    "'",
    "\"\"\"",
    "\\",
    "f'{",
    "=",
    "==",
    ":=",
    "**",
    "*",
    "@",
    "lambda",
    "yield",
    "await",
    "async ",
    "del ",
    "global x",
    "nonlocal x",
    "return",
    "break",
    "import ",
    "class ",
    "None",
    "...",
    "0x",
    "1e999",
    "99999999999999999999",
    "é",
    "\u{202e}",
    "\0",
    "\r",
    "match x:",
    "finally:",
    "else:",
];

fn damage() -> impl Strategy<Value = Vec<(f64, Damage)>> {
    let kind = prop_oneof![
        2 => Just(Damage::Drop),
        2 => Just(Damage::Twice),
        4 => (0.0..1.0).prop_map(Damage::From),
        3 => proptest::sample::select(ODDITIES).prop_map(Damage::Insert),
        1 => any::<u8>().prop_map(Damage::Byte),
    ];
    proptest::collection::vec((0.0..1.0, kind), 1..6)
}

pub fn batch(mut runner: TestRunner) -> Result<(), String> {
    let mut paths = Vec::new();
    discover(&root().join("tests/programs"), &mut paths);
    let texts: Vec<String> = paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    let strategy = (proptest::sample::select(texts), damage());
    for _ in 0..PROGRAMS {
        let (text, damages) = strategy.new_tree(&mut runner).map_err(|e| e.to_string())?.current();
        let bytes = damaged(&text, &damages);
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        let compiled = on_large_stack(&Current::default(), |current| compile(bytes, current));
        compiled.map_err(|e| e.to_string()).and_then(|r| r).map_err(|e| format!("{e}\n{shown}"))?;
    }
    Ok(())
}

fn damaged(text: &str, damages: &[(f64, Damage)]) -> Vec<u8> {
    let mut tokens: Vec<Vec<u8>> = tokens(text).into_iter().map(|t| t.as_bytes().to_vec()).collect();
    for (place, damage) in damages {
        let index = |share: f64| (share * tokens.len() as f64) as usize;
        let at = index(*place);
        if at >= tokens.len() {
            break;
        }
        match damage {
            Damage::Drop => drop(tokens.remove(at)),
            Damage::Twice => tokens.insert(at, tokens[at].clone()),
            Damage::From(other) => tokens[at] = tokens[index(*other)].clone(),
            Damage::Insert(oddity) => tokens.insert(at, oddity.as_bytes().to_vec()),
            Damage::Byte(byte) => tokens[at] = vec![*byte],
        }
    }
    tokens.concat()
}

/// Names and numbers whole, everything else a character each.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let (token, behind) = rest.split_at(word.max(first.len_utf8()));
        tokens.push(token);
        rest = behind;
    }
    tokens
}

/// One file, `main.py`, and nothing else.
pub struct Only(pub Vec<u8>);

impl Files for Only {
    fn read(&self, path: &str) -> Option<std::io::Result<Vec<u8>>> {
        (path == "main.py").then(|| Ok(self.0.clone()))
    }
}

fn compile(bytes: Vec<u8>, current: &Current) -> Result<(), String> {
    let mut passes = Passes::new(true, current);
    let failure = match pipeline::analyse("main.py", &Only(bytes), false, &mut passes) {
        Ok(analysis) => {
            let mut low_level = pipeline::low_level(analysis, &mut passes);
            pipeline::optimise(&mut low_level, &mut passes);
            pipeline::wasm(&low_level, &mut passes);
            return Ok(());
        }
        Err(failure) => failure,
    };
    if failure.diagnostics.is_empty() {
        return Err("refused without a reason".into());
    }
    for diagnostic in &failure.diagnostics {
        naja::render::render(&failure.sources, diagnostic, naja::render::Format::Human { color: false });
        naja::render::render(&failure.sources, diagnostic, naja::render::Format::Json);
    }
    Ok(())
}
