//! Random programs do under CPython what their graphs say.

mod common;

use common::{generate, interpret};
use naja_ir::flow::FlowOp;
use proptest::prelude::Rng;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::io::Write;
use std::process::{Command, Stdio};

/// Runs programs, each a list of files, under CPython; an uncaught exception is
/// printed as the interpreter prints it.
const DRIVER: &str = r#"
import io, sys, contextlib, importlib.abc, importlib.util, resource
# Some programs double a value in a loop.
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        if name + ".py" in files:
            return importlib.util.spec_from_loader(name, self)
    def exec_module(self, module):
        exec(compile(files[module.__name__ + ".py"], module.__name__, "exec"), module.__dict__)
sys.meta_path.insert(0, Finder())
def chain(e):
    while e is not None:
        cause = ""
        if e.__suppress_context__:
            c = e.__cause__
            cause = " from " + (type(c).__name__ if isinstance(c, BaseException) else str(c))
        print(f"{type(e).__name__}({', '.join(map(str, e.args))}){cause}")
        e = e.__context__
class Manager:
    def __init__(self, tag):
        self.tag = tag
    def __enter__(self):
        print("enter", self.tag)
        return self.tag
    def __exit__(self, exc, *rest):
        print("exit", self.tag, "None" if exc is None else exc.__name__)
        return self.tag % 2
for program in sys.stdin.read().split("\2")[:-1]:
    files = dict(file.split("\1") for file in program.split("\0")[:-1])
    text = files["prog.py"]
    for name in list(files):
        sys.modules.pop(name[:-3], None)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(text, "prog.py", "exec"), {"__name__": "__main__", "open": Manager})
        except BaseException as e:
            e.__traceback__ = None
            chain(e)
    sys.__stdout__.write(out.getvalue() + "\0")
"#;

type Program = Vec<(String, String)>;

fn cpython(programs: &[Program]) -> Vec<String> {
    let mut child = Command::new("python3")
        .args(["-W", "ignore", "-c", DRIVER])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs");
    let mut stdin = child.stdin.take().expect("it is a pipe");
    let file = |(path, text): &(String, String)| format!("{path}\u{1}{text}\0");
    let text: String = programs.iter().map(|p| p.iter().map(file).collect::<String>() + "\u{2}").collect();
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("python3 ends");
    writer.join().expect("no panic").expect("python3 reads");
    String::from_utf8(output.stdout).expect("UTF-8").split('\0').map(str::to_owned).collect()
}

#[test]
fn random_programs() {
    let count = std::env::var("PROGRAMS").ok().and_then(|n| n.parse().ok()).unwrap_or(150);
    compare(count, generate::program().prop_map(|text| vec![("prog.py".into(), text)]));
}

#[test]
fn random_modules() {
    let count = std::env::var("PROGRAMS").ok().and_then(|n| n.parse().ok()).unwrap_or(150);
    compare(count, generate::modules());
}

fn compare(count: usize, strategy: impl Strategy<Value = Program>) {
    // A program's tree of choices takes megabytes: it is made again when it is needed.
    let mut random = TestRunner::new(Config::default());
    let seeds: Vec<[u8; 32]> = (0..count)
        .map(|_| {
            let mut seed = [0; 32];
            random.rng().fill_bytes(&mut seed);
            seed
        })
        .collect();
    let tree = |seed: &[u8; 32]| {
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, seed);
        let mut runner = TestRunner::new_with_rng(Config::default(), random);
        strategy.new_tree(&mut runner).expect("programs can be made")
    };
    let programs: Vec<Program> = seeds.iter().map(|seed| tree(seed).current()).collect();
    let wanted = cpython(&programs);
    let mut compared = 0;
    for ((seed, program), wanted) in seeds.iter().zip(&programs).zip(&wanted) {
        if is_wrong(program, wanted) {
            smallest_wrong(&mut tree(seed));
        }
        compared += usize::from(!wanted.contains("SyntaxError"));
    }
    assert!(compared > count / 2, "only {compared} of {count} programs could be compared");
}

fn borrowed(program: &Program) -> Vec<(&str, &str)> {
    program.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect()
}

fn is_wrong(program: &Program, wanted: &str) -> bool {
    if wanted.contains("SyntaxError") {
        return false;
    }
    let space = common::flow(&borrowed(program));
    // A variable that holds a module is beyond this step, which the annotator says.
    let blocks = space.program.functions.values().flat_map(|f| f.graph.blocks.values());
    let is_dynamic = |op: &FlowOp| matches!(op, FlowOp::GetAttr(name) if !name.starts_with("__"));
    let is_dynamic = blocks.flat_map(|b| &b.ops).any(|op| is_dynamic(&op.kind));
    if is_dynamic || wanted.contains("MemoryError") {
        return false;
    }
    interpret::run(&space).is_some_and(|got| plain(&got) != plain(wanted))
}

/// Shrinks a program that its graphs and CPython do not agree on, and panics with it.
fn smallest_wrong(tree: &mut impl ValueTree<Value = Program>) {
    let still_wrong = |program: Program| is_wrong(&program, &cpython(std::slice::from_ref(&program))[0]);
    let mut program = tree.current();
    for _ in 0..200 {
        if still_wrong(tree.current()) {
            program = tree.current();
            if !tree.simplify() {
                break;
            }
        } else if !tree.complicate() {
            break;
        }
    }
    let files = borrowed(&program);
    let got = interpret::run(&common::flow(&files)).unwrap_or_default();
    let wanted = cpython(std::slice::from_ref(&program)).remove(0);
    let text: String = files.iter().map(|(path, text)| format!("# {path}\n{text}\n")).collect();
    panic!("\n{text}\n{}\nthe graphs:\n{got}\nCPython:\n{wanted}", common::printed(&files));
}

/// Some messages say more than the interpreter knows: not compared.
fn plain(output: &str) -> String {
    let plain = |line: &str| match line.split_once('(') {
        Some((class @ ("TypeError" | "ImportError" | "AttributeError"), _)) => class.to_owned(),
        _ => line.to_owned(),
    };
    output.lines().map(plain).collect::<Vec<_>>().join("\n")
}
