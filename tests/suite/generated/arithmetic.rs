//! Random functions over ints, floats, bools and unions of them, with loops and
//! handlers, against CPython.
//!
//! Every function is written twice: for naja as it is, and for CPython with each
//! operation that could leave 64 bits inside `_(...)`, which then raises
//! OverflowError, naja's documented extra outcome. So the two must agree exactly.

use super::soup::Only;
use crate::cpython;
use crate::witnesses::{self, Given};
use naja::files::Disk;
use naja::passes::{Current, Passes};
use naja::pipeline;
use naja::render::{Format, render};
use naja_annotator::annotation::{Annotation, Member};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::fs;

/// Functions in one program.
const FUNCTIONS: usize = 40;

/// How often a failing function is made smaller.
const SIMPLIFICATIONS: usize = 200;

/// Python text in its two forms.
#[derive(Debug, Clone)]
struct Text {
    naja: String,
    cpython: String,
}

impl Text {
    fn new(both: impl Into<String>) -> Text {
        let both = both.into();
        Text { naja: both.clone(), cpython: both }
    }

    /// `form` with its `{}`, `{}`, ... replaced by the parts in order.
    fn form(form: &str, parts: &[&Text]) -> Text {
        let fill = |side: fn(&Text) -> &str| {
            let mut pieces = form.split("{}");
            let mut text = pieces.next().unwrap_or("").to_string();
            for (part, piece) in parts.iter().zip(pieces) {
                text += side(part);
                text += piece;
            }
            text
        };
        Text { naja: fill(|t| &t.naja), cpython: fill(|t| &t.cpython) }
    }

    /// In the form for CPython, OverflowError where this int leaves 64 bits.
    fn checked(self) -> Text {
        Text { cpython: format!("_({})", self.cpython), ..self }
    }

    fn indented(&self) -> Text {
        let indent = |text: &str| text.lines().map(|line| format!("    {line}\n")).collect();
        Text { naja: indent(&self.naja), cpython: indent(&self.cpython) }
    }

    fn concat(parts: &[Text]) -> Text {
        Text {
            naja: parts.iter().map(|t| t.naja.as_str()).collect(),
            cpython: parts.iter().map(|t| t.cpython.as_str()).collect(),
        }
    }
}

type Texts = BoxedStrategy<Text>;

/// Expressions of each type, up to some depth.
#[derive(Clone)]
struct Expressions {
    int: Texts,
    float: Texts,
    boolean: Texts,
    /// An int or a float, which of them shows at run time.
    union: Texts,
}

fn leaves() -> Expressions {
    let texts = |texts: &'static [&'static str]| select(texts).prop_map(Text::new).boxed();
    Expressions {
        int: texts(&["a", "b", "c", "i", "j", "0", "1", "2", "3", "-1", "7", "10", "64", "1000003"]),
        float: texts(&["x", "y", "f", "0.0", "-0.0", "1.0", "0.5", "2.5", "-3.75", "1e10", "0.1", "1e300"]),
        boolean: texts(&["p", "q", "True", "False"]),
        union: texts(&["u", "v"]),
    }
}

fn deeper(e: &Expressions) -> Expressions {
    let any = || prop_oneof![3 => e.int.clone(), 3 => e.float.clone(), 1 => e.boolean.clone(), 2 => e.union.clone()];
    let binary = |ops: &'static [&'static str], l: Texts, r: Texts| {
        (select(ops), l, r).prop_map(|(op, l, r)| Text::form(&format!("({{}} {op} {{}})"), &[&l, &r])).boxed()
    };
    let call = |names: &'static [&'static str], x: Texts| {
        (select(names), x).prop_map(|(name, x)| Text::form(&format!("{name}({{}})"), &[&x])).boxed()
    };
    let choice = |t: Texts, f: Texts| {
        (e.boolean.clone(), t, f).prop_map(|(c, t, f)| Text::form("({} if {} else {})", &[&t, &c, &f])).boxed()
    };
    let (int, float, boolean, union) = (e.int.clone(), e.float.clone(), e.boolean.clone(), e.union.clone());
    let int_or_bool = prop_oneof![4 => int.clone(), 1 => boolean.clone()].boxed();
    let small = select(&["0", "1", "2", "3", "5"][..]).prop_map(Text::new).boxed();
    Expressions {
        int: prop_oneof![
            2 => int.clone(),
            8 => binary(&["+", "-", "*"], int_or_bool.clone(), int.clone()).prop_map(Text::checked),
            4 => binary(&["//", "%"], int.clone(), int_or_bool.clone()).prop_map(Text::checked),
            3 => binary(&["&", "|", "^", ">>"], int.clone(), int.clone()),
            1 => (int.clone(), int.clone())
                .prop_map(|(n, by)| Text::form("({} << ({} & 15))", &[&n, &by]).checked()),
            1 => binary(&["**"], int.clone(), small).prop_map(Text::checked),
            2 => call(&["-", "+", "abs"], int.clone()).prop_map(Text::checked),
            1 => call(&["~"], int.clone()),
            1 => call(&["int"], any().boxed()).prop_map(Text::checked),
            1 => call(&["round"], float.clone()).prop_map(Text::checked),
            2 => (select(&["min", "max"][..]), int.clone(), int.clone())
                .prop_map(|(f, a, b)| Text::form(&format!("{f}({{}}, {{}})"), &[&a, &b])),
            2 => choice(int.clone(), int.clone()),
            1 => binary(&["and", "or"], int.clone(), int.clone()),
        ]
        .boxed(),
        float: prop_oneof![
            2 => float.clone(),
            8 => binary(&["+", "-", "*"], float.clone(), any().boxed()),
            3 => binary(&["/", "//", "%"], any().boxed(), float.clone()),
            2 => binary(&["/"], int.clone(), int.clone()),
            2 => call(&["-", "+", "abs"], float.clone()),
            1 => call(&["float"], any().boxed()),
            1 => (float.clone(), select(&["2", "3", "0.5", "-1", "2.0"][..]))
                .prop_map(|(x, n)| Text::form(&format!("(abs({{}}) ** {n})"), &[&x])),
            2 => (select(&["min", "max"][..]), float.clone(), float.clone())
                .prop_map(|(f, a, b)| Text::form(&format!("{f}({{}}, {{}})"), &[&a, &b])),
            2 => choice(float.clone(), float.clone()),
            1 => binary(&["and", "or"], float.clone(), float.clone()),
        ]
        .boxed(),
        boolean: prop_oneof![
            2 => boolean.clone(),
            6 => binary(&["<", "<=", ">", ">=", "==", "!="], any().boxed(), any().boxed()),
            2 => (int.clone(), any(), int.clone()).prop_map(|(a, b, c)| Text::form("({} < {} <= {})", &[&a, &b, &c])),
            2 => binary(&["and", "or", "&", "|", "^"], boolean.clone(), boolean.clone()),
            1 => any().prop_map(|x| Text::form("(not {})", &[&x])),
            1 => call(&["bool"], any().boxed()),
        ]
        .boxed(),
        union: prop_oneof![
            2 => union.clone(),
            3 => choice(int.clone(), float.clone()),
            4 => binary(&["+", "-", "*", "//", "%"], union.clone(), any().boxed()).prop_map(Text::checked),
            1 => binary(&["and", "or"], int.clone(), float.clone()),
            1 => binary(&["and", "or"], union.clone(), union.clone()),
            1 => call(&["-", "abs"], union.clone()).prop_map(Text::checked),
            1 => (select(&["min", "max"][..]), int.clone(), float.clone())
                .prop_map(|(f, a, b)| Text::form(&format!("{f}({{}}, {{}})"), &[&a, &b])),
        ]
        .boxed(),
    }
}

/// Statements, each with its newline; loops end, whatever is in them.
fn statements(e: &Expressions, depth: usize) -> Texts {
    let assign = |names: &'static [&'static str], value: &Texts| {
        (select(names), value.clone())
            .prop_map(|(name, value)| Text::form(&format!("{name} = {{}}\n"), &[&value]))
            .boxed()
    };
    let augmented = (select(&["i", "j"][..]), select(&["+", "-", "*", "//", "%"][..]), e.int.clone()).prop_map(
        |(name, op, value)| Text {
            naja: format!("{name} {op}= {}\n", value.naja),
            cpython: format!("{name} = _({name} {op} {})\n", value.cpython),
        },
    );
    let simple = prop_oneof![
        3 => assign(&["i", "j"], &e.int),
        2 => assign(&["f"], &e.float),
        2 => assign(&["u", "v"], &e.union),
        1 => assign(&["u"], &e.int),
        1 => assign(&["q"], &e.boolean),
        2 => augmented,
        1 => Just(Text::new("print('at', i, j, f, q, u)\n")),
        1 => e.boolean.clone().prop_map(|c| Text::form("assert {}\n", &[&c])),
    ]
    .boxed();
    if depth == 0 {
        return simple;
    }
    let block =
        proptest::collection::vec(statements(e, depth - 1), 1..4).prop_map(|s| Text::concat(&s).indented()).boxed();
    let leave = (e.boolean.clone(), select(&["break", "continue"][..]))
        .prop_map(|(c, leave)| Text::form(&format!("    if {{}}:\n        {leave}\n"), &[&c]));
    let counter = format!("n{depth}");
    let bounds =
        select(&["5", "0, 4", "3, -4, -2", "-2, 3", "2, 2", "i & 7", "j & 3, 6", "0, i & 15, 1 + (j & 3)"][..]);
    let for_loop = {
        let name = counter.clone();
        (bounds, block.clone(), leave.clone(), block.clone(), any::<bool>()).prop_map(
            move |(range, body, leave, after, with_else)| {
                let tail = if with_else { format!("else:\n    i = {name} if i else 3\n") } else { String::new() };
                let first = if with_else { format!("{name} = 9\n") } else { String::new() };
                Text::form(
                    &format!("{first}for {name} in range({range}):\n{{}}{{}}{{}}{tail}"),
                    &[&body, &leave, &after],
                )
            },
        )
    };
    let while_loop = (e.boolean.clone(), block.clone(), leave).prop_map(move |(c, body, leave)| {
        Text::form(
            &format!("{counter} = 0\nwhile {counter} < 4 and {{}}:\n    {counter} += 1\n{{}}{{}}"),
            &[&c, &body, &leave],
        )
    });
    let handler = (
        block.clone(),
        select(
            &["ZeroDivisionError", "OverflowError", "ArithmeticError", "Exception", "(ValueError, AssertionError)"][..],
        ),
        block.clone(),
        any::<bool>(),
    )
        .prop_map(|(body, class, handler, finally)| {
            let tail = if finally { "finally:\n    u = j\n" } else { "" };
            Text::form(&format!("try:\n{{}}except {class}:\n{{}}{tail}"), &[&body, &handler])
        });
    prop_oneof![
        4 => simple,
        3 => (e.boolean.clone(), block.clone()).prop_map(|(c, t)| Text::form("if {}:\n{}", &[&c, &t])),
        3 => (e.boolean.clone(), block.clone(), block)
            .prop_map(|(c, t, f)| Text::form("if {}:\n{}else:\n{}", &[&c, &t, &f])),
        3 => for_loop,
        2 => while_loop,
        2 => handler,
    ]
    .boxed()
}

/// A function's body, and the arguments of its calls.
type Function = (Text, Vec<String>);

fn functions() -> impl Strategy<Value = Function> {
    let simple = leaves();
    let middle = deeper(&simple);
    let deep = deeper(&deeper(&middle));
    let result = prop_oneof![deep.int.clone(), deep.float.clone(), deep.boolean.clone(), deep.union.clone()];
    let only_expression = result.clone().prop_map(|value| Text::form("return {}\n", &[&value]));
    let body = proptest::collection::vec(statements(&middle, 3), 1..6);
    let with_statements = (body, result).prop_map(|(body, value)| {
        Text::form("{}print('end', i, j, f, q, u, v)\nreturn {}\n", &[&Text::concat(&body), &value])
    });
    let ints = &[
        "0",
        "1",
        "-1",
        "2",
        "-7",
        "10",
        "63",
        "255",
        "-2147483648",
        "2147483647",
        "4294967296",
        "9007199254740993",
        "9223372036854775807",
        "-9223372036854775807 - 1",
        "-3037000500",
    ][..];
    let floats = &[
        "0.0",
        "-0.0",
        "1.5",
        "-2.5",
        "0.1",
        "1e16",
        "1e22",
        "-1e-05",
        "123456789.125",
        "1.7e308",
        "5e-324",
        "INF",
        "-INF",
        "NAN",
        "9223372036854775808.0",
        "0.5",
    ][..];
    let arguments = (select(ints), select(ints), select(ints), select(floats), select(floats), any::<bool>())
        .prop_map(|(a, b, c, x, y, p)| format!("{a}, {b}, {c}, {x}, {y}, {}", if p { "True" } else { "False" }));
    (prop_oneof![only_expression, with_statements], proptest::collection::vec(arguments, 3))
}

pub fn batch(mut runner: TestRunner) -> Result<(), String> {
    let strategy = functions();
    let mut trees = Vec::new();
    while trees.len() < FUNCTIONS {
        let tree = strategy.new_tree(&mut runner).map_err(|e| e.to_string())?;
        if !leaves_64_bits_at_once(&tree.current()) {
            trees.push(tree);
        }
    }
    let all: Vec<Function> = trees.iter().map(|tree| tree.current()).collect();
    let Err(together) = compare(&all) else { return Ok(()) };
    // Which function is it, and how small can it be?
    for mut tree in trees {
        let Err(mut failure) = compare(&[tree.current()]) else { continue };
        for _ in 0..SIMPLIFICATIONS {
            if !tree.simplify() {
                break;
            }
            match compare(&[tree.current()]) {
                Err(smaller) => failure = smaller,
                Ok(()) if tree.complicate() => {}
                Ok(()) => break,
            }
        }
        return Err(failure);
    }
    Err(together)
}

/// A computation of literals that needs a big int gives one, where the form for
/// CPython raises.
fn leaves_64_bits_at_once(function: &Function) -> bool {
    let text = program(std::slice::from_ref(function)).naja;
    let analysed = pipeline::analyse("main.py", &Only(text.into_bytes()), false, &mut Passes::default());
    let is_big = |s: &Annotation| s.members().contains(&Member::BigInt);
    analysed.is_ok_and(|analysis| analysis.annotations.specs.values().any(|spec| spec.values.values().any(is_big)))
}

fn compare(functions: &[Function]) -> Result<(), String> {
    let Text { naja, cpython } = program(functions);
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    let (path, twin) = (folder.path().join("naja.py"), folder.path().join("cpython.py"));
    fs::write(&path, &naja).and_then(|()| fs::write(&twin, cpython)).map_err(|e| e.to_string())?;
    let expected = cpython::run(&twin, &[], &[], None)?;
    if expected.status != 0 {
        return Err(format!("the generator made a program that fails: {}", expected.stderr));
    }
    let name = path.to_str().ok_or("a path that is no text")?;
    let mut passes = Passes::new(true, &Current::default());
    let alone = |message: String| if functions.len() == 1 { format!("{message}\n{naja}") } else { message };
    let analysis = pipeline::analyse(name, &Disk, false, &mut passes).map_err(|failure| {
        let first = failure.diagnostics.first().map(|d| render(&failure.sources, d, Format::Human { color: false }));
        alone(format!("refused: {}", first.unwrap_or_default()))
    })?;
    let low_level = pipeline::low_level(analysis, &mut passes);
    let given = Given { args: vec![name.to_string()], ..Given::default() };
    for (who, outcome) in witnesses::all(low_level, &given, &mut passes)? {
        outcome.compare(who, &expected).map_err(alone)?;
    }
    Ok(())
}

fn program(functions: &[Function]) -> Text {
    let check =
        "def _(n):\n    if type(n) is int and not -2**63 <= n < 2**63:\n        raise OverflowError\n    return n\n";
    let mut parts =
        vec![Text { naja: String::new(), cpython: check.into() }, Text::new("INF = 1e308 * 10.0\nNAN = INF - INF\n")];
    for (k, (body, calls)) in functions.iter().enumerate() {
        let locals = "i, j, f, q, u, v = a, b, x, p, x if p else a, b if p else y\n";
        let body = Text::concat(&[Text::new(locals), body.clone()]).indented();
        parts.push(Text::form(&format!("def e{k}(a, b, c, x, y, p):\n{{}}"), &[&body]));
        for call in calls {
            parts.push(Text::new(format!(
                "try:\n    print({k}, e{k}({call}))\nexcept OverflowError:\n    print({k}, 'OverflowError')\n\
                 except (ZeroDivisionError, ValueError, AssertionError) as e:\n    print({k}, repr(e))\n"
            )));
        }
    }
    Text::concat(&parts)
}
