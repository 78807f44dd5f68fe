//! The command line: exit codes, and bad input of every kind.

use crate::cpython::{self, Outcome};
use crate::runner::Trial;
use naja::granted::Granted;
use naja::host::{self, Captured};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    let mut add = |name: &str, body: fn(&Scratch) -> Result<(), String>| {
        trials.push(Trial::new(format!("command/{name}"), move || body(&Scratch::new()?)));
    };
    add("help", help);
    add("wrong_usage", wrong_usage);
    add("unreadable_programs", unreadable_programs);
    add("unwritable_outputs", unwritable_outputs);
    add("exit_status", exit_status);
    add("json_messages", json_messages);
    add("check", check);
    add("explained", explained);
    add("strict", strict);
    add("type_parameters", type_parameters);
    add("no_tracebacks", no_tracebacks);
    add("build_wasm", build_wasm);
    add("build_native", build_native);
    add("reading", reading);
    add("emit", emit);
    add("diff", diff);
    add("fuzz", fuzz);
    add("rpython", rpython);
    add("time_passes", time_passes);
    add("nobody_reads", nobody_reads);
    for (name, make) in NESTED {
        trials.push(Trial::new(format!("command/nested/{name}"), move || nested(&Scratch::new()?, &make(10_000))));
    }
    trials
}

/// A folder for one test.
struct Scratch {
    folder: tempfile::TempDir,
}

impl Scratch {
    fn new() -> Result<Scratch, String> {
        Ok(Scratch { folder: tempfile::tempdir().map_err(|e| e.to_string())? })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).expect("a temporary folder can be written");
        path
    }

    /// Runs naja in this folder.
    fn naja(&self, args: &[&str]) -> Result<Outcome, String> {
        Outcome::of(Command::new(env!("CARGO_BIN_EXE_naja")).args(args).current_dir(self.folder.path()))
    }
}

/// Fails with the outcome if the condition does not hold.
fn expect(holds: bool, what: &str, outcome: &Outcome) -> Result<(), String> {
    if holds { Ok(()) } else { Err(format!("{what}: {outcome:#?}")) }
}

fn help(scratch: &Scratch) -> Result<(), String> {
    let outcome = scratch.naja(&["--help"])?;
    expect(outcome.status == 0, "exit status", &outcome)?;
    for command in ["run", "build", "check", "diff", "emit", "fuzz"] {
        expect(outcome.stdout.contains(&format!("  {command} ")), command, &outcome)?;
        let outcome = scratch.naja(&[command, "--help"])?;
        expect(outcome.status == 0 && outcome.stdout.contains("Usage: naja"), command, &outcome)?;
    }
    Ok(())
}

fn wrong_usage(scratch: &Scratch) -> Result<(), String> {
    scratch.file("a.py", "print(1)\n");
    for args in [
        &[][..],
        &["frobnicate"],
        &["run"],
        &["run", "--frobnicate", "a.py"],
        &["run", "-O7", "a.py"],
        &["emit", "a.py"],
        &["emit", "--phase", "soup", "a.py"],
        &["build", "a.py", "--target", "z80"],
        &["check", "a.py", "--message-format", "xml"],
    ] {
        let outcome = scratch.naja(args)?;
        expect(outcome.status == 2 && outcome.stdout.is_empty(), &format!("{args:?}"), &outcome)?;
    }
    Ok(())
}

/// One line that names the file, whatever the command.
fn unreadable_programs(scratch: &Scratch) -> Result<(), String> {
    fs::create_dir(scratch.path("folder.py")).map_err(|e| e.to_string())?;
    scratch.file("latin1.py", b"print('caf\xe9')\n");
    scratch.file("zero.py", b"print(1)\n\0\n");
    for command in [&["run"][..], &["build"], &["check"], &["diff"], &["emit", "--phase", "flow"]] {
        for name in ["missing.py", "folder.py", "no/where.py", ""] {
            let outcome = scratch.naja(&[command, &[name]].concat())?;
            let one_line = outcome.stderr.lines().count() == 1 && outcome.stderr.starts_with("naja: error: ");
            let fine = outcome.status == 1 && one_line && outcome.stderr.contains(name) && outcome.stdout.is_empty();
            expect(fine, &format!("{command:?} {name}"), &outcome)?;
        }
    }
    for name in ["latin1.py", "zero.py"] {
        let outcome = scratch.naja(&["check", name])?;
        let located = outcome.stderr.contains(&format!("{name}:")) && outcome.stderr.starts_with("error[");
        expect(outcome.status == 1 && located, name, &outcome)?;
    }
    let left: Vec<_> = fs::read_dir(scratch.folder.path()).map_err(|e| e.to_string())?.collect();
    if left.len() == 3 { Ok(()) } else { Err(format!("files are left: {left:?}")) }
}

fn unwritable_outputs(scratch: &Scratch) -> Result<(), String> {
    scratch.file("a.py", "print(1)\n");
    fs::create_dir(scratch.path("folder")).map_err(|e| e.to_string())?;
    for target in ["wasm", "native"] {
        for output in ["folder", "no/where.wasm", "a.py/b.wasm", "a.py", "./a.py"] {
            let outcome = scratch.naja(&["build", "a.py", "--target", target, "-o", output])?;
            let one_line = outcome.stderr.lines().count() == 1 && outcome.stderr.starts_with("naja: error: ");
            expect(outcome.status == 1 && one_line, &format!("{target} {output}"), &outcome)?;
        }
    }
    let left = fs::read_dir(scratch.folder.path()).map_err(|e| e.to_string())?.count();
    let kept = fs::read_to_string(scratch.path("a.py")).is_ok_and(|text| text == "print(1)\n");
    if left == 2 && kept { Ok(()) } else { Err(format!("{left} files, program kept: {kept}")) }
}

fn exit_status(scratch: &Scratch) -> Result<(), String> {
    scratch.file("three.py", "import sys\nprint('so far')\nsys.exit(3)\n");
    scratch.file("raises.py", "print('so far')\nprint(1 // 0)\n");
    scratch.file("refused.py", "print('so far')\nbreak\n");
    for options in [&["run"][..], &["run", "-O0"], &["run", "--native"]] {
        let outcome = scratch.naja(&[options, &["three.py"]].concat())?;
        expect(outcome.status == 3 && outcome.stdout == "so far\n", "sys.exit", &outcome)?;
        let outcome = scratch.naja(&[options, &["raises.py", "with", "arguments"]].concat())?;
        let raised = outcome.last_line().starts_with("ZeroDivisionError");
        expect(outcome.status == 1 && outcome.stdout == "so far\n" && raised, "uncaught", &outcome)?;
        let outcome = scratch.naja(&[options, &["refused.py"]].concat())?;
        expect(outcome.status == 1 && outcome.stdout.is_empty(), "refused", &outcome)?;
        expect(outcome.stderr.contains("refused.py:2:1"), "its place", &outcome)?;
    }
    Ok(())
}

fn json_messages(scratch: &Scratch) -> Result<(), String> {
    scratch.file("a.py", "break\nprint(1)\ncontinue\n");
    let outcome = scratch.naja(&["check", "a.py", "--message-format", "json"])?;
    expect(outcome.status == 1 && outcome.stderr.lines().count() == 2, "one line each", &outcome)?;
    for (line, number) in outcome.stderr.lines().zip([1, 3]) {
        let message: serde_json::Value = serde_json::from_str(line).map_err(|e| format!("{e}: {line}"))?;
        let span = &message["spans"][0];
        let fine = message["level"] == "error"
            && message["code"].as_str().is_some_and(|code| code.starts_with('E'))
            && span["line_start"] == number
            && span["column_start"] == 1
            && span["is_primary"] == true
            && message["rendered"].as_str().is_some_and(|text| text.contains(&format!("a.py:{number}:1")));
        expect(fine, line, &outcome)?;
    }
    Ok(())
}

fn check(scratch: &Scratch) -> Result<(), String> {
    let text =
        "def twice(n):\n    return n + n\n\ndef half(x, by=2):\n    return x / by\n\nprint(twice(3), half(1.5))\n";
    scratch.file("a.py", text);
    let outcome = scratch.naja(&["check", "a.py"])?;
    expect(outcome.status == 0 && outcome.stderr.is_empty(), "accepted", &outcome)?;
    let lines: Vec<&str> = outcome.stdout.lines().collect();
    let expected = ["a.py:1: def twice(n: int) -> int", "a.py:4: def half(x: float, by: int = 2) -> float"];
    expect(lines == expected, "signatures in the order of the source", &outcome)?;

    let text = "\
class Stack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

a = Stack()
b = Stack()
c = Stack()
a.push(1)
b.push('x')
c.push(2)
";
    scratch.file("a.py", text);
    let outcome = scratch.naja(&["check", "a.py"])?;
    let lines: Vec<&str> = outcome.stdout.lines().collect();
    let expected = [
        "a.py:1: class Stack: items: list[int]",
        "a.py:1: class Stack: items: list[str]",
        "a.py:2: def Stack.__init__(self: Stack) -> None",
        "a.py:5: def Stack.push(self: Stack, x: int) -> None",
        "a.py:5: def Stack.push(self: Stack, x: str) -> None",
    ];
    expect(lines == expected && outcome.stderr.is_empty(), "a class for each kind of contents", &outcome)
}

/// An error says what the class lacks, and where its object came from.
fn explained(scratch: &Scratch) -> Result<(), String> {
    scratch.file("a.py", "class V:\n    pass\n\ndef f(x):\n    return x - x\n\nf(V())\n");
    let outcome = scratch.naja(&["check", "a.py"])?;
    let lines = ["`-` has no meaning between V and V", "`x` is a V from this call", "give `V` a method `__sub__`"];
    expect(outcome.status == 1 && lines.iter().all(|line| outcome.stderr.contains(line)), "explained", &outcome)
}

/// A union costs speed: a note, and with `--strict` an error.
fn strict(scratch: &Scratch) -> Result<(), String> {
    let text = "def f(c):\n    x = 1\n    if c:\n        x = 2.5\n    return x\n\nprint(f(True) + f(False))\n";
    scratch.file("a.py", text);
    let outcome = scratch.naja(&["check", "a.py"])?;
    expect(outcome.status == 0 && outcome.stdout.contains("-> int | float"), "accepted", &outcome)?;
    expect(outcome.stderr.contains("note"), "with a note", &outcome)?;
    let outcome = scratch.naja(&["check", "--strict", "a.py"])?;
    expect(outcome.status == 1 && outcome.stderr.contains("error["), "refused", &outcome)
}

/// An error that nobody catches is one line then, with the same status; what is printed before it
/// is the same, and the module is smaller.
fn no_tracebacks(scratch: &Scratch) -> Result<(), String> {
    let text = "def f(x):\n    return 10 // x\n\ntry:\n    f(0)\nexcept ZeroDivisionError as e:\n    print(e)\nf(0)\n";
    scratch.file("a.py", text);
    let full = scratch.naja(&["run", "a.py"])?;
    expect(full.stderr.contains("line 2, in f"), "a traceback", &full)?;
    for args in [&["run", "--no-tracebacks", "a.py"][..], &["run", "--native", "--no-tracebacks", "a.py"]] {
        let outcome = scratch.naja(args)?;
        let is_same = outcome.stdout == full.stdout && outcome.status == 1;
        expect(
            is_same && outcome.stderr == "ZeroDivisionError: integer division or modulo by zero\n",
            "one line",
            &outcome,
        )?;
    }
    let mut sizes = Vec::new();
    for args in [&["build", "a.py"][..], &["build", "--no-tracebacks", "a.py"]] {
        scratch.naja(args)?;
        sizes.push(fs::metadata(scratch.path("a.wasm")).map_err(|e| e.to_string())?.len());
    }
    if sizes[1] < sizes[0] { Ok(()) } else { Err(format!("{sizes:?} bytes")) }
}

/// Python 3.12's, which the CPython that judges programs may not know: the same is spelt for it.
const TYPE_PARAMETERS: &str = r#"
class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, x: T) -> "Stack[T]":
        self.items.append(x)
        return self

    def pop(self) -> T:
        return self.items.pop()


class Numbers[N: (int, float)](Stack[N]):
    def total(self) -> N:
        return sum(self.items)


def first[T](xs: list[T], *rest: T) -> T:
    return xs[0]


def apply[**P, R](f, *args: P.args, **kwargs: P.kwargs) -> R:
    return f(*args, **kwargs)


type Pair[T] = tuple[T, T]
type Ints = list[int]
type Tree = dict[str, Tree] | None


def swap(p: Pair[int]) -> Pair[int]:
    return p[1], p[0]


tree: Tree = {"a": {"b": None}}
print(Stack[int]().push(1).push(2).pop(), Numbers().push(1).push(2.5).total(), first([3]), first(["a"]))
print(apply(max, 1, 2), swap((1, 2)), tree)
"#;

/// The same without them.
fn without_type_parameters() -> String {
    let plain: String = TYPE_PARAMETERS.lines().filter(|line| !line.starts_with("type ")).fold(
        "from __future__ import annotations\nfrom typing import Generic, TypeVar\n\nT = TypeVar('T')\n".to_string(),
        |text, line| text + line + "\n",
    );
    let spellings = [
        ("class Stack[T]:", "class Stack(Generic[T]):"),
        ("class Numbers[N: (int, float)](Stack[N]):", "class Numbers(Stack[T]):"),
        ("def first[T](", "def first("),
        ("def apply[**P, R](", "def apply("),
    ];
    spellings.iter().fold(plain, |text, (new, old)| text.replace(new, old))
}

fn type_parameters(scratch: &Scratch) -> Result<(), String> {
    scratch.file("new.py", TYPE_PARAMETERS);
    scratch.file("old.py", without_type_parameters());
    let judge = Outcome::of(Command::new("python3").arg(scratch.path("old.py")))?;
    for args in [&["run", "new.py"][..], &["run", "--native", "new.py"], &["run", "old.py"]] {
        let outcome = scratch.naja(args)?;
        expect(outcome.stdout == judge.stdout && outcome.status == 0 && judge.status == 0, &args.join(" "), &outcome)?;
    }
    Ok(())
}

fn build_wasm(scratch: &Scratch) -> Result<(), String> {
    scratch.file("a.py", "print('hello, world')\n");
    for (args, output) in [(&["build", "a.py"][..], "a.wasm"), (&["build", "a.py", "-O0", "-o", "b.wasm"], "b.wasm")] {
        let outcome = scratch.naja(args)?;
        expect(outcome == Outcome::new(b"", b"", 0), "silent success", &outcome)?;
        let wasm = fs::read(scratch.path(output)).map_err(|e| e.to_string())?;
        let (status, streams) = host::run(&wasm, Vec::new(), Captured::default(), Granted::default());
        if status != Ok(0) || streams.stdout != b"hello, world\n" {
            return Err(format!("{output}: {status:?}"));
        }
    }
    // A device is written to, not replaced.
    let outcome = scratch.naja(&["build", "a.py", "-o", "/dev/null"])?;
    expect(outcome.status == 0 && !Path::new("/dev/null").is_file(), "/dev/null", &outcome)
}

fn build_native(scratch: &Scratch) -> Result<(), String> {
    let program =
        scratch.file("a.py", "def f(n):\n    return 10 // n\n\nfor i in range(3, -1, -1):\n    print(f(i))\n");
    let outcome = scratch.naja(&["build", "a.py", "--target", "native"])?;
    expect(outcome == Outcome::new(b"", b"", 0), "silent success", &outcome)?;
    let got = Outcome::of(&mut Command::new(scratch.path("a")))?;
    let expected = cpython::run(&program, &[], &[], None)?;
    expect(got.stdout == expected.stdout && got.status == expected.status, "CPython's output", &got)?;
    expect(got.last_line() == expected.last_line(), "CPython's exception", &got)
}

/// The same input and arguments, however the program is run.
fn reading(scratch: &Scratch) -> Result<(), String> {
    let text = "import sys\nprint(sys.argv)\nfor line in sys.stdin:\n    print(line.upper(), end='')\nprint(input())\n";
    scratch.file("a.py", text);
    let built = scratch.naja(&["build", "a.py", "--target", "native"])?;
    expect(built == Outcome::new(b"", b"", 0), "silent success", &built)?;
    let executable = scratch.path("a");
    let naja = Path::new(env!("CARGO_BIN_EXE_naja"));
    for (program, args) in [(naja, &["run", "a.py"][..]), (naja, &["run", "--native", "a.py"]), (&executable, &[])] {
        let mut command = Command::new(program);
        command.args(args).args(["b", "\u{e4} \u{20ac}"]).current_dir(scratch.folder.path());
        let outcome = Outcome::reading(&mut command, "one\ntw\u{f6}".as_bytes())?;
        let fine = outcome.stdout.ends_with("', 'b', '\u{e4} \u{20ac}']\nONE\nTW\u{d6}");
        let ended = outcome.status == 1 && outcome.last_line() == "EOFError: EOF when reading a line";
        expect(fine && ended, &format!("{command:?}"), &outcome)?;
    }
    let mut command = Command::new(naja);
    command.args(["diff", "a.py", "b"]).current_dir(scratch.folder.path());
    let outcome = Outcome::reading(&mut command, b"one\ntwo\n")?;
    expect(outcome.status == 0 && outcome.stdout.contains("agree: 3 lines"), "diff", &outcome)
}

/// Programs of one seed are the same; who is not there is named.
fn fuzz(scratch: &Scratch) -> Result<(), String> {
    let outcome = scratch.naja(&["fuzz", "--seed", "5", "--first", "2", "--count", "1", "--print"])?;
    let again = scratch.naja(&["fuzz", "--seed", "5", "--first", "2", "--count", "1", "--print"])?;
    let fine = outcome.stdout.starts_with("# program 2\n") && outcome.stdout == again.stdout;
    expect(fine, "the same program twice", &outcome)?;
    let outcome = scratch.naja(&["fuzz", "--python", "no-such-python"])?;
    let fine = outcome.status == 1 && outcome.stderr.starts_with("naja: error: cannot run no-such-python: ");
    expect(fine, "no CPython", &outcome)
}

fn emit(scratch: &Scratch) -> Result<(), String> {
    scratch.file("a.py", "def f(n):\n    return n + 1\n\ndef g(n):\n    return f(n) * 2\n\nprint(g(3))\n");
    for phase in ["flow", "types", "lowlevel", "wat", "clif"] {
        let all = scratch.naja(&["emit", "--phase", phase, "-O0", "a.py"])?;
        expect(all.status == 0 && !all.stdout.is_empty() && all.stderr.is_empty(), phase, &all)?;
        let one = scratch.naja(&["emit", "--phase", phase, "-O0", "--function", "g", "a.py"])?;
        let fewer = one.stdout.len() < all.stdout.len() && one.stdout.contains('g');
        expect(one.status == 0 && fewer, &format!("{phase}, one function"), &one)?;
        let none = scratch.naja(&["emit", "--phase", phase, "--function", "h", "a.py"])?;
        let one_line = none.stderr.starts_with("naja: error: ") && none.stderr.lines().count() == 1;
        expect(none.status == 1 && one_line && none.stdout.is_empty(), &format!("{phase}, no such function"), &none)?;
    }
    // Flow graphs know nothing of types, and so nothing of mistakes in them.
    scratch.file("b.py", "def f(x):\n    return x + 'a'\n\nprint(f(3))\n");
    let flow = scratch.naja(&["emit", "--phase", "flow", "b.py"])?;
    expect(
        flow.status == 0 && flow.stdout.contains("return") && flow.stderr.is_empty(),
        "flow, with a mistake",
        &flow,
    )?;
    let types = scratch.naja(&["emit", "--phase", "types", "b.py"])?;
    expect(types.status == 1 && types.stderr.contains("E0312"), "types, with a mistake", &types)
}

fn diff(scratch: &Scratch) -> Result<(), String> {
    scratch.file("a.py", "for i in range(3):\n    print(i)\nprint(1 // (i - 2))\n");
    let outcome = scratch.naja(&["diff", "a.py"])?;
    expect(outcome.status == 0 && outcome.stdout.contains("agree"), "the same", &outcome)?;
    // Something else in CPython's place.
    let outcome = scratch.naja(&["diff", "--python", "echo", "a.py"])?;
    let shown = outcome.stdout.contains("line 1") && outcome.stdout.contains("native:");
    expect(outcome.status == 1 && shown, "a difference", &outcome)?;
    let outcome = scratch.naja(&["diff", "--python", "./no/python", "a.py"])?;
    expect(outcome.status == 1 && outcome.stderr.starts_with("naja: error: "), "no CPython", &outcome)
}

/// A module for RPython's translator, and its modules for CPython.
fn rpython(scratch: &Scratch) -> Result<(), String> {
    let program = "from rlib.rarithmetic import intmask\n\ndef main(argv):\n    print(argv[1:], intmask(2**64 + 5))\n    return 3\n\n";
    scratch.file(
        "one.py",
        format!("{program}def target(driver, args):\n    driver.exe_name = 'x'\n    return main, None\n"),
    );
    scratch.file("two.py", format!("{program}def target(*args):\n    return main\n"));
    scratch.file(
        "run.py",
        format!("{program}def target(*args):\n    return main\n\nif __name__ == '__main__':\n    main([''])\n"),
    );
    scratch.file("other.py", "def target(x):\n    return x\n\nprint(target(1))\n");
    for options in [&["run"][..], &["run", "-O0"], &["run", "--native"]] {
        for name in ["one.py", "two.py"] {
            let outcome = scratch.naja(&[options, &[name, "a"]].concat())?;
            expect(outcome.status == 3 && outcome.stdout == "['a'] 5\n", name, &outcome)?;
        }
        let outcome = scratch.naja(&[options, &["run.py", "a"]].concat())?;
        expect(outcome.status == 0 && outcome.stdout == "[] 5\n", "a main block", &outcome)?;
        let outcome = scratch.naja(&[options, &["other.py"]].concat())?;
        expect(outcome.status == 0 && outcome.stdout == "1\n", "another target", &outcome)?;
    }
    let outcome = scratch.naja(&["rlib", "modules"])?;
    expect(outcome.status == 0 && outcome.stdout == "PYTHONPATH=modules\n", "rlib", &outcome)?;
    let mut python = Command::new("python3");
    python.arg("run.py").env("PYTHONPATH", "modules").current_dir(scratch.folder.path());
    let outcome = Outcome::of(&mut python)?;
    expect(outcome.status == 0 && outcome.stdout == "[] 5\n", "CPython", &outcome)
}

fn time_passes(scratch: &Scratch) -> Result<(), String> {
    scratch.file("a.py", "print(1)\n");
    for args in [&["check", "--time-passes", "a.py"], &["build", "--time-passes", "a.py"]] {
        let outcome = scratch.naja(args)?;
        let fine = outcome.status == 0 && outcome.stderr.contains("flowspace") && outcome.stderr.contains("total");
        expect(fine, args[0], &outcome)?;
    }
    Ok(())
}

/// As under `| head`: the reader goes before the program has ended.
fn nobody_reads(scratch: &Scratch) -> Result<(), String> {
    scratch.file("a.py", "for i in range(300000):\n    print('a line of some length, so that pipes fill', i)\n");
    for command in [&["run", "a.py"][..], &["emit", "--phase", "wat", "a.py"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_naja"))
            .args(command)
            .current_dir(scratch.folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|e| e.to_string())?;
        drop(child.stdout.take());
        let output = child.wait_with_output().map_err(|e| e.to_string())?;
        if output.status.code().is_none() || !output.stderr.is_empty() {
            return Err(format!("{command:?}: {output:?}"));
        }
    }
    Ok(())
}

/// What nests, and a program in which it is nested as deep as asked.
type Nested = (&'static str, fn(usize) -> String);

const NESTED: &[Nested] = &[
    ("parentheses", |n| format!("x = {}1{}\nprint(x)\n", "(".repeat(n), ")".repeat(n))),
    ("unclosed", |n| format!("x = {}\n", "(".repeat(n))),
    ("tuples", |n| format!("x = {}1{}\n", "(".repeat(n), ",)".repeat(n))),
    ("lists", |n| format!("x = {}1{}\n", "[".repeat(n), "]".repeat(n))),
    ("minus", |n| format!("x = 1\nprint({}x)\n", "-".repeat(n))),
    ("not", |n| format!("x = 1\nprint({}x)\n", "not ".repeat(n))),
    ("sum", |n| format!("x = 1\nprint(x{})\n", " + x".repeat(n))),
    ("power", |n| format!("x = 1\nprint(x{})\n", " ** x".repeat(n))),
    ("calls", |n| format!("def f(n):\n    return n\n\nprint({}1{})\n", "f(".repeat(n), ")".repeat(n))),
    ("called", |n| format!("def f():\n    return 1\n\nprint(f{})\n", "()".repeat(n))),
    ("conditional", |n| format!("x = 1\nprint({}x)\n", "x if x else ".repeat(n))),
    ("and_or", |n| format!("x = 1\nprint({}x)\n", "x and (x or ".repeat(n / 2) + "x" + &")".repeat(n / 2) + " or ")),
    ("comparison", |n| format!("x = 1\nprint(x{})\n", " <= x".repeat(n))),
    ("lambda", |n| format!("f = {}1\n", "lambda: ".repeat(n))),
    ("attributes", |n| format!("x = 1\nx{}\n", ".y".repeat(n))),
    ("subscripts", |n| format!("x = 1\nx{}\n", "[0]".repeat(n))),
    ("strings", |n| format!("print({})\n", "'a' ".repeat(n))),
    ("f_strings", |n| format!("x = 1\nprint(f'{}')\n", "{x}".repeat(n))),
    ("targets", |n| format!("{}1\n", "x = ".repeat(n))),
    ("elif", |n| format!("x = 1\nif x == 0:\n    pass\n{}", "elif x == 2:\n    pass\n".repeat(n))),
    ("statements", |n| "x = 1\n".to_string() + &"x = x * 3 % 7\n".repeat(2 * n) + "print(x)\n"),
    ("blocks", |n| {
        (0..n / 10).map(|i| format!("{}if 1:\n", " ".repeat(i))).collect::<String>() + &" ".repeat(n / 10) + "x = 1\n"
    }),
    ("functions", |n| {
        (0..n / 10).map(|i| format!("{}def f():\n", " ".repeat(i))).collect::<String>()
            + &" ".repeat(n / 10)
            + "x = 1\n"
    }),
];

/// Accepted or refused with a place: never a crash, and in bounded time.
fn nested(scratch: &Scratch, text: &str) -> Result<(), String> {
    scratch.file("a.py", text);
    let outcome = scratch.naja(&["build", "a.py"])?;
    let brief = Outcome { stderr: outcome.stderr.chars().take(500).collect(), ..outcome.clone() };
    let told = outcome.status == 0 || outcome.stderr.contains("a.py:");
    expect(told && !outcome.stderr.contains("internal error"), "accepted or refused", &brief)
}
