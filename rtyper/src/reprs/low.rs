//! The library's low-level dialect (`docs/dialect.md`): an operation of the
//! source is an operation of the machine.

use crate::emit::{Emitter, Typed};
use crate::lowering::{ClassText, low};
use crate::reprs::{container, instance};
use naja_annotator::annotation::Member;
use naja_ir::flow::{BinaryOp, CompareOp};
use naja_ir::graph::{Terminator, Value};
use naja_ir::lltype::{INT_ARRAY, LlType, StructId};
use naja_ir::lowlevel::{LlOp, Static, StaticTail};
use naja_ir::prim::Prim;

/// A machine value of a type.
pub fn typed(e: &Emitter, v: Value) -> Typed {
    Typed { s: low(e.graph.values[v]), v: vec![v] }
}

pub fn binary(e: &mut Emitter, op: BinaryOp, a: Value, b: Value) -> Typed {
    let is_float = e.graph.values[a] == LlType::F64;
    let prim = match (op, is_float) {
        (BinaryOp::Add, false) => Prim::IntAdd,
        (BinaryOp::Sub, false) => Prim::IntSub,
        (BinaryOp::Mul, false) => Prim::IntMul,
        (BinaryOp::And, false) => Prim::IntAnd,
        (BinaryOp::Or, false) => Prim::IntOr,
        (BinaryOp::Xor, false) => Prim::IntXor,
        (BinaryOp::LShift, false) => Prim::IntShl,
        (BinaryOp::RShift, false) => Prim::IntShr,
        (BinaryOp::Add, true) => Prim::FloatAdd,
        (BinaryOp::Sub, true) => Prim::FloatSub,
        (BinaryOp::Mul, true) => Prim::FloatMul,
        (BinaryOp::TrueDiv, true) => Prim::FloatDiv,
        _ => panic!("the dialect has no {} on {:?}", op.symbol(), e.graph.values[a]),
    };
    let v = e.prim(prim, &[a, b]);
    typed(e, v)
}

pub fn compare(e: &mut Emitter, op: CompareOp, a: Value, b: Value) -> Value {
    match e.graph.values[a] {
        LlType::F64 => super::float::compare(e, op, a, b),
        LlType::Ptr(_) => {
            let same = e.op1(LlOp::PtrEq, &[a, b], LlType::Bool);
            if op == CompareOp::Ne { e.prim(Prim::BoolNot, &[same]) } else { same }
        }
        _ => super::int::compare(e, op, a, b),
    }
}

/// The struct that a pointer points to.
fn pointee(e: &Emitter, p: Value) -> StructId {
    match e.graph.values[p] {
        LlType::Ptr(id) => id,
        other => panic!("{other:?} is no pointer"),
    }
}

pub fn getattr(e: &mut Emitter, p: Value, name: &str) -> Typed {
    let v = match name {
        "length" => container::length(e, p),
        "items" => container::items(e, p),
        _ => container::get_field(e, p, name),
    };
    typed(e, v)
}

pub fn setattr(e: &mut Emitter, p: Value, name: &str, value: &Typed) {
    let id = pointee(e, p);
    let i = e.l.program.structs[id].field(name).expect("the annotator checked the field");
    e.op0(LlOp::SetField(id, i), &[p, value.one()]);
}

pub fn getitem(e: &mut Emitter, p: Value, i: Value) -> Typed {
    let id = pointee(e, p);
    let ty = e.l.program.structs[id].tail.expect("indexes a tail").value_type();
    let v = e.op1(LlOp::GetItem(id), &[p, i], ty);
    typed(e, v)
}

pub fn setitem(e: &mut Emitter, p: Value, i: Value, value: Value) {
    let id = pointee(e, p);
    e.op0(LlOp::SetItem(id), &[p, i, value]);
}

pub fn len(e: &mut Emitter, p: Value) -> Typed {
    let id = pointee(e, p);
    let v = e.op1(LlOp::TailLen(id), &[p], LlType::I64);
    typed(e, v)
}

/// The struct that an argument such as `ll.Str` names.
fn named_struct(e: &Emitter, x: &Typed) -> StructId {
    let Member::Library(_, name) = x.member() else { panic!("{:?} names no struct", x.s) };
    let found = e.l.program.structs.iter().find(|(_, s)| s.name == *name);
    found.unwrap_or_else(|| panic!("no struct {name}")).0
}

/// `ll.name(args)`.
pub fn call(e: &mut Emitter, name: &str, args: &[Typed]) -> Typed {
    if let Some(prim) = Prim::by_name(name) {
        let operands: Vec<Value> = args.iter().map(Typed::one).collect();
        let results = e.op(LlOp::Prim(prim), &operands, prim.row().results);
        if prim == Prim::PlatformExit {
            e.end(Terminator::Unreachable);
        }
        let mut items: Vec<Typed> = results.into_iter().map(|v| typed(e, v)).collect();
        return match items.len() {
            0 => Typed::new(Member::None, vec![]),
            1 => items.remove(0),
            _ => e.new_tuple(items),
        };
    }
    let nothing = Typed::new(Member::None, vec![]);
    let v = match name {
        "new" => {
            let id = named_struct(e, &args[0]);
            e.op1(LlOp::New(id), &[], LlType::Ptr(id))
        }
        "new_like" => {
            let id = pointee(e, args[0].one());
            e.op1(LlOp::New(id), &[], LlType::Ptr(id))
        }
        "new_sequence" => {
            let id = pointee(e, args[0].one());
            container::sequence(e, id, args[1].one())
        }
        "new_tail_like" => {
            let id = pointee(e, args[0].one());
            e.op1(LlOp::NewTail(id), &[args[1].one()], LlType::Ptr(id))
        }
        "leave_room" => {
            let id = pointee(e, args[0].one());
            e.op1(LlOp::LeaveRoom(id), &[args[0].one(), args[1].one()], LlType::Ptr(id))
        }
        "take_room" => {
            let id = pointee(e, args[0].one());
            e.op1(LlOp::TakeRoom(id), &[args[0].one(), args[1].one()], LlType::Ptr(id))
        }
        "zero_item" => {
            let id = pointee(e, args[0].one());
            let ty = e.l.program.structs[id].tail.expect("a tail").value_type();
            e.zero(ty)
        }
        "new_tail" => {
            let id = named_struct(e, &args[0]);
            e.op1(LlOp::NewTail(id), &[args[1].one()], LlType::Ptr(id))
        }
        "copy_items" => {
            let operands: Vec<Value> = args.iter().map(Typed::one).collect();
            let (source, target) = (pointee(e, operands[0]), pointee(e, operands[2]));
            e.op0(LlOp::CopyItems(source, target), &operands);
            return nothing;
        }
        "item_addr" => {
            let id = pointee(e, args[0].one());
            e.op1(LlOp::ItemAddr(id), &[args[0].one(), args[1].one()], LlType::Addr)
        }
        "null" => {
            let id = named_struct(e, &args[0]);
            e.null(id)
        }
        "is_null" => e.op1(LlOp::IsNull, &[args[0].one()], LlType::Bool),
        "ptr_eq" => e.op1(LlOp::PtrEq, &[args[0].one(), args[1].one()], LlType::Bool),
        "cast" => {
            let id = named_struct(e, &args[0]);
            e.cast(id, args[1].one())
        }
        "address" => e.op1(LlOp::Address, &[args[0].one()], LlType::I64),
        "type_id" => e.op1(LlOp::TypeId, &[args[0].one()], LlType::I64),
        "select" => {
            let ty = e.graph.values[args[1].one()];
            e.op1(LlOp::Select, &[args[0].one(), args[1].one(), args[2].one()], ty)
        }
        "int_array" => {
            let items = args.iter().map(|a| e.constant(a.one()).expect("ll.int_array takes constants")).collect();
            e.static_object(Static { ty: INT_ARRAY, fields: vec![], tail: StaticTail::Items(items) })
        }
        "zeros" => {
            let id = named_struct(e, &args[0]);
            let Some(naja_ir::lowlevel::StaticValue::Int(n)) = e.constant(args[1].one()) else {
                panic!("ll.zeros takes a constant")
            };
            let zeros = e.l.zeros(e.place, id, n as u32);
            e.op1(LlOp::Static(zeros), &[], LlType::Ptr(id))
        }
        "run_program" => {
            let main = e.l.run_program();
            let results = e.l.program.functions[main].results.clone();
            e.op(LlOp::Call(main), &[], &results);
            return nothing;
        }
        "exception_str" => instance::str(e, args[0].one()),
        "exit_status" => e.call_synthesized(crate::synthesis::Synthesis::ExitStatus, &[args[0].one()])[0],
        "class_path" => instance::class_text(e, args[0].one(), ClassText::Path),
        _ => panic!("the dialect has no ll.{name}"),
    };
    typed(e, v)
}
