//! Random programs that make much of control flow: what is printed shows the
//! order in which everything happens.

use proptest::prelude::*;
use proptest::strategy::BoxedStrategy;

const NAMES: [&str; 4] = ["a", "b", "c", "g"];

/// Prints its tag, then gives back, or raises, depending on the counter `fuel`.
pub const PRELUDE: &str = "\
fuel = 0
g = 7

def t(tag, value):
    global fuel
    fuel = fuel + 1
    print(tag, value)
    if fuel % 7 == 3:
        raise ValueError(tag)
    if fuel % 11 == 5:
        raise KeyError(tag)
    if fuel > 60:
        raise RuntimeError(tag)
    return value

def rest(x, *args, k=3, **more):
    return x, args, k, more

def shown(f):
    print('made')
    return f

if fuel:
    a = b = c = inner = 0

";

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(&NAMES[..]).prop_map(str::to_owned)
}

fn expr() -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        12 => name(),
        9 => (0..4i64).prop_map(|n| n.to_string()),
        1 => Just("None".to_owned()),
        1 => Just("(1, 2)".to_owned()),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        let op = prop::sample::select(&["+", "-", "*", "//", "%"][..]);
        let compare = prop::sample::select(&["<", "<=", "==", "!=", ">", ">="][..]);
        prop_oneof![
            6 => (0..90u32, inner.clone()).prop_map(|(tag, e)| format!("t({tag}, {e})")),
            4 => (inner.clone(), op, inner.clone()).prop_map(|(a, op, b)| format!("({a} {op} {b})")),
            4 => (inner.clone(), compare.clone(), inner.clone()).prop_map(|(a, op, b)| format!("({a} {op} {b})")),
            4 => (inner.clone(), prop::sample::select(&["is", "is not"][..])).prop_map(|(a, op)| format!("({a} {op} None)")),
            4 => (inner.clone(), compare.clone(), inner.clone(), compare, inner.clone())
                .prop_map(|(a, x, b, y, c)| format!("({a} {x} {b} {y} {c})")),
            4 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} and {b})")),
            4 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} or {b})")),
            4 => inner.clone().prop_map(|a| format!("(not {a})")),
            4 => (inner.clone(), inner.clone(), inner.clone()).prop_map(|(a, b, c)| format!("({a} if {b} else {c})")),
            4 => (prop::sample::select(&NAMES[..3]), inner.clone()).prop_map(|(n, e)| format!("({n} := {e})")),
            4 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}, {b})[{b} == {a}]")),
            1 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("f'<{{{a}}}{{{b}!r}}>'")),
            3 => (inner.clone(), name(), inner.clone())
                .prop_map(|(a, n, c)| format!("[{a} for {n} in range(3) if {c}]")),
            1 => (inner.clone(), name(), name(), inner.clone())
                .prop_map(|(a, m, n, b)| format!("[({m}, {n}, {a}) for {m} in range(2) for {n} in {b}]")),
            2 => (prop::sample::select(&NAMES[..]), inner.clone(), inner.clone())
                .prop_map(|(n, a, b)| format!("[({n} := ({a}, i)) for i in range(2) if {b}]")),
            2 => (prop::sample::select(&["any", "all"][..]), name(), inner.clone())
                .prop_map(|(f, n, a)| format!("{f}({a} for {n} in range(4))")),
            1 => (inner.clone(), name()).prop_map(|(a, n)| format!("tuple({a} for {n} in range(2))")),
            1 => (inner.clone(), name(), inner.clone(), inner.clone())
                .prop_map(|(a, n, b, c)| format!("next(({a} for {n} in range(3) if {b}), {c})")),
            1 => (inner.clone(), name(), inner.clone())
                .prop_map(|(a, n, b)| format!("next({a} for {n} in range(3) if {b})")),
            2 => (name(), inner.clone(), inner.clone()).prop_map(|(n, a, b)| format!("(lambda {n}: {a})({b})")),
            2 => (name(), inner.clone(), inner.clone()).prop_map(|(n, a, b)| format!("(lambda {n}={a}: {b})()")),
            2 => (name(), inner.clone())
                .prop_map(|(n, a)| format!("[f() for f in [lambda: ({n}, {a}) for {n} in range(2)]]")),
            1 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("[*{a}, {b}, *(1, {b})]")),
            1 => (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("{{{a}: {b}, **{{1: {c}}}, 2: {a}}}")),
            1 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("rest({a}, *[{b}], *({a}, {b}))")),
            1 => (inner.clone(), name(), inner.clone())
                .prop_map(|(a, n, b)| format!("rest(*({a} for {n} in range(2)), *[*({b} for {n} in range(2))])")),
            1 => (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("rest(*{a}, k={b}, **{{'x': {c}}})")),
            1 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("rest(*({a} for c in range(2)), k={b})")),
            3 => inner.prop_map(|a| format!("(t(61, 1) and inner({a}))")),
        ]
    })
    .boxed()
}

fn simple() -> BoxedStrategy<String> {
    prop_oneof![
        4 => (name(), expr()).prop_map(|(n, e)| format!("{n} = {e}")),
        2 => (name(), expr()).prop_map(|(n, e)| format!("{n} += {e}")),
        2 => (name(), name(), expr(), expr()).prop_map(|(x, y, a, b)| format!("{x}, {y} = {a}, {b}")),
        1 => (name(), name(), expr()).prop_map(|(x, y, a)| format!("{x} = {y} = {a}")),
        1 => (name(), name(), name(), expr())
            .prop_map(|(x, y, z, a)| format!("{x}, *{y} = ({a} for {z} in range(3))")),
        3 => expr().prop_map(|e| format!("print({e})")),
        1 => name().prop_map(|n| format!("del {n}")),
        1 => expr().prop_map(|e| format!("assert {e}, t(99, 1)")),
        1 => expr().prop_map(|e| format!("raise TypeError({e})")),
        1 => expr().prop_map(|e| format!("raise KeyError from {e}")),
        1 => expr().prop_map(|e| format!("return {e}")),
        1 => Just("pass".to_owned()),
    ]
    .boxed()
}

fn indent(body: &[String]) -> String {
    let lines = body.iter().flat_map(|s| s.lines()).map(|line| format!("    {line}"));
    lines.collect::<Vec<_>>().join("\n")
}

fn pattern() -> impl Strategy<Value = String> {
    prop::sample::select(
        &[
            "1 | 2 | -3",
            "[a, *b]",
            "(a, 2)",
            "(1 | True | 2) as c",
            "[(a, b), *_]",
            "{1: a, **b}",
            "{2: [c, *_]} | [_, c]",
            "int(a)",
            "str() | None",
            "[1, _, *_]",
            "()",
            "{}",
            "[*_]",
            "'x'",
            "[a] | (a, _)",
        ][..],
    )
    .prop_map(str::to_owned)
}

/// Statements; `{again}` stands where a loop is around or not.
fn stmt() -> BoxedStrategy<String> {
    simple()
        .prop_recursive(3, 12, 3, |inner| {
            let body = prop::collection::vec(inner, 1..3).prop_map(|body| indent(&body));
            let in_loop = (body.clone(), prop::sample::select(&["pass", "break", "continue"][..]), expr())
                .prop_map(|(body, leave, test)| format!("{body}\n    if {test}:\n        {leave}\n    print('round')"));
            let class = prop::sample::select(
                &[
                    "ValueError",
                    "KeyError",
                    "(KeyError, ValueError)",
                    "ArithmeticError",
                    "LookupError",
                    "(t(77, 1), KeyError)[1]",
                ][..],
            );
            let handler = (class, name(), body.clone(), any::<bool>())
                .prop_map(|(class, name, body, again)| {
                    let raise = if again { "\n    raise" } else { "" };
                    format!("except {class} as {name}:\n{body}{raise}")
                })
                .boxed();
            prop_oneof![
                (expr(), body.clone(), expr(), body.clone(), body.clone())
                    .prop_map(|(t, a, u, b, c)| format!("if {t}:\n{a}\nelif {u}:\n{b}\nelse:\n{c}")),
                (name(), in_loop.clone(), body.clone())
                    .prop_map(|(n, b, e)| format!("for {n} in range(3):\n{b}\nelse:\n{e}")),
                (expr(), in_loop, body.clone())
                    .prop_map(|(t, b, e)| { format!("while t(50, 1) and {t}:\n{b}\nelse:\n{e}") }),
                (body.clone(), handler.clone(), handler, body.clone())
                    .prop_map(|(b, h, i, e)| format!("try:\n{b}\n{h}\n{i}\nelse:\n{e}")),
                (body.clone(), body.clone()).prop_map(|(b, f)| format!("try:\n{b}\nfinally:\n{f}")),
                (name(), 0..4u8, 0..4u8, body.clone())
                    .prop_map(|(n, i, j, b)| format!("with open({i}) as {n}, open({j}):\n{b}")),
                (name(), 0..4u8, body.clone(), prop::sample::select(&["break", "continue", "pass"][..])).prop_map(
                    |(n, i, b, leave)| {
                        let with = format!("with open({i}) as {n}:\n{b}\n    {leave}");
                        format!("for i in range(2):\n{}\n    print('behind')", indent(&[with]))
                    }
                ),
                (expr(), pattern(), expr(), body.clone(), pattern(), body.clone(), body.clone()).prop_map(
                    |(e, p, guard, a, q, b, c)| {
                        let case = |text: String| indent(&[text]);
                        format!(
                            "match {e}:\n{}\n{}\n{}",
                            case(format!("case {p} if {guard}:\n{a}")),
                            case(format!("case {q}:\n{b}")),
                            case(format!("case a:\n{c}"))
                        )
                    }
                ),
                (
                    name(),
                    expr(),
                    prop::sample::select(&["pass", "nonlocal a", "nonlocal c", "global g"][..]),
                    body.clone()
                )
                    .prop_map(|(n, e, declare, b)| {
                        let n = if declare.ends_with(&n) { "x".to_owned() } else { n };
                        let decorator = if e.len() % 4 == 0 { "@shown\n" } else { "" };
                        format!("{decorator}def inner({n}={e}):\n    {declare}\n{b}\n    return t(62, {n})")
                    }),
                (body.clone(), body.clone(), body.clone())
                    .prop_map(|(b, h, f)| format!("try:\n{b}\nexcept:\n{h}\nfinally:\n{f}")),
                (prop::sample::select(&["break", "continue"][..]), body.clone(), body).prop_map(|(leave, b, f)| {
                    format!(
                        "for i in range(2):\n    try:\n{}\n        {leave}\n    finally:\n{}",
                        indent(&[b]),
                        indent(&[f])
                    )
                }),
            ]
        })
        .boxed()
}

/// A program: functions that call each other, and a top level that calls them.
pub fn program() -> BoxedStrategy<String> {
    let body = || prop::collection::vec(stmt(), 1..5).prop_map(|body| indent(&body));
    (body(), body(), any::<bool>(), prop::collection::vec(stmt(), 1..4))
        .prop_map(|(first, second, global, top)| {
            let locals = "    if fuel < 0:\n        a = b = c = inner = 0\n";
            let declare = if global { "    global g\n" } else { "" };
            let is_of_function = |s: &String| s.contains("return") || s.contains("nonlocal");
            let top: String = top.into_iter().filter(|s| !is_of_function(s)).map(|s| s + "\n").collect();
            format!(
                "{PRELUDE}def first(a, b=2):\n{declare}{locals}{first}\n\ndef second(a):\n{locals}{second}\n    return first(a, b=t(88, 3))\n\n\
                 a = 1\nprint(first(1))\nprint(second(2))\n{top}print(a, g)\n"
            )
        })
        .boxed()
}

/// Three modules that bind their names in some order and import each other,
/// while functions that need these names are called: (path, text), the entry first.
pub fn modules() -> BoxedStrategy<Vec<(String, String)>> {
    ["prog", "a", "b"]
        .map(|module| module_text(module).prop_map(move |text| (format!("{module}.py"), text)))
        .into_iter()
        .collect::<Vec<_>>()
        .boxed()
}

fn module_text(module: &'static str) -> BoxedStrategy<String> {
    let others: Vec<&str> = ["a", "b"].into_iter().filter(|other| *other != module).collect();
    // A function calls only functions of later letters, so that every call ends.
    let usage = move |from: usize| {
        let names: Vec<String> = ["X", "Y", "max"]
            .map(str::to_owned)
            .into_iter()
            .chain(["f", "g", "h"][from..].iter().map(|f| format!("{f}()")))
            .collect();
        let others = others.clone();
        (prop::sample::select(names), prop::sample::select(others), 0..3u8).prop_map(move |(name, other, how)| {
            let what = match how {
                0 => format!("{other}.{name}").replace(".max", ".X"),
                _ => name,
            };
            format!(
                "try:\n    print('{module}', '{other}', {what})\nexcept (NameError, AttributeError) as e:\n    \
                 print('missing', '{module}')\n"
            )
        })
    };
    let def = |name: &'static str, from: usize| {
        (usage(from), any::<u8>()).prop_map(move |(usage, n)| {
            let body = usage.lines().map(|line| format!("    {line}\n")).collect::<String>();
            let global = if n % 8 == 0 { "    global X\n    X = 'global'\n" } else { "" };
            format!("def {name}():\n{global}{body}    return '{module}.{name}'\n")
        })
    };
    let import = prop::sample::select(vec![
        "import OTHER\n",
        "import OTHER\n",
        "from OTHER import f, X as x\n",
        "try:\n    from OTHER import g, Y\nexcept ImportError as e:\n    print('not there')\n",
        "from OTHER import *\n",
    ]);
    let other = if module == "a" { "b" } else { "a" };
    let import = import.prop_map(move |text| text.replace("OTHER", other));
    let import_b = Just(if module == "prog" { "import b\n".to_owned() } else { String::new() });
    let fixed = vec![
        Just(format!("X = '{module}.X'\n")).boxed(),
        Just(format!("Y = '{module}.Y'\n")).boxed(),
        // What hides a builtin name may be taken by `*` before it is bound.
        prop_oneof![
            Just(if module == "prog" { "max = 3\n".to_owned() } else { String::new() }),
            Just("del X\n".to_owned())
        ]
        .boxed(),
        def("f", 1).boxed(),
        def("g", 2).boxed(),
        def("h", 3).boxed(),
        import.boxed(),
        import_b.boxed(),
        usage(0).boxed(),
        usage(0).boxed(),
        Just(format!("import {other}\n")).boxed(),
    ];
    (fixed, usage(0))
        .prop_flat_map(|(parts, last)| (Just(parts).prop_shuffle(), Just(last)))
        .prop_map(|(parts, last)| parts.concat() + &last)
        .boxed()
}
