//! Random programs do under CPython what their graphs say.

mod common;

use common::{generate, interpret};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};
use std::io::Write;
use std::process::{Command, Stdio};

/// Runs programs under CPython; an uncaught exception is printed as the interpreter prints it.
const DRIVER: &str = r#"
import io, sys, contextlib
def chain(e):
    while e is not None:
        cause = ""
        if e.__suppress_context__:
            c = e.__cause__
            cause = " from " + (type(c).__name__ if isinstance(c, BaseException) else str(c))
        print(f"{type(e).__name__}({', '.join(map(str, e.args))}){cause}")
        e = e.__context__
for text in sys.stdin.read().split("\0")[:-1]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(text, "prog.py", "exec"), {"__name__": "__main__"})
        except BaseException as e:
            e.__traceback__ = None
            chain(e)
    sys.__stdout__.write(out.getvalue() + "\0")
"#;

fn cpython(programs: &[String]) -> Vec<String> {
    let mut child = Command::new("python3.11")
        .args(["-W", "ignore", "-c", DRIVER])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3.11 runs");
    let mut stdin = child.stdin.take().expect("it is a pipe");
    let text: String = programs.iter().map(|p| format!("{p}\0")).collect();
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("python3.11 ends");
    writer.join().expect("no panic").expect("python3.11 reads");
    String::from_utf8(output.stdout).expect("UTF-8").split('\0').map(str::to_owned).collect()
}

#[test]
fn random_programs() {
    let count = std::env::var("PROGRAMS").ok().and_then(|n| n.parse().ok()).unwrap_or(150);
    let mut runner = TestRunner::new(Config::default());
    let strategy = generate::program();
    let mut trees: Vec<_> =
        (0..count).map(|_| strategy.new_tree(&mut runner).expect("programs can be made")).collect();
    let programs: Vec<String> = trees.iter().map(|tree| tree.current()).collect();
    let wanted = cpython(&programs);
    let mut compared = 0;
    for (tree, wanted) in trees.iter_mut().zip(&wanted) {
        if is_wrong(&tree.current(), wanted) {
            smallest_wrong(tree);
        }
        compared += usize::from(!wanted.contains("SyntaxError"));
    }
    assert!(compared > count / 2, "only {compared} of {count} programs could be compared");
}

fn is_wrong(program: &str, wanted: &str) -> bool {
    !wanted.contains("SyntaxError") && plain(&interpret::run(&common::flow(&[("prog.py", program)]))) != plain(wanted)
}

/// Shrinks a program that its graphs and CPython do not agree on, and panics with it.
fn smallest_wrong(tree: &mut impl ValueTree<Value = String>) {
    let still_wrong = |program: String| is_wrong(&program, &cpython(std::slice::from_ref(&program))[0]);
    for _ in 0..400 {
        if still_wrong(tree.current()) {
            if !tree.simplify() {
                break;
            }
        } else if !tree.complicate() {
            break;
        }
    }
    let program = tree.current();
    let files = [("prog.py", program.as_str())];
    let got = interpret::run(&common::flow(&files));
    let wanted = cpython(std::slice::from_ref(&program)).remove(0);
    panic!("\n{program}\n{}\nthe graphs:\n{got}\nCPython:\n{wanted}", common::printed(&files));
}

/// The message of a TypeError says what the types were: not compared.
fn plain(output: &str) -> String {
    let plain = |line: &str| match line.find("TypeError(") {
        Some(at) => line[..at + "TypeError(".len()].to_owned(),
        None => line.to_owned(),
    };
    output.lines().map(plain).collect::<Vec<_>>().join("\n")
}
