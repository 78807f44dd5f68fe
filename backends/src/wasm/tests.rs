use super::{Options, emit};
use crate::testing::{EXC, Made};
use naja_ir::builder::Builder;
use naja_ir::graph::{Link, Terminator, Value};
use naja_ir::lltype::{LlType, STR};
use naja_ir::lowlevel::*;
use naja_ir::prim::Prim;
use wasmparser::{Parser, Payload};

/// Emitting validates.
fn module(made: &Made, names: bool) -> Vec<u8> {
    emit(&made.lowered(), Options { names })
}

/// A program whose `main` is written by this closure.
fn program(write: impl FnOnce(&mut Builder)) -> Made {
    let mut made = Made::new();
    made.program.main = made.function("main", &[], &[LlType::I64], made.in_f, |b, _| write(b));
    made
}

fn hello() -> Made {
    let mut made = Made::new();
    let text = b"hello, world\n";
    let text = made.program.statics.push(Static {
        ty: STR,
        fields: vec![StaticValue::Int(13)],
        tail: StaticTail::Bytes(text.into()),
    });
    made.program.main = made.function("main", &[], &[LlType::I64], made.in_f, |b, _| {
        let text = b.op1(LlOp::Static(text), &[], LlType::Ptr(STR));
        let zero = b.int(0);
        let address = b.op1(LlOp::ItemAddr(STR), &[text, zero], LlType::Addr);
        let n = b.op1(LlOp::TailLen(STR), &[text], LlType::I64);
        let stdout = b.int(1);
        b.prim(Prim::PlatformWrite, &[stdout, address, n]);
        b.ret(&[zero]);
    });
    made
}

#[test]
fn a_line_takes_few_bytes() {
    let module = module(&hello(), false);
    assert!(module.len() < 300, "{} bytes", module.len());
}

#[test]
fn the_module_is_a_wasi_command() {
    let made = hello();
    let module = module(&made, true);
    let (mut imports, mut exports) = (Vec::new(), Vec::new());
    let mut n_custom = 0;
    for payload in Parser::new(0).parse_all(&module) {
        match payload.expect("the module is valid") {
            Payload::ImportSection(section) => {
                imports.extend(section.into_imports().map(|i| i.expect("the module is valid").name.to_string()))
            }
            Payload::ExportSection(section) => {
                exports.extend(section.into_iter().map(|e| e.expect("the module is valid").name.to_string()))
            }
            Payload::CustomSection(_) => n_custom += 1,
            _ => {}
        }
    }
    assert_eq!(imports, ["fd_write", "proc_exit"]);
    assert_eq!(exports, ["memory", "_start"]);
    assert_eq!(n_custom, 1, "the name section");
    assert_eq!(module, self::module(&made, true), "the same program gives the same module");
}

#[test]
fn what_is_not_used_is_not_imported() {
    let made = program(|b| {
        let status = b.int(3);
        b.ret(&[status]);
    });
    let module = module(&made, false);
    assert!(!module.windows(8).any(|w| w == b"fd_write"));
}

#[test]
fn parameters_may_change_places() {
    let made = program(|b| {
        let (one, two) = (b.int(1), b.int(2));
        let head = b.graph.new_block();
        let x = b.graph.add_param(head, LlType::I64);
        let y = b.graph.add_param(head, LlType::I64);
        let done = b.graph.new_block();
        b.jump(head, &[one, two]);
        b.block = head;
        let less = b.prim(Prim::IntLt, &[x, y]);
        b.branch(less, Link::new(head, [y, x]), Link::new(done, []));
        b.block = done;
        b.ret(&[x]);
    });
    module(&made, false);
}

#[test]
fn a_loop_with_two_entries_is_dispatched() {
    let made = program(|b| {
        let (left, right, done) = (b.graph.new_block(), b.graph.new_block(), b.graph.new_block());
        let x = b.graph.add_param(left, LlType::I64);
        let y = b.graph.add_param(right, LlType::I64);
        let n = b.prim(Prim::PlatformHeapBase, &[]);
        let zero = b.int(0);
        let cond = b.prim(Prim::IntGt, &[n, zero]);
        b.branch(cond, Link::new(left, [n]), Link::new(right, [zero]));
        b.block = left;
        b.jump(right, &[x]);
        b.block = right;
        let cond = b.prim(Prim::IntLt, &[y, n]);
        b.branch(cond, Link::new(left, [y]), Link::new(done, []));
        b.block = done;
        b.ret(&[y]);
    });
    module(&made, false);
}

#[test]
fn switches_of_every_shape_are_emitted() {
    for (first, step, n) in [(0, 1, 2), (0, 1, 40), (-7, 2, 9), (i64::MIN, 1 << 58, 30), (i64::MAX - 5, 1, 6)] {
        let made = program(|b| {
            let value = b.prim(Prim::PlatformHeapBase, &[]);
            let done = b.graph.new_block();
            let status = b.graph.add_param(done, LlType::I64);
            let zero = b.int(0);
            let cases = (0..n).map(|i| (first + i * step, Link::new(done, [if i % 2 == 0 { value } else { zero }])));
            let default = Link::new(done, [zero]);
            b.end(Terminator::Switch { value, cases: cases.collect(), default });
            b.block = done;
            b.ret(&[status]);
        });
        module(&made, false);
    }
}

/// Long functions are emitted without deep recursion, and in time that grows
/// with their length.
#[test]
fn very_long_functions_are_emitted() {
    let mut made = Made::new();
    let raises = made.function("raises", &[LlType::I64], &[LlType::I64], made.in_f, |b, p| {
        let sum = b.prim(Prim::IntAddOvf, &[p[0], p[0]]);
        b.ret(&[sum]);
    });
    made.program.main = made.function("main", &[], &[LlType::I64], made.in_f, |b, _| {
        let handler = b.graph.new_block();
        b.graph.add_param(handler, EXC);
        let mut value = b.int(1);
        for i in 0..20_000 {
            value = match i % 3 {
                0 => b.op1(LlOp::Call(raises), &[value], LlType::I64),
                1 => b.prim(Prim::IntAddOvf, &[value, value]),
                _ => diamond(b, value),
            };
            if i % 3 == 0 {
                let next = b.graph.new_block();
                b.guard(Link::new(next, []), |exc| Link::new(handler, [exc]));
                b.block = next;
            }
        }
        b.ret(&[value]);
        b.block = handler;
        let status = b.int(2);
        b.ret(&[status]);
    });
    module(&made, false);
}

/// `value < 0 ? 1 : value`
fn diamond(b: &mut Builder, value: Value) -> Value {
    let next = b.graph.new_block();
    let result = b.graph.add_param(next, LlType::I64);
    let zero = b.int(0);
    let one = b.int(1);
    let cond = b.prim(Prim::IntLt, &[value, zero]);
    b.branch(cond, Link::new(next, [one]), Link::new(next, [value]));
    b.block = next;
    result
}

#[test]
fn very_deep_nesting_is_emitted() {
    let made = program(|b| {
        let n = b.prim(Prim::PlatformHeapBase, &[]);
        let mut joins = Vec::new();
        // Each inner block joins the outer one's other way.
        for i in 0..10_000 {
            let (inner, join) = (b.graph.new_block(), b.graph.new_block());
            let k = b.int(i);
            let cond = b.prim(Prim::IntLt, &[n, k]);
            b.branch(cond, Link::new(inner, []), Link::new(join, []));
            b.block = inner;
            joins.push(join);
        }
        for join in joins.into_iter().rev() {
            b.jump(join, &[]);
            b.block = join;
        }
        b.ret(&[n]);
    });
    module(&made, false);
}

#[test]
fn a_tree_of_ten_thousand_operations_is_emitted() {
    let made = program(|b| {
        let n = b.prim(Prim::PlatformHeapBase, &[]);
        let mut sum = b.prim(Prim::IntMul, &[n, n]);
        for _ in 0..10_000 {
            sum = b.prim(Prim::IntAdd, &[sum, n]);
        }
        b.ret(&[sum]);
    });
    module(&made, false);
}
