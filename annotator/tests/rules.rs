//! The rules of `ops/`, as tables: what an operation gives for each type.

use naja_annotator::annotation::{Annotation, Interval, Member, RangeFacts};
use naja_annotator::call::{ArgSource, BindError, bind_builtin};
use naja_annotator::display::display;
use naja_annotator::heap::Heap;
use naja_annotator::ops::callable::{Arguments, BUILTINS, answer, builtin};
use naja_annotator::ops::{self, Lack, Rule};
use naja_ir::Name;
use naja_ir::classes::exception_class;
use naja_ir::flow::{BinaryOp, CompareOp, Function, ModuleId, Param, ParamKind, UnaryOp};
use naja_ir::graph::Graph;
use naja_ir::source::{SourceId, Span};

fn int(lo: i64, hi: i64) -> Annotation {
    Annotation::of(Member::Int(Interval { lo, hi }))
}

fn n(n: i64) -> Annotation {
    int(n, n)
}

fn of(m: Member) -> Annotation {
    Annotation::of(m)
}

fn tuple(items: &[Annotation]) -> Annotation {
    of(Member::Tuple(items.to_vec()))
}

fn any_int() -> Annotation {
    Annotation::int()
}

fn exception(name: &str) -> Annotation {
    of(Member::Instance(exception_class(name).unwrap()))
}

/// What a rule gives, in words: the type, `Never`, `no meaning` or `not yet`.
fn words(rule: Rule) -> String {
    match rule {
        Ok(s) => display(&s, &Heap::default()),
        Err(Lack::NoMeaning) => "no meaning".into(),
        Err(Lack::NotYet(_)) => "not yet".into(),
        Err(Lack::Several) => "of one type each".into(),
        Err(Lack::Identity) => "identity".into(),
    }
}

fn values() -> [(&'static str, Annotation); 6] {
    [
        ("int", any_int()),
        ("bool", Annotation::bool()),
        ("float", Annotation::float()),
        ("str", Annotation::str()),
        ("tuple", tuple(&[any_int()])),
        ("None", Annotation::none()),
    ]
}

/// One operator's table: a row for each left operand, a letter for each right one.
fn table(op: BinaryOp) -> Vec<String> {
    let letter = |rule: Rule| match words(rule).as_str() {
        "int" => 'i',
        "float" => 'f',
        "bool" => 'b',
        "str" => 's',
        "no meaning" => '.',
        "not yet" => '?',
        w if w.starts_with("tuple") => 't',
        other => panic!("{other}"),
    };
    values().iter().map(|(_, a)| values().iter().map(|(_, b)| letter(ops::binary(op, a, b))).collect()).collect()
}

#[test]
fn operators_have_the_types_of_cpython() {
    //                                         int       bool      float     str       tuple     None
    assert_eq!(table(BinaryOp::Add), ["iif...", "iif...", "fff...", "...s..", "....t.", "......"]);
    assert_eq!(table(BinaryOp::Sub), ["iif...", "iif...", "fff...", "......", "......", "......"]);
    assert_eq!(table(BinaryOp::Mul), ["iifs?.", "iifs?.", "fff...", "ss....", "??....", "......"]);
    assert_eq!(table(BinaryOp::TrueDiv), ["fff...", "fff...", "fff...", "......", "......", "......"]);
    assert_eq!(table(BinaryOp::FloorDiv), ["iif...", "iif...", "fff...", "......", "......", "......"]);
    assert_eq!(table(BinaryOp::Mod), ["iif...", "iif...", "fff...", "??????", "......", "......"]);
    assert_eq!(table(BinaryOp::And), ["ii....", "ib....", "......", "......", "......", "......"]);
    assert_eq!(table(BinaryOp::LShift), ["ii....", "ii....", "......", "......", "......", "......"]);
    assert_eq!(table(BinaryOp::MatMul), ["......"; 6]);
}

#[test]
fn a_power_is_an_int_unless_its_exponent_is_negative() {
    let power = |a: &Annotation, b: &Annotation| words(ops::binary(BinaryOp::Pow, a, b));
    assert_eq!(power(&n(2), &n(10)), "int");
    assert_eq!(power(&n(2), &n(-1)), "float");
    assert_eq!(power(&n(2), &int(-5, -1)), "float");
    assert_eq!(power(&any_int(), &any_int()), "int");
    assert_eq!(power(&any_int(), &Annotation::float()), "float");
    assert_eq!(ops::binary(BinaryOp::Pow, &n(2), &n(64)), Ok(Annotation::NEVER));
}

#[test]
fn division_by_a_known_zero_always_raises() {
    for op in [BinaryOp::TrueDiv, BinaryOp::FloorDiv, BinaryOp::Mod] {
        assert_eq!(ops::binary(op, &any_int(), &n(0)), Ok(Annotation::NEVER));
        assert_eq!(ops::binary(op, &Annotation::float(), &n(0)), Ok(Annotation::NEVER));
    }
}

#[test]
fn comparisons() {
    let compare = |op, a: &Annotation, b: &Annotation| ops::compare(op, a, b);
    let known = |b: bool| Ok(of(Member::Bool(Some(b))));
    let unknown = Ok(Annotation::bool());
    assert_eq!(compare(CompareOp::Eq, &n(1), &Annotation::str()), known(false));
    assert_eq!(compare(CompareOp::Ne, &n(1), &Annotation::none()), known(true));
    assert_eq!(compare(CompareOp::Eq, &n(1), &of(Member::Bool(Some(true)))), known(true));
    assert_eq!(compare(CompareOp::Eq, &n(1), &Annotation::float()), unknown);
    assert_eq!(compare(CompareOp::Lt, &int(0, 9), &int(10, 20)), known(true));
    assert_eq!(compare(CompareOp::Ge, &int(0, 10), &int(10, 20)), unknown);
    assert_eq!(compare(CompareOp::Lt, &n(1), &Annotation::str()), Err(Lack::NoMeaning));
    assert_eq!(compare(CompareOp::Is, &Annotation::none(), &Annotation::none()), known(true));
    assert_eq!(compare(CompareOp::IsNot, &n(1), &Annotation::none()), known(true));
    assert_eq!(compare(CompareOp::Is, &n(1), &n(1)), Err(Lack::Identity));
    assert_eq!(compare(CompareOp::Is, &exception("KeyError"), &exception("KeyError")), unknown);
    assert_eq!(compare(CompareOp::In, &n(1), &tuple(&[n(2), Annotation::str()])), known(false));
    assert_eq!(compare(CompareOp::In, &n(1), &tuple(&[any_int()])), unknown);
    assert_eq!(compare(CompareOp::In, &n(1), &Annotation::str()), Err(Lack::NoMeaning));
    assert_eq!(compare(CompareOp::Eq, &tuple(&[n(1)]), &tuple(&[n(1), n(2)])), known(false));
    assert_eq!(compare(CompareOp::Lt, &tuple(&[n(1), n(2)]), &tuple(&[n(1)])), known(false));
}

#[test]
fn unions_join_the_combinations_that_have_a_meaning() {
    let optional = any_int().join(&Annotation::none());
    let number = any_int().join(&Annotation::float());
    assert_eq!(words(ops::binary(BinaryOp::Add, &optional, &n(1))), "int");
    assert_eq!(words(ops::binary(BinaryOp::Add, &number, &n(1))), "int | float");
    assert_eq!(words(ops::binary(BinaryOp::TrueDiv, &number, &n(1))), "float");
    assert_eq!(words(ops::binary(BinaryOp::Add, &optional, &Annotation::str())), "no meaning");
    assert_eq!(words(ops::unary(UnaryOp::Not, &optional)), "bool");
    assert_eq!(words(ops::truth(&Annotation::none())), "bool");
    // What is not there yet must not raise TypeError when the program runs.
    let text = any_int().join(&Annotation::str());
    assert_eq!(words(ops::binary(BinaryOp::Mod, &text, &n(2))), "not yet");
}

#[test]
fn items_of_tuples() {
    let t = tuple(&[n(1), Annotation::str(), Annotation::float()]);
    let item = |i: &Annotation| words(ops::get_item(&t, i));
    assert_eq!(item(&n(1)), "str");
    assert_eq!(item(&n(-1)), "float");
    assert_eq!(item(&n(3)), "Never");
    assert_eq!(item(&int(1, 2)), "float | str");
    assert_eq!(item(&any_int()), "int | float | str");
    assert_eq!(item(&Annotation::str()), "no meaning");
}

/// What a builtin gives for positional arguments.
fn call(name: &str, args: &[Annotation]) -> String {
    let row = builtin(name).unwrap();
    match bind_builtin(&row.params, args.len(), &[]) {
        Ok(bound) => words(answer(row, &bound, args)),
        Err(error) => format!("{error:?}"),
    }
}

#[test]
fn builtins() {
    let (float, str, none) = (Annotation::float(), Annotation::str(), Annotation::none());
    assert_eq!(call("len", std::slice::from_ref(&str)), "int");
    assert_eq!(call("len", &[n(1)]), "no meaning");
    assert_eq!(call("abs", &[float.join(&n(-1))]), "int | float");
    assert_eq!(call("max", &[n(1), float.clone()]), "int | float");
    assert_eq!(call("max", &[tuple(&[n(1), n(2)])]), "int");
    assert_eq!(call("max", &[n(1), str.clone()]), "no meaning");
    assert_eq!(call("min", &[tuple(&[])]), "Never");
    assert_eq!(call("round", std::slice::from_ref(&float)), "int");
    assert_eq!(call("round", &[float.clone(), n(2)]), "float");
    assert_eq!(call("divmod", &[n(7), float.clone()]), "tuple[float, float]");
    assert_eq!(call("pow", &[n(2), n(3), n(5)]), "int");
    assert_eq!(call("int", std::slice::from_ref(&none)), "no meaning");
    assert_eq!(call("int", &[str.clone(), n(16)]), "int");
    assert_eq!(call("sum", &[tuple(&[n(1), float.clone()])]), "float");
    assert_eq!(call("print", &[n(1), str, float, none]), "None");
    assert_eq!(call("type", &[n(1)]), "type[int]");
    assert_eq!(call("range", &[n(10)]), "range");
    assert_eq!(call("range", &[n(1), n(2), n(0)]), "Never");
    assert_eq!(call("ord", &[n(1)]), "no meaning");
}

#[test]
fn rows_are_in_order() {
    assert!(BUILTINS.is_sorted_by_key(|row| row.name));
}

#[test]
fn ranges_know_their_items() {
    let items = |start, stop, step| match ops::range::new(start, stop, step).single() {
        Some(Member::Range(RangeFacts { items, .. })) => (items.lo, items.hi),
        other => panic!("{other:?}"),
    };
    let i = |lo, hi| Interval { lo, hi };
    assert_eq!(items(i(0, 0), i(10, 10), i(1, 1)), (0, 9));
    assert_eq!(items(i(10, 10), i(0, 0), i(-2, -1)), (1, 10));
    assert_eq!(items(i(0, 5), i(0, 100), i(-1, 1)), (0, 99));
}

#[test]
fn isinstance_is_known_where_it_can_be() {
    let is = |x: Annotation, class: Member| {
        let class = Annotation::of(class);
        let row = builtin("isinstance").unwrap();
        let bound = bind_builtin(&row.params, 2, &[]).unwrap();
        (row.rule)(&Arguments { bound: &bound, args: &[x, class] })
    };
    let known = |b: bool| Ok(of(Member::Bool(Some(b))));
    let class = |name: &str| Member::ExceptionClass(exception_class(name).unwrap());
    assert_eq!(is(Annotation::bool(), Member::Builtin("int".into())), known(true));
    assert_eq!(is(any_int(), Member::Builtin("bool".into())), known(false));
    assert_eq!(is(exception("KeyError"), class("LookupError")), known(true));
    assert_eq!(is(exception("KeyError"), class("ValueError")), known(false));
    assert_eq!(is(exception("LookupError"), class("KeyError")), Ok(Annotation::bool()));
    let either = Member::Tuple(vec![of(Member::Builtin("str".into())), of(Member::Builtin("int".into()))]);
    assert_eq!(is(any_int(), either.clone()), known(true));
    assert_eq!(is(any_int().join(&Annotation::none()), either), Ok(Annotation::bool()));
}

#[test]
fn arguments_go_where_cpython_puts_them() {
    use ParamKind::*;
    let span = Span { source: SourceId::from_u32(0), start: 0, end: 0 };
    let param = |name: &str, kind, has_default: bool| Param {
        name: name.into(),
        kind,
        span,
        default: has_default.then_some(naja_ir::flow::Default::Constant(naja_ir::flow::Constant::None)),
        hint: None,
    };
    // def f(a, /, b, c=None, *, d, e=None)
    let function = Function {
        name: "f".into(),
        qualname: "f".into(),
        module: ModuleId::from_u32(0),
        span,
        params: vec![
            param("a", PositionalOnly, false),
            param("b", Normal, false),
            param("c", Normal, true),
            param("d", KeywordOnly, false),
            param("e", KeywordOnly, true),
        ],
        returns: None,
        is_generator: false,
        doc: None,
        graph: Graph::new("f".into()),
    };
    let bind = |positional, keywords: &[&str]| {
        let keywords: Vec<Name> = keywords.iter().map(|&k| k.into()).collect();
        naja_annotator::call::bind(&function, positional, &keywords, naja_annotator::call::Stars::default())
    };
    use ArgSource::{Arg, Default};
    assert_eq!(bind(2, &["d"]), Ok(vec![Arg(0), Arg(1), Default, Arg(2), Default]));
    assert_eq!(bind(1, &["d", "b"]), Ok(vec![Arg(0), Arg(2), Default, Arg(1), Default]));
    assert_eq!(bind(4, &["d"]), Err(BindError::TooMany { most: 3, given: 4 }));
    assert_eq!(bind(2, &["b", "d"]), Err(BindError::Twice("b".into())));
    assert_eq!(bind(2, &["x", "d"]), Err(BindError::UnknownKeyword("x".into())));
    assert_eq!(bind(1, &["a", "d"]), Err(BindError::PositionalOnly("a".into())));
    assert_eq!(bind(0, &[]), Err(BindError::Missing(vec!["a".into(), "b".into(), "d".into()])));
}
