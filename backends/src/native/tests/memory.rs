//! Objects, cells and the heap.

use super::programs::{LIMITS, Shorthand, cell, empty, function, run, run_program};
use crate::native::{Limits, jit};
use naja_ir::builder::Builder;
use naja_ir::graph::Value;
use naja_ir::lltype::LlType::{Bool, F64, I64, Ptr};
use naja_ir::lltype::{BUFFER, EXCEPTION, FRAME, Field, INT_ARRAY, OBJECT, STR, STR_ARRAY, Storage, Struct, StructId};
use naja_ir::lowlevel::{LlOp, LlProgram, Static, StaticId, StaticTail, StaticValue};
use naja_ir::prim::Prim;

fn str_static(program: &mut LlProgram, text: &str) -> StaticId {
    let length = StaticValue::Int(text.chars().count() as i64);
    program.statics.push(Static { ty: STR, fields: vec![length], tail: StaticTail::Bytes(text.as_bytes().to_vec()) })
}

fn expect_int(b: &mut Builder, value: Value, expected: i64, number: i64) {
    let expected = b.int(expected);
    let same = b.prim(Prim::IntEq, &[value, expected]);
    b.expect(same, number);
}

fn finish(b: &mut Builder) {
    let zero = b.int(0);
    b.ret(&[zero]);
}

/// A struct with a field and items of each storage.
fn mixed(program: &mut LlProgram, tail: Storage) -> StructId {
    let field = |name: &str, storage| Field { name: name.into(), storage, immutable: false };
    program.structs.push(Struct {
        name: "Mixed".into(),
        fields: vec![
            field("a", Storage::U8),
            field("b", Storage::Value(I64)),
            field("c", Storage::U16),
            field("d", Storage::Value(Bool)),
            field("e", Storage::U32),
            field("f", Storage::Value(F64)),
            field("g", Storage::Value(Ptr(OBJECT))),
        ],
        tail: Some(tail),
        tail_immutable: false,
        prefixes: vec![],
    })
}

#[test]
fn static_objects_point_to_each_other() {
    let mut program = empty();
    // A reference forwards, one backwards, and one to itself through an array.
    let frame = program.statics.push(Static {
        ty: FRAME,
        fields: vec![
            StaticValue::Ptr(StaticId::from_u32(1)),
            StaticValue::Ptr(StaticId::from_u32(2)),
            StaticValue::Null,
            StaticValue::Int(42),
            StaticValue::Ptr(StaticId::from_u32(0)),
        ],
        tail: StaticTail::None,
    });
    let file = str_static(&mut program, "fïle.py");
    let function = str_static(&mut program, "");
    let names = [file, function, file].map(StaticValue::Ptr);
    let array = program.statics.push(Static { ty: STR_ARRAY, fields: vec![], tail: StaticTail::Items(names.to_vec()) });
    let status = run(program, |b| {
        let p = b.static_(frame, FRAME);
        let caller = b.op1(LlOp::GetField(FRAME, 4), &[p], Ptr(FRAME));
        let same = b.op1(LlOp::PtrEq, &[p, caller], Bool);
        b.expect(same, 1);
        let line = b.op1(LlOp::GetField(FRAME, 3), &[p], I64);
        expect_int(b, line, 42, 2);
        let name = b.op1(LlOp::GetField(FRAME, 0), &[p], Ptr(STR));
        let length = b.op1(LlOp::GetField(STR, 0), &[name], I64);
        expect_int(b, length, 7, 3);
        let bytes = b.op1(LlOp::TailLen(STR), &[name], I64);
        expect_int(b, bytes, 8, 4);
        let one = b.int(1);
        let byte = b.op1(LlOp::GetItem(STR), &[name, one], I64);
        expect_int(b, byte, 0xc3, 5);
        let type_id = b.op1(LlOp::TypeId, &[name], I64);
        expect_int(b, type_id, STR.as_u32() as i64, 6);
        let source = b.op1(LlOp::GetField(FRAME, 2), &[p], Ptr(STR));
        let null = b.op1(LlOp::IsNull, &[source], Bool);
        b.expect(null, 7);
        let array = b.static_(array, STR_ARRAY);
        let two = b.int(2);
        let third = b.op1(LlOp::GetItem(STR_ARRAY), &[array, two], Ptr(STR));
        let same = b.op1(LlOp::PtrEq, &[third, name], Bool);
        b.expect(same, 8);
        let object = b.cast(OBJECT, third);
        let back = b.cast(STR, object);
        let null = b.op1(LlOp::IsNull, &[back], Bool);
        let not_null = b.prim(Prim::BoolNot, &[null]);
        b.expect(not_null, 9);
        finish(b);
    });
    assert_eq!(status, 0);
}

#[test]
fn long_zeros_have_their_headers() {
    let mut program = empty();
    let mut zeros = |ty, n| program.statics.push(Static { ty, fields: vec![], tail: StaticTail::Zeros(n) });
    let (long, short, longer) = (zeros(BUFFER, 100_001), zeros(BUFFER, 3), zeros(INT_ARRAY, 5000));
    let mixed_id = mixed(&mut program, Storage::Value(I64));
    let text = str_static(&mut program, "x");
    let fields = vec![
        StaticValue::Int(200),
        StaticValue::Int(-5),
        StaticValue::Int(60_000),
        StaticValue::Bool(true),
        StaticValue::Int(4_000_000_000),
        StaticValue::Float(2.5f64.to_bits()),
        StaticValue::Ptr(text),
    ];
    let with_fields = program.statics.push(Static { ty: mixed_id, fields, tail: StaticTail::Zeros(1000) });
    let status = run(program, |b| {
        for (i, (id, ty, n)) in
            [(long, BUFFER, 100_001), (short, BUFFER, 3), (longer, INT_ARRAY, 5000), (with_fields, mixed_id, 1000)]
                .into_iter()
                .enumerate()
        {
            let p = b.static_(id, ty);
            let type_id = b.op1(LlOp::TypeId, &[p], I64);
            expect_int(b, type_id, ty.as_u32() as i64, 100 + i as i64);
            let len = b.op1(LlOp::TailLen(ty), &[p], I64);
            expect_int(b, len, n, 200 + i as i64);
            let last = b.int(n - 1);
            let item = b.op1(LlOp::GetItem(ty), &[p, last], I64);
            expect_int(b, item, 0, 300 + i as i64);
            let seven = b.int(7);
            b.op0(LlOp::SetItem(ty), &[p, last, seven]);
            let item = b.op1(LlOp::GetItem(ty), &[p, last], I64);
            expect_int(b, item, 7, 400 + i as i64);
        }
        let p = b.static_(with_fields, mixed_id);
        for (i, expected) in [(0, 200), (1, -5), (2, 60_000), (4, 4_000_000_000)] {
            let value = b.op1(LlOp::GetField(mixed_id, i), &[p], I64);
            expect_int(b, value, expected, 500 + i as i64);
        }
        let d = b.op1(LlOp::GetField(mixed_id, 3), &[p], Bool);
        b.expect(d, 503);
        let f = b.op1(LlOp::GetField(mixed_id, 5), &[p], F64);
        let expected = b.float(2.5);
        let same = b.prim(Prim::FloatEq, &[f, expected]);
        b.expect(same, 505);
        let g = b.op1(LlOp::GetField(mixed_id, 6), &[p], Ptr(OBJECT));
        let text = b.static_(text, STR);
        let text = b.cast(OBJECT, text);
        let same = b.op1(LlOp::PtrEq, &[g, text], Bool);
        b.expect(same, 506);
        finish(b);
    });
    assert_eq!(status, 0);
}

#[test]
fn cells_keep_their_values_over_calls() {
    let mut program = empty();
    let text = str_static(&mut program, "abc");
    let int = cell(&mut program, "int", I64, StaticValue::Int(-3));
    let float = cell(&mut program, "float", F64, StaticValue::Float(0.5f64.to_bits()));
    let flag = cell(&mut program, "flag", Bool, StaticValue::Bool(true));
    let pointer = cell(&mut program, "pointer", Ptr(STR), StaticValue::Ptr(text));
    let null = cell(&mut program, "null", Ptr(EXCEPTION), StaticValue::Null);
    let change = function(&mut program, "change", &[], &[], |b, _| {
        let n = b.op1(LlOp::LoadCell(int), &[], I64);
        let twice = b.prim(Prim::IntAdd, &[n, n]);
        b.op0(LlOp::StoreCell(int), &[twice]);
        let no = b.bool(false);
        b.op0(LlOp::StoreCell(flag), &[no]);
        let x = b.op1(LlOp::LoadCell(float), &[], F64);
        let x = b.prim(Prim::FloatNeg, &[x]);
        b.op0(LlOp::StoreCell(float), &[x]);
        b.ret(&[]);
    });
    let status = run(program, |b| {
        let n = b.op1(LlOp::LoadCell(int), &[], I64);
        expect_int(b, n, -3, 1);
        let f = b.op1(LlOp::LoadCell(flag), &[], Bool);
        b.expect(f, 2);
        b.op0(LlOp::Call(change), &[]);
        let n = b.op1(LlOp::LoadCell(int), &[], I64);
        expect_int(b, n, -6, 3);
        let f = b.op1(LlOp::LoadCell(flag), &[], Bool);
        let f = b.prim(Prim::BoolNot, &[f]);
        b.expect(f, 4);
        let x = b.op1(LlOp::LoadCell(float), &[], F64);
        let half = b.float(-0.5);
        let same = b.prim(Prim::FloatEq, &[x, half]);
        b.expect(same, 5);
        let p = b.op1(LlOp::LoadCell(pointer), &[], Ptr(STR));
        let text = b.static_(text, STR);
        let same = b.op1(LlOp::PtrEq, &[p, text], Bool);
        b.expect(same, 6);
        let p = b.op1(LlOp::LoadCell(null), &[], Ptr(EXCEPTION));
        let is_null = b.op1(LlOp::IsNull, &[p], Bool);
        b.expect(is_null, 7);
        finish(b);
    });
    assert_eq!(status, 0);
}

#[test]
fn objects_on_the_heap() {
    for (tail, kept) in [
        (Storage::U8, 0xef),
        (Storage::U16, 0xcdef),
        (Storage::U32, 0x89ab_cdef),
        (Storage::Value(I64), 0x0123_4567_89ab_cdef),
    ] {
        let mut program = empty();
        let id = mixed(&mut program, tail);
        let status = run(program, |b| {
            let size = b.int(1000);
            let end = b.prim(Prim::PlatformMemory, &[size]);
            let base = b.prim(Prim::PlatformHeapBase, &[]);
            let room = b.prim(Prim::IntSub, &[end, base]);
            let enough = b.prim(Prim::IntGe, &[room, size]);
            b.expect(enough, 1);
            let n = b.int(10);
            let p = b.op1(LlOp::InitObject(id), &[base, n], Ptr(id));
            let type_id = b.op1(LlOp::TypeId, &[p], I64);
            expect_int(b, type_id, id.as_u32() as i64, 2);
            let len = b.op1(LlOp::TailLen(id), &[p], I64);
            expect_int(b, len, 10, 3);
            // Neighbours keep their values, and narrow integers only their low bits.
            let value = b.int(0x0123_4567_89ab_cdef);
            for i in [0, 1, 2, 4] {
                b.op0(LlOp::SetField(id, i), &[p, value]);
            }
            let yes = b.bool(true);
            b.op0(LlOp::SetField(id, 3), &[p, yes]);
            for i in [3, 5, 4] {
                let at = b.int(i);
                b.op0(LlOp::SetItem(id), &[p, at, value]);
            }
            for (i, expected) in [(0, 0xef), (1, 0x0123_4567_89ab_cdef), (2, 0xcdef), (4, 0x89ab_cdef)] {
                let field = b.op1(LlOp::GetField(id, i), &[p], I64);
                expect_int(b, field, expected, 10 + i as i64);
            }
            for (i, expected) in [(2, 0), (3, kept), (4, kept), (5, kept), (6, 0)] {
                let at = b.int(i);
                let item = b.op1(LlOp::GetItem(id), &[p, at], I64);
                expect_int(b, item, expected, 20 + i);
            }
            finish(b);
        });
        assert_eq!(status, 0, "{tail:?}");
    }
}

#[test]
fn items_are_copied_as_memmove_does() {
    let mut program = empty();
    let source = super::programs::int_array(&mut program.statics, 0..10);
    let status = run(program, |b| {
        let p = b.static_(source, INT_ARRAY);
        let args = [p, b.int(0), p, b.int(2), b.int(6)];
        b.op0(LlOp::CopyItems(INT_ARRAY, INT_ARRAY), &args);
        for (i, expected) in [0, 1, 0, 1, 2, 3, 4, 5, 8, 9].into_iter().enumerate() {
            let item = b.item(p, i as i64);
            expect_int(b, item, expected, i as i64 + 1);
        }
        let three = b.int(3);
        let (from, to) = (b.op1(LlOp::ItemAddr(INT_ARRAY), &[p, three], naja_ir::lltype::LlType::Addr), b.int(0));
        let start = b.op1(LlOp::ItemAddr(INT_ARRAY), &[p, to], naja_ir::lltype::LlType::Addr);
        let (from, start) = (b.prim(Prim::AddrToInt, &[from]), b.prim(Prim::AddrToInt, &[start]));
        let distance = b.prim(Prim::IntSub, &[from, start]);
        expect_int(b, distance, 24, 20);
        finish(b);
    });
    assert_eq!(status, 0);
}

#[test]
fn the_heap_ends_at_its_limit() {
    let mut program = empty();
    program.main = function(&mut program, "main", &[], &[I64], |b, _| {
        let base = b.prim(Prim::PlatformHeapBase, &[]);
        let mut end = base;
        for size in [1, 3 << 20, 2 << 20] {
            let bytes = b.int(size);
            end = b.prim(Prim::PlatformMemory, &[bytes]);
            let room = b.prim(Prim::IntSub, &[end, base]);
            let enough = b.prim(Prim::IntGe, &[room, bytes]);
            b.expect(enough, size);
        }
        // The last item of the heap is zero and can be written.
        let room = b.prim(Prim::IntSub, &[end, base]);
        let eight = b.int(8);
        let sixteen = b.int(16);
        let at = b.prim(Prim::IntSub, &[end, sixteen]);
        let one = b.int(1);
        let p = b.op1(LlOp::InitObject(INT_ARRAY), &[at, one], Ptr(INT_ARRAY));
        let item = b.item(p, 0);
        expect_int(b, item, 0, 2);
        let zero = b.int(0);
        b.op0(LlOp::SetItem(INT_ARRAY), &[p, zero, eight]);
        let full = b.int((4 << 20) + 1);
        let too_much = b.prim(Prim::PlatformMemory, &[full]);
        expect_int(b, too_much, 0, 3);
        let enormous = b.int(i64::MAX);
        let too_much = b.prim(Prim::PlatformMemory, &[enormous]);
        expect_int(b, too_much, 0, 4);
        let negative = b.int(-1);
        let too_much = b.prim(Prim::PlatformMemory, &[negative]);
        expect_int(b, too_much, 0, 5);
        let all = b.int(4 << 20);
        let end = b.prim(Prim::PlatformMemory, &[all]);
        let whole = b.prim(Prim::IntSub, &[end, base]);
        expect_int(b, whole, 4 << 20, 6);
        let grown = b.prim(Prim::IntGe, &[whole, room]);
        b.expect(grown, 7);
        finish(b);
    });
    let mut jit = jit(&program, &Limits { heap: 4 << 20, ..LIMITS }).unwrap();
    assert_eq!(jit.run(&[]).unwrap(), 0);
    assert_eq!(jit.heap_size(), 4 << 20);
    assert_eq!(run_program(&program), 3, "with a higher limit the 4 MiB and one byte are there");
}
