//! Every row of the table of primitives against its meaning, [`Prim::eval`].

use super::programs::{Shorthand, empty, from_word, function, int_array, run, run_program, to_word};
use naja_ir::builder::Builder;
use naja_ir::entity::PrimaryMap;
use naja_ir::graph::Value;
use naja_ir::lltype::{INT_ARRAY, LlType};
use naja_ir::lowlevel::{LlOp, Static, StaticId};
use naja_ir::prim::{Effect, PRIMS, Prim, PrimRow};
use proptest::prelude::*;

const INTS: &[i64] = &[
    0,
    1,
    -1,
    2,
    -2,
    3,
    7,
    -7,
    10,
    63,
    64,
    65,
    0x7fff_ffff,
    0x8000_0000,
    -0x8000_0000,
    0xffff_ffff,
    0x1_0000_0000,
    0x0123_4567_89ab_cdef,
    i64::MAX,
    i64::MAX - 1,
    i64::MIN,
    i64::MIN + 1,
];

const FLOATS: &[f64] = &[
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    -0.5,
    1.5,
    2.5,
    -2.5,
    0.1,
    1e300,
    -1e300,
    5e-324,
    2.2250738585072014e-308,
    9007199254740993.0,
    9223372036854775807.0,
    -9223372036854775808.0,
    -9223372036854777856.0,
    1.8446744073709552e19,
    4503599627370497.5,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
];

fn edges(ty: LlType) -> Vec<u64> {
    match ty {
        LlType::Bool => vec![0, 1],
        LlType::F64 => FLOATS.iter().map(|x| x.to_bits()).collect(),
        _ => INTS.iter().map(|&n| n as u64).collect(),
    }
}

/// The operands on which a row has a meaning, with its results.
struct Case {
    args: Vec<u64>,
    results: [u64; 2],
}

fn edge_cases(row: &PrimRow) -> Vec<Case> {
    let mut all: Vec<Vec<u64>> = vec![vec![]];
    for &ty in row.args {
        let edges = edges(ty);
        all = all.iter().flat_map(|args| edges.iter().map(|&e| [args.as_slice(), &[e]].concat())).collect();
    }
    all.into_iter().filter_map(|args| row.prim.eval(&args).map(|results| Case { args, results })).collect()
}

fn pure_rows() -> impl Iterator<Item = &'static PrimRow> {
    PRIMS.iter().filter(|row| row.effect == Effect::Pure)
}

fn apply(b: &mut Builder, row: &PrimRow, words: &[Value]) -> Vec<Value> {
    let args: Vec<Value> = words.iter().zip(row.args).map(|(&w, &ty)| from_word(b, w, ty)).collect();
    let results = b.op(LlOp::Prim(row.prim), &args, row.results);
    results.iter().zip(row.results).map(|(&r, &ty)| to_word(b, r, ty)).collect()
}

/// Returns `number` if a result is not as expected; any nan is as good as another.
fn expect_results(b: &mut Builder, row: &PrimRow, results: &[Value], expected: &[u64], number: i64) {
    for ((&result, &ty), &expected) in results.iter().zip(row.results).zip(expected) {
        let is_nan = ty == LlType::F64 && f64::from_bits(expected).is_nan() && row.prim != Prim::FloatFromBits;
        let good = if is_nan {
            let x = b.prim(Prim::FloatFromBits, &[result]);
            b.prim(Prim::FloatNe, &[x, x])
        } else {
            let expected = b.int(expected as i64);
            b.prim(Prim::IntEq, &[result, expected])
        };
        b.expect(good, number);
    }
}

/// A program for each row, whose `main` returns 0 or the number of the case that failed.
fn run_rows(write: impl Fn(&mut PrimaryMap<StaticId, Static>, &mut Builder, &PrimRow, &[Case])) {
    for row in pure_rows() {
        let cases = edge_cases(row);
        let mut program = empty();
        let mut statics = PrimaryMap::new();
        program.main = function(&mut program, "main", &[], &[LlType::I64], |b, _| {
            write(&mut statics, b, row, &cases);
            let zero = b.int(0);
            b.ret(&[zero]);
        });
        program.statics = statics;
        let failed = run_program(&program);
        if failed != 0 {
            let Case { args, results } = &cases[failed as usize - 1];
            panic!("{}{args:x?} should be {results:x?}", row.name);
        }
    }
}

#[test]
fn rows_on_unknown_operands() {
    run_rows(|statics, b, row, cases| {
        let operands = int_array(statics, cases.iter().flat_map(|c| c.args.iter().map(|&a| a as i64)));
        let operands = b.static_(operands, INT_ARRAY);
        for (n, case) in cases.iter().enumerate() {
            let at = n * case.args.len();
            let words: Vec<Value> = (0..case.args.len()).map(|i| b.item(operands, (at + i) as i64)).collect();
            let results = apply(b, row, &words);
            expect_results(b, row, &results, &case.results, n as i64 + 1);
        }
    });
}

#[test]
fn rows_on_constants() {
    run_rows(|_, b, row, cases| {
        for (n, case) in cases.iter().enumerate() {
            let words: Vec<Value> = case.args.iter().map(|&a| b.int(a as i64)).collect();
            let results = apply(b, row, &words);
            expect_results(b, row, &results, &case.results, n as i64 + 1);
        }
    });
}

#[test]
fn rows_on_one_constant() {
    for constant in 0..2 {
        run_rows(|statics, b, row, cases| {
            let unknown = 1 - constant;
            let operands = int_array(statics, cases.iter().map(|c| c.args.get(unknown).copied().unwrap_or(0) as i64));
            let operands = b.static_(operands, INT_ARRAY);
            for (n, case) in cases.iter().enumerate().filter(|(_, c)| c.args.len() == 2) {
                let mut words = [b.item(operands, n as i64); 2];
                words[constant] = b.int(case.args[constant] as i64);
                let results = apply(b, row, &words);
                expect_results(b, row, &results, &case.results, n as i64 + 1);
            }
        });
    }
}

/// A step of a random computation on words: a row, and which earlier words it takes.
type Step = (usize, usize, usize);

fn word() -> impl Strategy<Value = u64> {
    prop_oneof![
        any::<u64>(),
        proptest::sample::select(INTS).prop_map(|n| n as u64),
        proptest::sample::select(FLOATS).prop_map(f64::to_bits),
        (-100i64..100).prop_map(|n| n as u64),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Long computations, in which Cranelift's rewriting rules find something to do.
    #[test]
    fn random_computations(
        inputs in prop::collection::vec((word(), any::<bool>()), 6),
        steps in prop::collection::vec((any::<usize>(), any::<usize>(), any::<usize>()), 1..80),
    ) {
        prop_assert_eq!(run_steps(&inputs, &steps), 0);
    }
}

/// Runs the steps in memory and by `eval`, on inputs that are known or unknown
/// to the compiler; gives the number of the first step that differs, or 0.
fn run_steps(inputs: &[(u64, bool)], steps: &[Step]) -> i32 {
    let mut program = empty();
    let array = int_array(&mut program.statics, inputs.iter().map(|&(w, _)| w as i64));
    let rows: Vec<&PrimRow> = pure_rows().collect();
    run(program, |b| {
        let array = b.static_(array, INT_ARRAY);
        let mut words: Vec<(Value, u64)> = Vec::new();
        for (i, &(word, known)) in inputs.iter().enumerate() {
            let value = if known { b.int(word as i64) } else { b.item(array, i as i64) };
            words.push((value, word));
        }
        for (n, &(row, i, j)) in steps.iter().enumerate() {
            let row = rows[row % rows.len()];
            let chosen: Vec<(Value, u64)> = [i, j][..row.args.len()].iter().map(|i| words[i % words.len()]).collect();
            let known: Vec<u64> = chosen
                .iter()
                .zip(row.args)
                .map(|(&(_, w), &ty)| if ty == LlType::Bool { (w != 0) as u64 } else { w })
                .collect();
            let Some(expected) = row.prim.eval(&known) else { continue };
            let values: Vec<Value> = chosen.iter().map(|&(v, _)| v).collect();
            let results = apply(b, row, &values);
            expect_results(b, row, &results, &expected, n as i64 + 1);
            for ((&result, &ty), &expected) in results.iter().zip(row.results).zip(&expected) {
                // The bits of a nan are the processor's choice.
                if !(ty == LlType::F64 && f64::from_bits(expected).is_nan()) {
                    words.push((result, expected));
                }
            }
        }
        let zero = b.int(0);
        b.ret(&[zero]);
    })
}
