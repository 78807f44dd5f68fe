//! Programs against small heaps: what is garbage makes room, and what is not ends in
//! a MemoryError that a program survives.

use crate::cpython::Outcome;
use crate::runner::Trial;
use std::fs;
use std::process::Command;

pub fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for (name, program, limit, expected) in PROGRAMS {
        for (target, options) in [("wasm", &[][..]), ("native", &["--native"]), ("stress", &["--gc-stress=3"])] {
            trials.push(Trial::new(format!("collector/{name}/{target}"), move || {
                let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
                let path = folder.path().join("p.py");
                fs::write(&path, program).map_err(|e| e.to_string())?;
                let mut command = Command::new(env!("CARGO_BIN_EXE_naja"));
                command.arg("run").args(options).args(["--max-memory", limit]).arg(path);
                let outcome = Outcome::of(&mut command)?;
                if outcome.stdout != *expected {
                    return Err(format!("{outcome:#?}\nexpected:\n{expected}"));
                }
                Ok(())
            }));
        }
    }
    trials
}

/// Name, program, heap, what it prints.
const PROGRAMS: &[(&str, &str, &str, &str)] = &[
    (
        "garbage_makes_room",
        "
def spin(rounds, text):
    total = 0
    for i in range(rounds):
        total += len(text + str(i))
    return total

print(spin(3_000, 'x' * 10_000))
print(spin(300, 'x' * 100_000))
",
        "1M",
        "30010890\n30000790\n",
    ),
    (
        "memory_error_is_survived",
        "
def grow(text):
    n = 0
    while True:
        try:
            text = text + text
        except MemoryError:
            return n
        n += 1

for i in range(4):
    a = grow('a' * 1000)
    print(a, grow('b' * 3000), len('c' * 300_000))
",
        "1M",
        "9 7 300000\n9 7 300000\n9 7 300000\n9 7 300000\n",
    ),
    (
        "memory_error_in_a_deep_call",
        "
def down(n, text):
    if n == 0:
        return len(text + text)
    return down(n - 1, text + str(n))

for i in range(3):
    try:
        print(down(1000, 'x' * 3_000))
    except MemoryError as e:
        print('no memory')
print(down(100, 'x' * 3_000))
",
        "1M",
        "no memory\nno memory\nno memory\n6384\n",
    ),
];
