//! Control flow: branches, loops, switches, calls with many results.

use super::programs::{Shorthand, empty, function, run};
use crate::lower::depth::RECURSION_LIMIT;
use crate::native::{Limits, jit};
use naja_ir::graph::{Link, Terminator};
use naja_ir::lltype::LlType::{Bool, F64, I64, Ptr};
use naja_ir::lltype::{INT_ARRAY, STR};
use naja_ir::lowlevel::{LlOp, StaticValue};
use naja_ir::prim::Prim;

#[test]
fn a_loop_sums() {
    let status = run(empty(), |b| {
        let (head, params) = b.new_block(&[I64, I64]);
        let [i, sum] = params[..] else { unreachable!() };
        let (body, _) = b.new_block(&[]);
        let (done, _) = b.new_block(&[]);
        let zero = b.int(0);
        b.jump(head, &[zero, zero]);
        b.block = head;
        let n = b.int(101);
        let more = b.prim(Prim::IntLt, &[i, n]);
        b.branch(more, Link::new(body, []), Link::new(done, []));
        b.block = body;
        let one = b.int(1);
        let (next, sum_next) = (b.prim(Prim::IntAdd, &[i, one]), b.prim(Prim::IntAdd, &[sum, i]));
        b.jump(head, &[next, sum_next]);
        b.block = done;
        b.ret(&[sum]);
    });
    assert_eq!(status, 5050);
}

#[test]
fn links_exchange_their_arguments() {
    let status = run(empty(), |b| {
        let (head, params) = b.new_block(&[I64, I64, I64]);
        let [i, x, y] = params[..] else { unreachable!() };
        let (done, result) = b.new_block(&[I64]);
        let [n, x0, y0] = [7, 1000, 1].map(|n| b.int(n));
        b.jump(head, &[n, x0, y0]);
        b.block = head;
        let one = b.int(1);
        let i_next = b.prim(Prim::IntSub, &[i, one]);
        let zero = b.int(0);
        let more = b.prim(Prim::IntNe, &[i_next, zero]);
        b.branch(more, Link::new(head, [i_next, y, x]), Link::new(done, [y]));
        b.block = done;
        b.ret(&result);
    });
    // Exchanged six times: in order again.
    assert_eq!(status, 1);
}

#[test]
fn switches() {
    let cases = [(0, 10), (1, 11), (2, 12), (7, 13), (-1, 14), (i64::MIN, 15), (i64::MAX, 16)];
    for value in [0, 1, 2, 3, 7, -1, i64::MIN, i64::MAX, 1 << 32, -2] {
        let mut program = empty();
        let choose = function(&mut program, "choose", &[I64], &[I64], |b, params| {
            let (out, result) = b.new_block(&[I64]);
            let (plain, _) = b.new_block(&[]);
            let numbers: Vec<_> = cases.iter().map(|&(_, result)| b.int(result)).collect();
            let default = b.int(99);
            let mut links: Vec<_> = cases.iter().zip(numbers).map(|(&(n, _), v)| (n, Link::new(out, [v]))).collect();
            links.push((5, Link::new(plain, [])));
            b.end(Terminator::Switch { value: params[0], cases: links, default: Link::new(out, [default]) });
            b.block = plain;
            let five = b.int(5);
            b.ret(&[five]);
            b.block = out;
            b.ret(&result);
        });
        let status = run(program, |b| {
            let v = b.int(value);
            let r = b.op1(LlOp::Call(choose), &[v], I64);
            b.ret(&[r]);
        });
        let expected = cases.iter().find(|c| c.0 == value).map_or(99, |c| c.1);
        assert_eq!(status as i64, expected, "{value}");
    }
}

#[test]
fn many_results_and_parameters_of_every_type() {
    let types = [I64, F64, Bool, I64, Ptr(STR), F64, I64, Bool, I64, I64, F64, I64, I64];
    let mut program = empty();
    let back = function(&mut program, "back", &types, &types, |b, params| b.ret(params));
    let status = run(program, |b| {
        let args: Vec<_> = types
            .iter()
            .enumerate()
            .map(|(i, &ty)| match ty {
                F64 => b.float(i as f64 + 0.5),
                Bool => b.bool(i == 2),
                Ptr(id) => b.null(id),
                _ => b.int(100 + i as i64),
            })
            .collect();
        let results = b.op(LlOp::Call(back), &args, &types);
        for (i, (&ty, (&arg, &result))) in types.iter().zip(args.iter().zip(&results)).enumerate() {
            let same = match ty {
                F64 => b.prim(Prim::FloatEq, &[arg, result]),
                Bool => {
                    let words = [arg, result].map(|v| b.prim(Prim::BoolToInt, &[v]));
                    b.prim(Prim::IntEq, &words)
                }
                Ptr(_) => b.op1(LlOp::IsNull, &[result], Bool),
                _ => b.prim(Prim::IntEq, &[arg, result]),
            };
            b.expect(same, i as i64 + 1);
        }
        let zero = b.int(0);
        b.ret(&[zero]);
    });
    assert_eq!(status, 0);
}

#[test]
fn select_of_every_type() {
    let status = run(empty(), |b| {
        let mut number = 0;
        for choice in [true, false] {
            let c = b.bool(choice);
            for ty in [I64, F64, Bool] {
                number += 1;
                let (x, y) = match ty {
                    F64 => (b.float(1.0), b.float(0.0)),
                    Bool => (b.bool(true), b.bool(false)),
                    _ => (b.int(1), b.int(0)),
                };
                let chosen = b.op1(LlOp::Select, &[c, x, y], ty);
                let good = match ty {
                    F64 => b.prim(Prim::FloatEq, &[chosen, if choice { x } else { y }]),
                    Bool if choice => chosen,
                    Bool => b.prim(Prim::BoolNot, &[chosen]),
                    _ => b.prim(Prim::IntEq, &[chosen, if choice { x } else { y }]),
                };
                b.expect(good, number);
            }
        }
        let zero = b.int(0);
        b.ret(&[zero]);
    });
    assert_eq!(status, 0);
}

#[test]
fn the_stack_suffices_for_the_language_s_limit() {
    let mut program = empty();
    let func = naja_ir::lowlevel::LlFunc::from_u32(0);
    let source = super::programs::int_array(&mut program.statics, 0..500);
    function(&mut program, "down", &[I64], &[I64, I64], |b, params| {
        let zero = b.int(0);
        // Alive over the call: a frame of some kilobytes.
        let array = b.static_(source, INT_ARRAY);
        let kept: Vec<_> = (0..500).map(|i| b.item(array, i)).collect();
        let end = b.prim(Prim::IntEq, &[params[0], zero]);
        let (out, _) = b.new_block(&[]);
        let (on, _) = b.new_block(&[]);
        b.branch(end, Link::new(out, []), Link::new(on, []));
        b.block = out;
        b.ret(&[zero, zero]);
        b.block = on;
        let one = b.int(1);
        let less = b.prim(Prim::IntSub, &[params[0], one]);
        let results = b.op(LlOp::Call(func), &[less], &[I64, I64]);
        let count = b.prim(Prim::IntAdd, &[results[0], one]);
        let sum = kept.into_iter().fold(results[1], |sum, v| b.prim(Prim::IntAdd, &[sum, v]));
        b.ret(&[count, sum]);
    });
    program.main = function(&mut program, "main", &[], &[I64], |b, _| {
        let n = b.int(RECURSION_LIMIT);
        let results = b.op(LlOp::Call(func), &[n], &[I64, I64]);
        let expected = b.int(RECURSION_LIMIT * (499 * 500 / 2));
        let same = b.prim(Prim::IntEq, &[results[1], expected]);
        b.expect(same, 1);
        b.ret(&results[..1]);
    });
    let mut jit = jit(&program, &Limits { heap: 1 << 20, stack: 0 }).unwrap();
    assert_eq!(jit.run(&[]).unwrap() as i64, RECURSION_LIMIT);
}

#[test]
fn a_function_too_long_for_all_of_cranelifts_passes() {
    let mut program = empty();
    let count = super::programs::cell(&mut program, "count", I64, StaticValue::Int(0));
    let status = run(program, |b| {
        let (bad, number) = b.new_block(&[I64]);
        for i in 0..10_000 {
            let n = b.op1(LlOp::LoadCell(count), &[], I64);
            let one = b.int(1);
            let sum = b.op(LlOp::Prim(Prim::IntAddFlag), &[n, one], &[I64, Bool]);
            let i = b.int(i);
            let (next, _) = b.new_block(&[]);
            b.branch(sum[1], Link::new(bad, [i]), Link::new(next, []));
            b.block = next;
            b.op0(LlOp::StoreCell(count), &[sum[0]]);
        }
        let n = b.op1(LlOp::LoadCell(count), &[], I64);
        b.ret(&[n]);
        b.block = bad;
        b.ret(&number);
    });
    assert_eq!(status, 10_000);
}
