//! Large and deep programs: no stack overflow, no hang. The tests run on threads
//! of 2 MiB in a debug build; users have at least 8 MiB.

mod common;

use common::{flow, mistakes};
use naja_ir::flow::FlowGraph;

fn program(text: &str) -> Vec<(&str, &str)> {
    vec![("prog.py", text)]
}

#[test]
fn long_chains_are_accepted() {
    let n = 10_000;
    let sum = vec!["1"; n].join(" + ");
    let and = vec!["x"; n].join(" and ");
    let compare = vec!["x"; n].join(" < ");
    let attributes = format!("x{}", ".a".repeat(n));
    let calls = format!("x{}", "()".repeat(n));
    let minus = format!("{}x", "- ".repeat(n));
    let not = format!("{}x", "not ".repeat(n));
    let conditional = format!("{}x", "x if x else ".repeat(n));
    let strings = vec!["'a'"; n].join(" ");
    let elifs = format!("if x:\n    pass\n{}", "elif x:\n    x = 2\n".repeat(n));
    for expr in [sum, and, compare, attributes, calls, minus, not, conditional, strings] {
        flow(&program(&format!("x = 1\ny = {expr}\n")));
        flow(&program(&format!("def f(x):\n    if {expr}:\n        return 2\n")));
    }
    flow(&program(&format!("x = 1\n{elifs}")));
    flow(&program(&format!("def f(x):\n    {}", elifs.replace('\n', "\n    "))));
}

#[test]
fn deep_nesting_is_accepted_up_to_the_limits() {
    let n = 190;
    flow(&program(&format!("x = 1\ny = {}x{}\n", "(".repeat(n), ")".repeat(n))));
    flow(&program(&format!("def f(x):\n    return {}x{}\n", "f(".repeat(n), ")".repeat(n))));
    flow(&program(&format!("def f(x):\n    return {}x{}\n", "f(not -(1, ".repeat(n / 2), ")[0])".repeat(n / 2))));
    flow(&program(&format!(
        "def f(x):\n    return {}x{}\n",
        "f(x + x * x ** (x or ".repeat(n / 2),
        "))".repeat(n / 2)
    )));
    flow(&program(&format!("def f(x):\n    return {}x{}\n", "[".repeat(n), " for y in x]".repeat(n))));
    flow(&program(&format!("def f(x):\n    return {}x\n", "lambda y: ".repeat(490))));
    flow(&program(&format!("def f(x):\n    return [x{}]\n", " for y in x for x in y if x".repeat(5_000))));
    let pattern = format!("{}x{}", "[".repeat(n), "]".repeat(n));
    flow(&program(&format!("def f(x):\n    match x:\n        case {pattern}:\n            return x\n")));
    let mut functions = String::from("def f(x):\n");
    for depth in 1..95 {
        functions += &format!("{0}y{depth} = x\n{0}def f():\n", " ".repeat(depth));
    }
    functions += &format!("{}return y1, y2, y50, y94, x\n", " ".repeat(95));
    flow(&program(&functions));
    let mut blocks = String::from("def f(x):\n");
    for depth in 1..95 {
        blocks += &format!("{}if x:\n", " ".repeat(depth));
    }
    blocks += &format!("{}x = 1\n", " ".repeat(95));
    flow(&program(&blocks));
}

#[test]
fn deeper_nesting_is_refused() {
    for n in [250, 10_000, 100_000] {
        let deep = [
            format!("{}x{}", "(".repeat(n), ")".repeat(n)),
            format!("{}x{}", "f(".repeat(n), ")".repeat(n)),
            format!("{}{}", "[".repeat(n), "]".repeat(n)),
            "(".repeat(n),
            format!("f'{{{}x{}}}'", "(".repeat(n), ")".repeat(n)),
        ];
        for expr in deep {
            let errors = mistakes(&program(&format!("x = {expr}\n")));
            assert!(errors.contains("E0112 too many nested parentheses"), "{errors}");
        }
    }
    // Powers nest to the right, without brackets.
    flow(&program(&format!("def f(x):\n    return {}x\n", "x ** ".repeat(490))));
    for n in [1_000, 100_000] {
        let deep = [format!("{}x", "x ** ".repeat(n)), format!("{}x", "lambda: ".repeat(n))];
        for expr in deep {
            let errors = mistakes(&program(&format!("x = {expr}\n")));
            assert_eq!(errors.lines().count(), 1, "{errors}");
            assert!(errors.contains("E0112 this expression is nested too deeply"), "{errors}");
        }
    }
    let mut blocks = String::new();
    for depth in 0..120 {
        blocks += &format!("{}if x:\n", " ".repeat(depth));
    }
    assert!(mistakes(&program(&blocks)).contains("E0111 too many levels of indentation"));
    let mut loops = String::new();
    for depth in 0..21 {
        loops += &format!("{}while 1:\n", " ".repeat(depth));
    }
    loops += &format!("{}pass\n", " ".repeat(21));
    assert_eq!(mistakes(&program(&loops)), "prog.py:22:22 E0112 too many statically nested blocks\n");
}

#[test]
fn nested_finally_does_not_explode() {
    let mut text = String::from("def f(x):\n");
    for depth in 0..20 {
        text += &format!("{0} try:\n{0}  f(x)\n{0} finally:\n", " ".repeat(depth));
    }
    text += &format!("{}f(x)\n", " ".repeat(21));
    assert!(mistakes(&program(&text)).contains("E0207"));
}

/// Four times the program takes about four times as long.
#[test]
fn graphs_grow_with_the_text() {
    let shapes: [(&str, &str); 9] = [
        ("lambdas", "    a{i} = x\n    y = lambda z: (a{i}, z, x)\n"),
        ("comprehensions", "    x = [y + z for z in x if z]\n"),
        ("cells", "    def g{i}():\n        nonlocal x\n        x = y\n        return g{i}\n"),
        ("patterns", "    match x:\n        case [a, *y] | {1: a, 2: [y]}:\n            x = a\n"),
        ("straight", "    x = x + y * 2\n    y = f(x, y)\n"),
        ("branches", "    if x > y and y is not None:\n        x = x - 1\n    else:\n        y = 3\n"),
        ("loops", "    for i in range(x):\n        y += i\n        if y > 3:\n            break\n"),
        ("names", "    a{i} = x\n    b{i} = a{i} + y\n"),
        ("tries", "    try:\n        x = f(x, y)\n    except ValueError as e:\n        y = x\n"),
    ];
    for (name, shape) in shapes {
        let text = |n: usize| {
            let body: String = (0..n).map(|i| shape.replace("{i}", &i.to_string())).collect();
            format!("def f(x, y, a=1):\n{body}    return x\n")
        };
        // What the graphs hold: as time, but the same on every machine.
        let size = |n: usize| -> usize {
            let text = text(n);
            let space = flow(&program(&text));
            let links = |graph: &FlowGraph| -> usize {
                let blocks = graph.blocks.values();
                blocks.flat_map(|b| b.terminator.links().into_iter().map(|link| 1 + link.args.len())).sum()
            };
            space.program.functions.values().map(|f| f.graph.values.len() + links(&f.graph)).sum()
        };
        let (small, large) = (size(500), size(2_000));
        assert!(large < 5 * small, "{name}: {small} {large}");
    }
}
