//! Large programs, which are built in a time that grows with their size: nothing is timed,
//! but what grows faster than its program is seen by whoever waits for the tests.

use crate::cpython::Outcome;
use crate::runner::Trial;
use std::fs;
use std::process::Command;

pub fn trials() -> Vec<Trial> {
    let trial = |&(name, make): &Program| Trial::new(format!("large/{name}"), move || builds(&make()));
    PROGRAMS.iter().map(trial).collect()
}

fn builds(text: &str) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    fs::write(folder.path().join("a.py"), text).map_err(|e| e.to_string())?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_naja"));
    let outcome = Outcome::of(command.args(["build", "a.py"]).current_dir(folder.path()))?;
    match outcome.status {
        0 => Ok(()),
        status => Err(format!("status {status}: {}", outcome.stderr.chars().take(500).collect::<String>())),
    }
}

type Program = (&'static str, fn() -> String);

const PROGRAMS: &[Program] = &[
    ("statements", || {
        let lines = numbered(10_000, |i| format!("    x = x * 3 + {i}\n    if x > 100000: x = x % 1000\n"));
        format!("def f(x):\n{lines}    return x\n\nprint(f(1))\n")
    }),
    ("functions", || {
        let functions = numbered(20_000, |i| {
            format!("def f{i}(x):\n    y = x + {i}\n    if y > {i}:\n        return y - 1\n    return y\n")
        });
        functions + &numbered(2_000, |i| format!("print(f{}({i}))\n", i * 10))
    }),
    ("mutual_recursion", || {
        let functions = numbered(5_000, |i| {
            format!("def f{i}(n):\n    if n <= 0:\n        return {i}\n    return f{}(n - 1)\n", (i + 1) % 5_000)
        });
        functions + "print(f0(900))\n"
    }),
    ("joins", || {
        let values = ["1", "2.5", "None", "True", "(1, 2)", "[1]"];
        let branches = numbered(2_000, |i| format!("if n > {i}:\n    x = {}\n", values[i % 6]));
        format!("import sys\nn = len(sys.argv)\nx = 0\n{branches}print(x)\n")
    }),
    ("recursive_types", || {
        "xs = []\nfor i in range(3):\n    xs = [xs, i]\n    xs = [xs]\nprint(len(xs))\n\
         d = {}\nfor i in range(3):\n    d = {i: d, 'k': [d]}\nprint(len(d))\n\
         def f(n, t):\n    if n == 0:\n        return t\n    return f(n - 1, (t, n))\nprint(f(3, ()))\n"
            .into()
    }),
    ("shapes", || {
        let values = ["1", "2.5", "None", "chr(65)", "(1, 2)", "[1]"];
        let lists = numbered(600, |i| format!("xs{i} = [{}]\n", values[i % 6]));
        format!("def first(a):\n    return a[0]\n{lists}") + &numbered(600, |i| format!("print(first(xs{i}))\n"))
    }),
    ("table_of_lists", || format!("x = [{}]\nprint(len(x))\n", numbered(2_000, |i| format!("[{i}, [{i}]], ")))),
    ("table_of_ints", || format!("x = [{}]\nprint(len(x))\n", numbered(50_000, |i| format!("{i}, ")))),
    ("dict", || format!("x = {{{}}}\nprint(len(x))\n", numbered(10_000, |i| format!("'k{i}': {i}, ")))),
    ("f_string", || format!("x = 1\nprint(f'{}')\n", "{x}".repeat(10_000))),
    ("handlers", || {
        let tries = numbered(700, |i| {
            format!(
                "    try:\n        x += int(str(x))\n    except ValueError:\n        x = {i}\n    finally:\n        x -= 1\n"
            )
        });
        format!("def f(x):\n{tries}    return x\nprint(f(1))\n")
    }),
    ("classes", || {
        numbered(2_000, |i| {
            let base = if i % 50 == 0 { String::new() } else { format!("(C{})", i - 1) };
            format!("class C{i}{base}:\n    def m{}(self):\n        return {i}\n", i % 7)
        }) + "print(C1999().m0())\n"
    }),
    ("attributes", || {
        format!(
            "class A:\n    def __init__(self):\n{}print(A().a7)\n",
            numbered(3_000, |i| format!("        self.a{i} = {i}\n"))
        )
    }),
    ("parameters", || {
        let (names, values) = (numbered(3_000, |i| format!("a{i}, ")), numbered(3_000, |i| format!("{i}, ")));
        format!("def f({names}):\n    return a1\nprint(f({values}))\n")
    }),
    ("string", || format!("print(len('{}'))\n", "é".repeat(2_000_000))),
];

fn numbered(n: usize, line: impl Fn(usize) -> String) -> String {
    (0..n).map(line).collect()
}
