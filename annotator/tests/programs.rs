//! Whole programs, through flowspace: what is inferred, and what is told.

use naja_annotator::annotation::Annotation;
use naja_annotator::display::{display, signature};
use naja_annotator::{Annotations, Options, annotate};
use naja_flowspace::{Files, FlowSpace};
use naja_ir::diagnostic::Diagnostic;
use naja_ir::lltype::well_known_structs;
use std::path::{Path, PathBuf};

struct Text<'a>(&'a str);

impl Files for Text<'_> {
    fn read(&self, path: &str) -> Option<std::io::Result<Vec<u8>>> {
        (path == "main.py").then(|| Ok(self.0.as_bytes().to_vec()))
    }
}

fn flow(source: &str) -> FlowSpace {
    naja_flowspace::build("main.py", &Text(source)).unwrap_or_else(|f| panic!("{:#?}", f.diagnostics))
}

fn analyse(flow: &mut FlowSpace, shuffle: Option<u64>) -> Result<Annotations, Vec<Diagnostic>> {
    let main = flow.main;
    annotate(flow, &[(main, vec![])], &Options { structs: &well_known_structs(), shuffle, ..Options::default() })
}

/// The signatures of the program's functions, in the order of their definition.
fn signatures(source: &str) -> Vec<String> {
    let mut flow = flow(source);
    let found = analyse(&mut flow, None).unwrap_or_else(|d| panic!("{d:#?}"));
    let mut specs: Vec<_> = found.specs.iter().filter(|(_, s)| s.func != flow.main).collect();
    specs.sort_by_key(|(_, s)| s.func);
    specs.into_iter().map(|(id, _)| signature(&flow.program, &found, id)).collect()
}

/// Each mistake: its line, code and message, then the lines and words that explain it.
fn mistakes(source: &str) -> Vec<String> {
    let mut flow = flow(source);
    let found = analyse(&mut flow, None).expect_err("the program has mistakes");
    told(&flow, &found)
}

fn notes(source: &str) -> Vec<String> {
    let mut flow = flow(source);
    let found = analyse(&mut flow, None).unwrap_or_else(|d| panic!("{d:#?}"));
    told(&flow, &found.notes)
}

fn told(flow: &FlowSpace, diagnostics: &[Diagnostic]) -> Vec<String> {
    let mut lines = Vec::new();
    for d in diagnostics {
        lines.push(format!("{}: {} {}", flow.sources.line(d.span.unwrap()), d.code, d.message));
        lines.extend(d.related.iter().map(|(span, text)| format!("  {}: {text}", flow.sources.line(*span))));
        lines.extend(d.help.iter().map(|help| format!("  help: {help}")));
    }
    lines
}

#[test]
fn signatures_tell_what_arrives() {
    let found = signatures(
        "\
def half(n, by=2):
    return n / by
def pick(c):
    return 1 if c else 2.5
def pair(a, *, b=None):
    return a, b
def never():
    raise ValueError('no')
print(half(3), half(2.5), pick(half(1) > 1), pair('x'), pair('y', b=1))
try:
    never()
except ValueError:
    pass
",
    );
    assert_eq!(
        found,
        [
            "def half(n: int, by: int = 2) -> float",
            "def half(n: float, by: int = 2) -> float",
            "def pick(c: bool) -> int | float",
            "def pair(a: str, *, b: None = None) -> tuple[str, None]",
            "def pair(a: str, *, b: int = None) -> tuple[str, int]",
            "def never() -> Never",
        ]
    );
}

#[test]
fn mistakes_tell_both_histories() {
    let found = mistakes(
        "\
def label(name, age):
    return name + age
def greet(age):
    return label('you', age)
print(greet(41))
",
    );
    assert_eq!(
        found,
        [
            "2: E0312 `+` has no meaning between str and int",
            "  4: `name` is a str from this call",
            "  help: write `name + str(age)`",
        ]
    );
}

#[test]
fn mistakes_are_told_together() {
    let found = mistakes(
        "\
def f(a):
    return a.size
x = f(1)
y = x + 1
print(len(5))
'a' - 1
",
    );
    let codes: Vec<_> = found.iter().filter(|l| !l.starts_with(' ')).map(|l| l.split(' ').nth(1).unwrap()).collect();
    assert_eq!(codes, ["E0314", "E0317", "E0312"]);
}

#[test]
fn calls_that_do_not_fit_name_the_function() {
    let found = mistakes("def f(a, b):\n    return a\nf(1)\n");
    assert_eq!(found, ["3: E0316 f() misses `b`", "  1: `f` is defined here"]);
}

#[test]
fn hints_that_contradict_are_told() {
    let found = notes("def f(a: int, b: float) -> str:\n    return 1\nf('x', 2)\n");
    assert_eq!(
        found,
        [
            "1: W0350 the hint contradicts what is inferred: `a` can be a str",
            "  3: `a` is a str from this call",
            "1: W0350 the hint contradicts what is inferred: the result can be an int",
        ]
    );
}

#[test]
fn unions_that_cost_are_noted() {
    let found = notes("def f(a):\n    return a\nfor i in range(2):\n    f(1 if i else 2.5)\n");
    assert_eq!(
        found,
        [
            "1: N0360 `a` holds int | float: each use asks which it is",
            "  4: `a` is an int from this call",
            "  4: `a` is a float from this call",
        ]
    );
}

#[test]
fn unions_inside_containers_and_attributes_are_noted() {
    let text = "\
class A:
    def __init__(self):
        self.x = None
        self.items = []
a = A()
a.x = 2.5
a.items.append(1)
a.items.extend([\"b\"])
d = dict(k=1)
d.setdefault(\"l\", 2.5)
";
    assert_eq!(
        notes(text),
        [
            "3: N0360 the attribute `x` of A holds float | None: each use asks which it is",
            "  3: `x` is None from here",
            "  6: `x` is a float from here",
            "4: N0360 the list that is made here holds int | str: each use asks which it is",
            "  7: an item is an int from here",
            "  8: an item is a str from here",
            "9: N0360 the values of the dict that is made here are int | float: each use asks which it is",
            "  9: a value is an int from here",
            "  10: a value is a float from here",
        ]
    );
}

/// The programs of the test suite.
fn suite() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/programs");
    let mut paths: Vec<_> = std::fs::read_dir(&root)
        .unwrap()
        .flat_map(|dir| std::fs::read_dir(dir.unwrap().path()).into_iter().flatten())
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "py"))
        .collect();
    paths.sort();
    assert!(paths.len() > 100);
    let read = |path: PathBuf| std::fs::read_to_string(&path).ok().map(|text| (path, text));
    paths.into_iter().filter_map(read).filter(|(_, text)| !text.is_empty()).collect()
}

/// Shuffled work gives the same answer. False where the program is not accepted.
fn assert_order_does_not_matter(source: &str, seeds: u64, about: &str) -> bool {
    let Ok(mut flow) = naja_flowspace::build("main.py", &Text(source)) else { return false };
    let Ok(expected) = analyse(&mut flow, None) else { return false };
    for seed in 0..seeds {
        let found = analyse(&mut flow, Some(seed)).unwrap_or_else(|d| panic!("{about}: {d:#?}"));
        // Containers may be numbered in another order.
        let same = |a: &Annotation, b: &Annotation| {
            a == b || display(a, &expected.containers) == display(b, &found.containers)
        };
        for id in expected.live.iter() {
            let spec = &expected.specs[id];
            let values: Vec<_> = flow.program.functions[spec.func].graph.values.keys().collect();
            let is_there = found.specs.values().any(|s| {
                s.func == spec.func
                    && spec.params.iter().zip(&s.params).all(|(a, b)| same(a, b))
                    && same(&spec.result, &s.result)
                    && values.iter().all(|&v| same(&spec.values[v], &s.values[v]))
            });
            let name = &flow.program.functions[spec.func].name;
            assert!(is_there, "{name} of {about}: {:?} with seed {seed}", spec.params);
        }
        for global in flow.program.globals.keys() {
            assert!(same(&expected.globals[global], &found.globals[global]), "{about}");
        }
    }
    true
}

#[test]
fn the_order_of_work_does_not_change_the_answer() {
    for (path, source) in suite() {
        assert_order_does_not_matter(&source, 5, &path.display().to_string());
    }
}

/// Programs in which a word was exchanged for another: most are wrong, some have
/// strange unions. None of them may make the compiler panic.
#[test]
fn mutated_programs_are_told_or_accepted() {
    const WORDS: &[&str] = &[
        "None",
        "1.5",
        "0",
        "-1",
        "\"text\"",
        "(1, \"a\")",
        "True",
        "range(3)",
        "ValueError",
        "print",
        "len",
        "9223372036854775807",
        "+",
        "-",
        "*",
        "//",
        "**",
        "%",
        "<<",
        "==",
        "<",
        "in",
        "is",
        "and",
        "or",
        "&",
        "x",
        "n",
        "e",
        "return",
        "int",
    ];
    let mut state = 1u64;
    let mut random = move |n: usize| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as usize % n
    };
    let programs = suite();
    let rounds: usize = std::env::var("ANNOTATOR_MUTATIONS").map_or(400, |n| n.parse().unwrap());
    let mut accepted = 0;
    for _ in 0..rounds {
        let (path, source) = &programs[random(programs.len())];
        let mut words: Vec<&str> =
            source.split_inclusive(|c: char| !c.is_alphanumeric() && c != '_' && c != '.').collect();
        for _ in 0..1 + random(2) {
            let at = random(words.len());
            let word = WORDS[random(WORDS.len())];
            // What ended the word stays.
            words[at] = words[at].trim_start_matches(|c: char| c.is_alphanumeric() || c == '_' || c == '.');
            words.insert(at, word);
        }
        let source = words.concat();
        accepted += assert_order_does_not_matter(&source, 1, &format!("{}:\n{source}", path.display())) as usize;
    }
    assert!(accepted * 20 > rounds, "{accepted} of {rounds} were accepted");
}

/// Functions of the library, for the types that the rtyper calls them with.
#[test]
fn the_library_keeps_to_its_dialect() {
    use naja_annotator::annotation::Member;
    use naja_ir::lltype::{EXCEPTION, FRAME, LlType, STR};
    const INT: LlType = LlType::I64;
    const FLOAT: LlType = LlType::F64;
    const TEXT: LlType = LlType::Ptr(STR);
    const EXC: LlType = LlType::Ptr(EXCEPTION);
    let entries: &[(&str, &str, &[LlType], &str)] = &[
        ("start", "ll_main", &[], "i64"),
        ("int", "ll_int_str", &[INT], "*Str"),
        ("int", "ll_int_floordiv", &[INT, INT], "i64"),
        ("int", "ll_int_truediv", &[INT, INT], "f64"),
        ("int", "ll_int_pow", &[INT, INT], "i64"),
        ("int", "ll_int_divmod", &[INT, INT], "tuple[i64, i64]"),
        ("int", "ll_int_from_str", &[TEXT], "i64"),
        ("float", "ll_float_repr", &[FLOAT], "*Str"),
        ("float", "ll_float_from_str", &[TEXT], "f64"),
        ("float", "ll_float_pow", &[FLOAT, FLOAT], "f64"),
        ("float", "ll_float_round", &[FLOAT, INT], "f64"),
        ("string", "ll_concat", &[TEXT, TEXT], "*Str"),
        ("string", "ll_str_repr", &[TEXT], "*Str"),
        ("range", "ll_range_repr", &[INT, INT, INT], "*Str"),
        ("math", "ll_math_isqrt", &[INT], "i64"),
        ("io", "ll_print_str", &[INT, TEXT], "None"),
        ("gc", "ll_allocate", &[INT], "i64"),
        ("instance", "ll_overflow", &[INT], "Never"),
        ("traceback", "ll_add_frame", &[EXC, LlType::Ptr(FRAME)], "None"),
    ];
    let mut flow = flow("");
    let structs = well_known_structs();
    for (module, name, params, result) in entries {
        let func = flow.library_function(module, name);
        let params = params.iter().map(|&ty| Annotation::of(Member::Low(ty))).collect();
        let options = Options { structs: &structs, ..Options::default() };
        match annotate(&mut flow, &[(func, params)], &options) {
            Ok(found) => assert_eq!(
                display(&found.specs[found.entries[0]].result, &found.containers),
                *result,
                "{module}.{name}"
            ),
            Err(d) => panic!("{module}.{name}: {:#?}", told(&flow, &d)),
        }
    }
}
