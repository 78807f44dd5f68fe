//! The low-level dialect (`docs/dialect.md`): operations on machine values, in the
//! library only. What is wrong here is our own mistake, told as any other.

use super::{Lack, Rule};
use crate::Structs;
use crate::annotation::{Annotation, Interval, Member};
use naja_ir::flow::{BinaryOp, HintKind, UnaryOp};
use naja_ir::lltype::{BIG_INT, BYTE_ARRAY, BYTES, EXCEPTION, INT_ARRAY, LlType, STR, StructId};
use naja_ir::prim::Prim;

/// Is it the module of the low-level operations?
pub fn is_lowlevel(module: &str) -> bool {
    module == "lowlevel" || module == "rlib.lowlevel"
}

pub fn member(ty: LlType) -> Member {
    match ty {
        LlType::Bool => Member::Bool(None),
        ty => Member::Low(ty),
    }
}

pub fn value(ty: LlType) -> Annotation {
    Annotation::of(member(ty))
}

fn type_of(m: &Member) -> Option<LlType> {
    match m {
        Member::Bool(_) => Some(LlType::Bool),
        Member::Low(ty) => Some(*ty),
        _ => None,
    }
}

fn type_of_value(a: &Annotation) -> Option<LlType> {
    a.single().and_then(type_of)
}

/// An argument of the user's language as a low-level function takes it: values that
/// are held alike.
pub fn lowered(s: &Annotation) -> Option<Annotation> {
    let ty = match s.single()? {
        Member::Bool(_) => LlType::Bool,
        Member::Int(_) => LlType::I64,
        Member::Float => LlType::F64,
        Member::Str => LlType::Ptr(STR),
        Member::Bytes => LlType::Ptr(BYTES),
        Member::ByteArray => LlType::Ptr(BYTE_ARRAY),
        Member::BigInt => LlType::Ptr(BIG_INT),
        Member::Low(_) | Member::LowFunction(_) => return Some(s.clone()),
        _ => return None,
    };
    Some(value(ty))
}

/// What a low-level function gives, as a value of the user's language.
pub fn raised(s: &Annotation) -> Annotation {
    s.filter_map(|m| {
        Some(match m {
            Member::Low(LlType::I64) => Member::Int(Interval::FULL),
            Member::Low(LlType::F64) => Member::Float,
            Member::Low(LlType::Ptr(STR)) => Member::Str,
            Member::Low(LlType::Ptr(BYTES)) => Member::Bytes,
            Member::Low(LlType::Ptr(BYTE_ARRAY)) => Member::ByteArray,
            Member::Low(LlType::Ptr(BIG_INT)) => Member::BigInt,
            Member::Tuple(items) => Member::Tuple(items.iter().map(raised).collect()),
            m => m.clone(),
        })
    })
}

pub fn unary(op: UnaryOp, a: LlType) -> Rule {
    match (op, a) {
        (UnaryOp::Neg | UnaryOp::Pos | UnaryOp::Invert, LlType::I64) | (UnaryOp::Neg, LlType::F64) => Ok(value(a)),
        _ => Err(Lack::NoMeaning),
    }
}

pub fn binary(op: BinaryOp, a: LlType, b: LlType) -> Rule {
    use BinaryOp::*;
    match (op, a, b) {
        (Add | Sub | Mul | And | Or | Xor | LShift | RShift, LlType::I64, LlType::I64)
        | (Add | Sub | Mul | TrueDiv, LlType::F64, LlType::F64) => Ok(value(a)),
        _ => Err(Lack::NoMeaning),
    }
}

pub fn compare(a: LlType, b: LlType) -> Rule {
    match (a, b) {
        (LlType::I64, LlType::I64) | (LlType::F64, LlType::F64) => Ok(Annotation::bool()),
        _ => Err(Lack::NoMeaning),
    }
}

/// The low-level type that a hint names (`ll.Str`, `int`).
pub fn hinted(structs: &dyn Structs, hint: &HintKind) -> Option<Annotation> {
    let HintKind::Name(name) = hint else { return None };
    match &**name {
        "int" => Some(value(LlType::I64)),
        "float" => Some(value(LlType::F64)),
        "bool" => Some(Annotation::bool()),
        "str" => Some(value(LlType::Ptr(STR))),
        dotted => structs.by_name(dotted.rsplit('.').next()?).map(|id| value(LlType::Ptr(id))),
    }
}

/// `p.field`.
pub fn get_field(structs: &dyn Structs, p: StructId, name: &str) -> Option<Annotation> {
    let s = structs.get(p)?;
    match (s.field(name), name) {
        (Some(field), _) => Some(value(s.fields[field].storage.value_type())),
        (None, "length") if s.tail.is_some() => Some(value(LlType::I64)),
        (None, "items") if s.tail.is_some() => Some(value(LlType::Ptr(p))),
        _ => None,
    }
}

fn tail(structs: &dyn Structs, p: &Annotation) -> Option<LlType> {
    let Some(Member::Low(LlType::Ptr(id))) = p.single() else { return None };
    structs.get(*id)?.tail.map(|storage| storage.value_type())
}

/// `p[i]`.
pub fn get_item(structs: &dyn Structs, p: &Annotation, i: &Annotation) -> Rule {
    match (tail(structs, p), type_of_value(i)) {
        (Some(item), Some(LlType::I64)) => Ok(value(item)),
        _ => Err(Lack::NoMeaning),
    }
}

/// May `v` be stored in a place of the type of `place`?
pub fn fits(place: &Annotation, v: &Annotation) -> bool {
    match (type_of_value(place), type_of_value(v)) {
        (Some(a), Some(b)) => a == b,
        _ => false,
    }
}

/// `len(p)`.
pub fn len(structs: &dyn Structs, p: &Annotation) -> Rule {
    tail(structs, p).map(|_| value(LlType::I64)).ok_or(Lack::NoMeaning)
}

/// `ll.name(args)`. The error is a sentence.
pub fn operation(structs: &dyn Structs, name: &str, args: &[Annotation]) -> Result<Annotation, String> {
    use LlType::*;
    let types: Vec<Option<LlType>> = args.iter().map(type_of_value).collect();
    let named = |a: &Annotation| match a.single() {
        Some(Member::Library(module, name)) if is_lowlevel(module) => structs.by_name(name),
        _ => None,
    };
    if let Some(prim) = Prim::by_name(name) {
        let row = prim.row();
        let fits = row.args.len() == types.len() && row.args.iter().zip(&types).all(|(a, b)| Some(*a) == *b);
        if !fits {
            return Err(format!("`ll.{name}` takes {:?}, not {}", row.args, list(args)));
        }
        return Ok(match row.results {
            [] => Annotation::none(),
            [ty] => value(*ty),
            several => Annotation::of(Member::Tuple(several.iter().map(|&ty| value(ty)).collect())),
        });
    }
    let result = match (name, types.as_slice()) {
        ("new", [None]) => named(&args[0]).map(Ptr),
        ("new_tail", [None, Some(I64)]) | ("zeros", [None, Some(I64)]) => {
            named(&args[0]).filter(|&id| structs.get(id).is_some_and(|s| s.tail.is_some())).map(Ptr)
        }
        ("new_like", [Some(Ptr(id))]) => Some(Ptr(*id)),
        ("new_tail_like", [Some(Ptr(id)), Some(I64)]) => Some(Ptr(*id)).filter(|_| tail(structs, &args[0]).is_some()),
        ("new_sequence", [Some(p), Some(items)]) => match p {
            Ptr(id) if p == items => tail(structs, &args[0]).map(|_| Ptr(*id)),
            Ptr(id) => get_field(structs, *id, "items").filter(|s| type_of_value(s) == Some(*items)).map(|_| *p),
            _ => None,
        },
        ("leave_room" | "take_room", [Some(Ptr(id)), Some(I64)]) => {
            Some(Ptr(*id)).filter(|_| tail(structs, &args[0]).is_some())
        }
        ("zero_item", [Some(Ptr(_))]) => tail(structs, &args[0]),
        ("null", [None]) => named(&args[0]).map(Ptr),
        ("cast", [None, Some(Ptr(_))]) => named(&args[0]).map(Ptr),
        ("copy_items", [Some(Ptr(_)), Some(I64), Some(Ptr(_)), Some(I64), Some(I64)]) => {
            let (from, to) = (tail(structs, &args[0]), tail(structs, &args[2]));
            if from.is_some() && from == to {
                return Ok(Annotation::none());
            }
            None
        }
        ("item_addr", [Some(Ptr(_)), Some(I64)]) => tail(structs, &args[0]).map(|_| Addr),
        ("is_null", [Some(Ptr(_))]) => Some(Bool),
        ("ptr_eq", [Some(Ptr(_)), Some(Ptr(_))]) => Some(Bool),
        ("type_id" | "address", [Some(Ptr(_))]) => Some(I64),
        ("select", [Some(Bool), Some(a), Some(b)]) if a == b => Some(*a),
        ("int_array", items) if items.iter().all(|t| *t == Some(I64)) => Some(Ptr(INT_ARRAY)),
        ("run_program", []) => return Ok(Annotation::none()),
        ("exception_str", [Some(Ptr(EXCEPTION))]) => Some(Ptr(STR)),
        ("exit_status", [Some(Ptr(EXCEPTION))]) => Some(I64),
        ("class_path", [Some(I64)]) => Some(Ptr(STR)),
        _ => None,
    };
    result.map(value).ok_or_else(|| format!("there is no `ll.{name}` of ({})", list(args)))
}

fn list(args: &[Annotation]) -> String {
    let heap = crate::heap::Heap::default();
    args.iter().map(|s| crate::display::display(s, &heap)).collect::<Vec<_>>().join(", ")
}
