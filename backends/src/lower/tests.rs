use crate::testing::{EXC, Made};
use naja_ir::graph::{Block, Link, Terminator};
use naja_ir::lltype::{EXCEPTION, FRAME, INT_ARRAY, LlType, STR};
use naja_ir::lowlevel::*;
use naja_ir::prim::Prim;
use naja_ir::{print, smallvec};

#[track_caller]
fn check(made: &Made, function: &str, expected: &str) {
    let lowered = made.lowered();
    let found = lowered.functions.keys().find(|&f| &*lowered.functions[f].name == function);
    let printed = print::ll_function(&lowered, found.expect("main reaches it"));
    assert_eq!(printed.trim(), expected.trim(), "\n{printed}");
}

#[test]
fn a_call_that_may_raise_is_tested() {
    let mut made = Made::new();
    let raises = made.function("raises", &[LlType::I64], &[LlType::I64], made.in_f, |b, p| {
        let one = b.int(1);
        let sum = b.prim(Prim::IntAddOvf, &[p[0], one]);
        b.ret(&[sum]);
    });
    let quiet = made.function("quiet", &[LlType::I64], &[LlType::I64], made.in_f, |b, p| b.ret(&[p[0]]));
    let f = made.function("f", &[LlType::I64], &[LlType::F64], made.in_f, |b, p| {
        let x = b.op1(LlOp::Call(raises), &[p[0]], LlType::I64);
        let y = b.op1(LlOp::Call(quiet), &[x], LlType::I64);
        let z = b.prim(Prim::IntToFloat, &[y]);
        b.ret(&[z]);
    });
    made.main(&[f]);
    check(
        &made,
        "f",
        "
fn1 f(v0: i64) -> (f64, *Exception):
  block0(v0):
    v1, v4 = call raises v0
    v5 = is_null v4
    branch v5 block4() block1()
  block4():
    v2 = call quiet v1
    v3 = int_to_float v2
    v11 = null[Exception]
    return v3 v11
  block1():
    v6 = static3
    jump block2(v4, v6)
  block2(v7, v8):
    call traceback v7 v8
    jump block3(v7)
  block3(v9):
    v10 = float 0.0
    return v10 v9",
    );
    check(
        &made,
        "raises",
        "
fn2 raises(v0: i64) -> (i64, *Exception):
  block0(v0):
    v1 = int 1
    v2, v3 = int_add_flag v0 v1
    branch v3 block1() block5()
  block1():
    v4 = static3
    v5 = int 0
    jump block2(v5, v4)
  block2(v6, v7):
    v8 = call overflow v6
    jump block3(v8, v7)
  block3(v9, v10):
    call traceback v9 v10
    jump block4(v9)
  block4(v11):
    v12 = int 0
    return v12 v11
  block5():
    v13 = null[Exception]
    return v2 v13",
    );
    check(
        &made,
        "main",
        "
fn0 main() -> (i64):
  block0():
    v0 = int 0
    v1, v3 = call f v0
    v4 = is_null v3
    branch v4 block4() block1()
  block4():
    v2 = int 0
    return v2
  block1():
    v5 = static3
    jump block2(v3, v5)
  block2(v6, v7):
    call traceback v6 v7
    jump block3(v6)
  block3(v8):
    v9 = int 1
    return v9",
    );
}

#[test]
fn the_frames_of_inlined_calls_are_added_from_the_inside() {
    let mut made = Made::new();
    let f = made.function("f", &[], &[], made.in_g_in_f, |b, _| {
        let e = b.null(EXCEPTION);
        b.op0(LlOp::Raise, &[e]);
    });
    made.main(&[f]);
    check(
        &made,
        "f",
        "
fn1 f() -> (*Exception):
  block0():
    v0 = null[Exception]
    jump block1(v0)
  block1(v1):
    v2 = static3
    call traceback v1 v2
    v3 = static6
    jump block2(v1, v3)
  block2(v4, v5):
    call traceback v4 v5
    jump block3(v4)
  block3(v6):
    return v6",
    );
    let lowered = made.lowered();
    let texts: Vec<&[u8]> = (lowered.statics.values())
        .filter_map(|s| match &s.tail {
            StaticTail::Bytes(bytes) if s.ty == STR => Some(&bytes[..]),
            _ => None,
        })
        .collect();
    assert_eq!(texts, [&b"p.py"[..], b"second", b"g", b"first", b"f"]);
}

#[test]
fn a_guard_becomes_a_test_and_its_handler_gets_the_frame() {
    let mut made = Made::new();
    let f = made.function("f", &[LlType::I64], &[LlType::I64], made.in_g_in_f, |b, p| {
        let handler = b.graph.new_block();
        let caught = b.graph.add_param(handler, EXC);
        let kept = b.graph.add_param(handler, LlType::I64);
        let second = b.graph.new_block();
        let done = b.graph.new_block();
        let product = b.prim(Prim::IntMulOvf, &[p[0], p[0]]);
        b.guard(Link::new(second, []), |exc| Link::new(handler, [exc, p[0]]));
        b.block = second;
        let sum = b.prim(Prim::IntAddOvf, &[product, p[0]]);
        b.guard(Link::new(done, []), |exc| Link::new(handler, [exc, product]));
        b.block = done;
        b.ret(&[sum]);
        b.block = handler;
        b.op(LlOp::Reraise, &[caught], &[]);
        let _ = kept;
    });
    made.main(&[f]);
    check(
        &made,
        "f",
        "
fn1 f(v0: i64) -> (i64, *Exception):
  block0(v0):
    v3, v7 = int_mul_flag v0 v0
    branch v7 block4() block2()
  block4():
    v8 = static3
    v9 = int 2
    jump block5(v9, v8, v0)
  block2():
    v5, v17 = int_add_flag v3 v0
    branch v17 block7() block3()
  block7():
    v18 = static3
    v19 = int 0
    jump block5(v19, v18, v3)
  block5(v10, v11, v12):
    v13 = call overflow v10
    jump block6(v13, v11, v12)
  block6(v14, v15, v16):
    call traceback v14 v15
    jump block1(v14, v16)
  block1(v1, v2):
    v21 = static6
    jump block8(v1, v21)
  block8(v22, v23):
    call traceback v22 v23
    jump block9(v22)
  block9(v24):
    v25 = int 0
    return v25 v24
  block3():
    v20 = null[Exception]
    return v5 v20",
    );
}

#[test]
fn new_objects_are_allocated_by_their_size() {
    let mut made = Made::new();
    let f = made.function("f", &[LlType::I64], &[], made.in_f, |b, p| {
        b.op1(LlOp::New(FRAME), &[], LlType::Ptr(FRAME));
        b.op1(LlOp::NewTail(STR), &[p[0]], LlType::Ptr(STR));
        let n = b.int(3);
        b.op1(LlOp::NewTail(INT_ARRAY), &[n], LlType::Ptr(INT_ARRAY));
        let n = b.int(-3);
        b.op1(LlOp::NewTail(INT_ARRAY), &[n], LlType::Ptr(INT_ARRAY));
        b.ret(&[]);
    });
    made.main(&[f]);
    check(
        &made,
        "f",
        "
fn1 f(v0: i64) -> ():
  block0(v0):
    v7 = int 24
    v8 = call allocate v7
    v1 = init_object[Frame] v8
    v9 = int 27
    v10 = int_add v0 v9
    v11 = int -8
    v12 = int_and v10 v11
    v13 = int 2147483647
    v14 = uint_le v0 v13
    v15 = int -1
    v16 = select v14 v12 v15
    v17 = call allocate v16
    v2 = init_object[Str] v17 v0
    v3 = int 3
    v18 = int 32
    v19 = call allocate v18
    v4 = init_object[IntArray] v19 v3
    v5 = int -3
    v20 = int -1
    v21 = call allocate v20
    v6 = init_object[IntArray] v21 v5
    return",
    );
}

#[test]
fn only_cycles_count_their_depth() {
    let mut made = Made::new();
    let cyclic = LlFunc::from_u32(made.program.functions.len() as u32);
    made.function("cyclic", &[LlType::I64], &[], made.in_f, |b, p| {
        b.op0(LlOp::Call(cyclic), &[p[0]]);
        b.ret(&[]);
    });
    let leads = made.function("leads", &[LlType::I64], &[], made.in_f, |b, p| {
        b.op0(LlOp::Call(cyclic), &[p[0]]);
        b.ret(&[]);
    });
    let apart = made.function("apart", &[LlType::I64], &[LlType::I64], made.in_f, |b, p| b.ret(&[p[0]]));
    made.main(&[leads, apart]);
    check(
        &made,
        "cyclic",
        "
fn2 cyclic(v0: i64, v1: i64) -> (*Exception):
  block1(v0, v1):
    v2 = int 1
    v3 = int_add v1 v2
    v4 = int 3000
    v5 = int_gt v3 v4
    branch v5 block2() block0()
  block2():
    v6 = call recursion
    jump block3(v6)
  block0():
    v8 = call cyclic v0 v3
    v9 = is_null v8
    branch v9 block6() block4()
  block6():
    v13 = null[Exception]
    return v13
  block4():
    v10 = static3
    jump block5(v8, v10)
  block5(v11, v12):
    call traceback v11 v12
    jump block3(v11)
  block3(v7):
    return v7",
    );
    check(
        &made,
        "leads",
        "
fn1 leads(v0: i64, v1: i64) -> (*Exception):
  block0(v0, v1):
    v2 = call cyclic v0 v1
    v3 = is_null v2
    branch v3 block4() block1()
  block4():
    v8 = null[Exception]
    return v8
  block1():
    v4 = static3
    jump block2(v2, v4)
  block2(v5, v6):
    call traceback v5 v6
    jump block3(v5)
  block3(v7):
    return v7",
    );
    check(
        &made,
        "main",
        "
fn0 main() -> (i64):
  block0():
    v0 = int 0
    v4 = int 0
    v5 = call leads v0 v4
    v6 = is_null v5
    branch v6 block4() block1()
  block4():
    v1 = int 0
    v2 = call apart v1
    v3 = int 0
    return v3
  block1():
    v7 = static3
    jump block2(v5, v7)
  block2(v8, v9):
    call traceback v8 v9
    jump block3(v8)
  block3(v10):
    v11 = int 1
    return v11",
    );
}

#[test]
fn what_main_does_not_reach_is_left_behind() {
    let mut made = Made::new();
    let text = Static { ty: STR, fields: vec![StaticValue::Int(0)], tail: StaticTail::Bytes(vec![]) };
    let unused = made.program.statics.push(text.clone());
    let used = made.program.statics.push(text);
    let cell = Cell { name: "cell".into(), ty: LlType::Ptr(STR), init: StaticValue::Ptr(used) };
    made.program.cells.push(Cell { init: StaticValue::Ptr(unused), ..cell.clone() });
    let cell = made.program.cells.push(cell);
    let second = made.function("second", &[], &[], made.in_f, |b, _| b.ret(&[]));
    let first = made.function("first", &[], &[LlType::Ptr(STR)], made.in_f, |b, _| {
        let text = b.op1(LlOp::LoadCell(cell), &[], LlType::Ptr(STR));
        b.ret(&[text]);
    });
    made.main(&[first, second]);
    let lowered = made.lowered();
    let names: Vec<&str> = lowered.functions.values().map(|f| &*f.name).collect();
    assert_eq!(names, ["main", "first", "second"]);
    assert_eq!((lowered.statics.len(), lowered.cells.len()), (1, 1));
    assert!(lowered.hooks.allocate.is_none());
}

#[test]
fn an_exception_that_leaves_main_ends_it_with_a_status() {
    let mut made = Made::new();
    let f = made.function("f", &[], &[], made.in_f, |b, _| {
        let e = b.null(EXCEPTION);
        b.op0(LlOp::Reraise, &[e]);
    });
    made.main(&[f]);
    let lowered = made.lowered();
    assert_eq!(lowered.functions[lowered.main].results, [LlType::I64]);
}

#[test]
fn a_call_that_cannot_raise_needs_no_guard() {
    let mut made = Made::new();
    let quiet = made.function("quiet", &[], &[], made.in_f, |b, _| b.ret(&[]));
    let f = made.function("f", &[], &[], made.in_f, |b, _| {
        let (ok, err): (Block, Block) = (b.graph.new_block(), b.graph.new_block());
        b.op0(LlOp::Call(quiet), &[]);
        b.guard(Link::new(ok, []), |_| Link::new(err, []));
        b.graph.blocks[ok].terminator = Terminator::Return(smallvec![]);
        b.graph.blocks[err].terminator = Terminator::Return(smallvec![]);
    });
    made.main(&[f]);
    check(
        &made,
        "f",
        "
fn1 f() -> ():
  block0():
    call quiet
    jump block1()
  block1():
    return",
    );
}

#[test]
fn writes_of_references_tell_the_collector() {
    let mut made = Made::new();
    let f = made.function("f", &[EXC, EXC], &[], made.in_f, |b, p| {
        let [cause, context] = ["cause", "context"].map(exception_field);
        b.op0(LlOp::SetField(EXCEPTION, cause), &[p[0], p[1]]);
        let null = b.null(EXCEPTION);
        b.op0(LlOp::SetField(EXCEPTION, context), &[p[0], null]);
        let new = b.op1(LlOp::New(EXCEPTION), &[], EXC);
        b.op0(LlOp::SetField(EXCEPTION, cause), &[new, p[1]]);
        let newer = b.op1(LlOp::New(EXCEPTION), &[], EXC);
        b.op0(LlOp::SetField(EXCEPTION, cause), &[newer, new]);
        b.op0(LlOp::SetField(EXCEPTION, cause), &[new, newer]);
        b.ret(&[]);
    });
    let main = made.function("main", &[], &[LlType::I64], made.in_f, |b, _| {
        let null = b.null(EXCEPTION);
        b.op0(LlOp::Call(f), &[null, null]);
        let zero = b.int(0);
        b.ret(&[zero]);
    });
    made.program.main = main;
    let lowered = made.lowered();
    let f = lowered.functions.values().find(|f| &*f.name == "f").expect("main reaches it");
    let ops = f.graph.blocks.values().flat_map(|b| &b.ops);
    // The first write, and the last: `new` may be old when `newer` was made.
    let remember = lowered.hooks.remember.expect("it is called");
    let asked: Vec<_> = ops.clone().filter(|op| op.kind == LlOp::IsWatched).collect();
    assert_eq!(asked.len(), 2);
    assert_eq!(ops.filter(|op| op.kind == LlOp::Call(remember)).count(), 2);
}

fn exception_field(name: &str) -> usize {
    let structs = naja_ir::lltype::well_known_structs();
    structs[EXCEPTION].field(name).expect("exceptions have it")
}

#[test]
fn references_in_cells_lie_below_the_frames() {
    let mut made = Made::new();
    let number = Cell { name: "number".into(), ty: LlType::I64, init: StaticValue::Int(7) };
    let text = Static { ty: STR, fields: vec![StaticValue::Int(0)], tail: StaticTail::Bytes(vec![]) };
    let text = made.program.statics.push(text);
    let text = Cell { name: "text".into(), ty: LlType::Ptr(STR), init: StaticValue::Ptr(text) };
    let cells = [number, text].map(|cell| made.program.cells.push(cell));
    let f = made.function("f", &[], &[LlType::Ptr(STR), LlType::I64], made.in_f, |b, _| {
        b.op1(LlOp::New(FRAME), &[], LlType::Ptr(FRAME));
        let text = b.op1(LlOp::LoadCell(cells[1]), &[], LlType::Ptr(STR));
        b.op0(LlOp::StoreCell(cells[1]), &[text]);
        let number = b.op1(LlOp::LoadCell(cells[0]), &[], LlType::I64);
        b.ret(&[text, number]);
    });
    made.main(&[f]);
    let lowered = made.lowered();
    let names: Vec<&str> = lowered.cells.values().map(|c| &*c.name).collect();
    assert_eq!(names, ["number", "shadow_stack"]);
    let stack = lowered.statics.values().last().expect("the stack is the last");
    assert_eq!(stack.fields.len(), 1);
    assert!(matches!(stack.fields[0], StaticValue::Ptr(_)));
}

#[test]
fn references_lie_in_a_frame_while_something_allocates() {
    let mut made = Made::new();
    let array = LlType::Ptr(INT_ARRAY);
    let f = made.function("f", &[LlType::I64], &[LlType::F64], made.in_f, |b, p| {
        let first = b.op1(LlOp::NewTail(INT_ARRAY), &[p[0]], array);
        let second = b.op1(LlOp::NewTail(INT_ARRAY), &[p[0]], array);
        let zero = b.int(0);
        b.op0(LlOp::CopyItems(INT_ARRAY, INT_ARRAY), &[first, zero, second, zero, p[0]]);
        let result = b.float(0.0);
        b.ret(&[result]);
    });
    made.main(&[f]);
    let lowered = made.lowered();
    let is_frame = |id| lowered.structs[id].name.starts_with("roots of f");
    let mut moves = (0, 0);
    for op in lowered.functions.values().flat_map(|f| f.graph.blocks.values()).flat_map(|b| &b.ops) {
        match op.kind {
            LlOp::GetField(id, _) if is_frame(id) => moves.0 += 1,
            LlOp::SetField(id, _) if is_frame(id) => moves.1 += 1,
            _ => {}
        }
    }
    // Only the first lives across an allocation: nulled, stored, and read again once.
    assert_eq!(moves, (1, 2));
}
