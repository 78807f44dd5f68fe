//! Python's operations on values of any type: two operands meet in one `match`.
//! A union is taken apart first; what a member cannot do raises TypeError.

use crate::emit::{Emitter, Typed};
use crate::items::bounds;
use crate::lowering::ClassText;
use crate::repr::{is_unit, shape};
use crate::reprs::{bigint, boolean, bytes, container, float, instance, int, none, range, special, string, tuple};
use crate::synthesis::Synthesis;

use naja_annotator::annotation::{Annotation, Container as Kind, Member, View};
use naja_annotator::classes::is_object;
use naja_ir::flow::{BinaryOp, CompareOp, UnaryOp};
use naja_ir::graph::Value;
use naja_ir::lltype::{EXCEPTION, LlType, STR};
use naja_ir::lowlevel::LlOp;
use naja_ir::prim::Prim;

use Member::{Bool, Float, Int, Low, Str, Tuple};

/// The most combinations of scalar members that are written where they stand;
/// more become a function of their own.
const MAX_INLINE_CASES: usize = 4;

fn is_number(m: &Member) -> bool {
    matches!(m, Bool(_) | Int(_) | Float | Member::BigInt)
}

fn is_integral(m: &Member) -> bool {
    matches!(m, Bool(_) | Int(_))
}

/// Should a union of these be taken apart where it stands?
fn inline_cases(operands: &[&Typed]) -> bool {
    let cases: usize = operands.iter().map(|x| x.s.members().len()).product();
    let cheap = operands.iter().flat_map(|x| x.s.members()).all(|m| is_number(m) || is_unit(m));
    cases <= MAX_INLINE_CASES && cheap
}

/// `a op b`, as the annotation of the result asks.
pub fn binary(e: &mut Emitter, op: BinaryOp, inplace: bool, a: &Typed, b: &Typed, result: &Annotation) -> Typed {
    if a.s.members().len() * b.s.members().len() > 1 && !inline_cases(&[a, b]) {
        let key = Synthesis::Binary { op, inplace, a: shape(&a.s), b: shape(&b.s), result: shape(result) };
        let args: Vec<Value> = a.v.iter().chain(&b.v).copied().collect();
        let v = e.call_synthesized(key, &args);
        return Typed { s: result.clone(), v };
    }
    binary_cases(e, op, inplace, a, b, result)
}

/// The same, taken apart here.
pub fn binary_cases(e: &mut Emitter, op: BinaryOp, inplace: bool, a: &Typed, b: &Typed, result: &Annotation) -> Typed {
    e.dispatch(a, result, &mut |e, a| {
        e.dispatch(b, result, &mut |e, b| match binary_single(e, op, &a, &b, result) {
            Some(r) => r,
            None if is_object(a.member()) || is_object(b.member()) => special::binary(e, op, inplace, &a, &b, result),
            None => {
                let message = binary_message(e, op, inplace, a.member(), b.member());
                e.raise("TypeError", &message);
                e.unreachable(result)
            }
        })
    })
}

/// `None` where the operation has no meaning.
pub fn binary_single(e: &mut Emitter, op: BinaryOp, a: &Typed, b: &Typed, result: &Annotation) -> Option<Typed> {
    match (a.member(), b.member()) {
        (Low(_), Low(_)) => Some(crate::reprs::low::binary(e, op, a.one(), b.one())),
        (Bool(_), Bool(_)) if matches!(op, BinaryOp::And | BinaryOp::Or | BinaryOp::Xor) => {
            Some(boolean::bitwise(e, op, a.one(), b.one()))
        }
        (x, y) if bigint::is_integral(x) && bigint::is_integral(y) && needs_big(x, y, result) => {
            let gives_float = !result.members().contains(&Member::BigInt);
            bigint::binary(e, op, a, b, gives_float)
        }
        (x, y) if is_integral(x) && is_integral(y) => {
            let gives = |kind: fn(&Member) -> bool| result.members().iter().any(kind);
            let gives_float = gives(|m| matches!(m, Float)) && !gives(|m| matches!(m, Int(_)));
            let (x, y) = (int::as_int(e, a), int::as_int(e, b));
            int::binary(e, op, x, y, gives_float)
        }
        (x, y) if is_number(x) && is_number(y) => {
            let (x, y) = (float::as_float(e, a), float::as_float(e, b));
            float::binary(e, op, x, y)
        }
        (Str, Str) if op == BinaryOp::Add => Some(string::typed(string::concat(e, &[a.one(), b.one()]))),
        (Member::Bytes, Member::Bytes) if op == BinaryOp::Add => Some(bytes::concat(e, a.one(), b.one())),
        (Str, y) if op == BinaryOp::Mul && bigint::is_integral(y) => {
            let n = int::as_int(e, b);
            Some(string::typed(e.helper1("string", "ll_str_mul", &[a.one(), n], string::TYPE)))
        }
        (x, Str) if op == BinaryOp::Mul && bigint::is_integral(x) => {
            let n = int::as_int(e, a);
            Some(string::typed(e.helper1("string", "ll_str_mul", &[b.one(), n], string::TYPE)))
        }
        (Tuple(_), Tuple(_)) if op == BinaryOp::Add => {
            let mut items = e.tuple_items(a);
            items.extend(e.tuple_items(b));
            Some(e.new_tuple(items))
        }
        _ => None,
    }
}

/// Are they all ints of a machine word?
pub fn may_wrap(operands: &[Typed]) -> bool {
    operands.iter().all(|x| x.s.single().is_some_and(is_integral))
}

/// Is one of the two ints big, or the result of constants?
fn needs_big(a: &Member, b: &Member, result: &Annotation) -> bool {
    bigint::is_big(a) || bigint::is_big(b) || result.members().contains(&Member::BigInt)
}

pub fn binary_message(e: &Emitter, op: BinaryOp, inplace: bool, a: &Member, b: &Member) -> String {
    match (op, a) {
        (BinaryOp::Add, Str) => format!("can only concatenate str (not \"{}\") to str", e.type_name(b)),
        (BinaryOp::Add, Tuple(_)) => format!("can only concatenate tuple (not \"{}\") to tuple", e.type_name(b)),
        (BinaryOp::Mul, Str | Tuple(_)) => {
            format!("can't multiply sequence by non-int of type '{}'", e.type_name(b))
        }
        (BinaryOp::Mul, _) if matches!(b, Str | Tuple(_)) => {
            format!("can't multiply sequence by non-int of type '{}'", e.type_name(a))
        }
        _ => {
            let symbol = match (op, inplace) {
                (BinaryOp::Pow, false) => "** or pow()".to_string(),
                (_, true) => format!("{}=", op.symbol()),
                (_, false) => op.symbol().to_string(),
            };
            format!("unsupported operand type(s) for {symbol}: '{}' and '{}'", e.type_name(a), e.type_name(b))
        }
    }
}

/// `op x`.
pub fn unary(e: &mut Emitter, op: UnaryOp, x: &Typed, result: &Annotation) -> Typed {
    if op == UnaryOp::Not {
        let t = truth(e, x);
        return boolean::typed(e.prim(Prim::BoolNot, &[t]));
    }
    e.dispatch(x, result, &mut |e, x| {
        let done = match x.member() {
            Low(LlType::F64) => Some(Typed::new(Low(LlType::F64), vec![e.prim(Prim::FloatNeg, &[x.one()])])),
            Low(_) => {
                let (prim, with) = match op {
                    UnaryOp::Neg => (Prim::IntSub, e.int(0)),
                    UnaryOp::Invert => (Prim::IntXor, e.int(-1)),
                    _ => (Prim::IntAdd, e.int(0)),
                };
                Some(Typed::new(Low(LlType::I64), vec![e.prim(prim, &[with, x.one()])]))
            }
            m if is_integral(m) => {
                let i = int::as_int(e, &x);
                Some(int::unary(e, op, i))
            }
            Member::BigInt => Some(bigint::unary(e, op, &x)),
            Float => float::unary(e, op, x.one()),
            m if is_object(m) => special::unary(e, op, &x, result),
            _ => None,
        };
        match done {
            Some(r) => r,
            None => {
                let symbol = match op {
                    UnaryOp::Neg => "-",
                    UnaryOp::Pos => "+",
                    _ => "~",
                };
                e.raise("TypeError", &format!("bad operand type for unary {symbol}: '{}'", e.type_name(x.member())));
                e.unreachable(result)
            }
        }
    })
}

/// What a test of x asks: a bool.
pub fn truth(e: &mut Emitter, x: &Typed) -> Value {
    e.dispatch(x, &Annotation::bool(), &mut |e, x| {
        let v = match x.member() {
            Bool(_) => x.one(),
            Int(_) | Low(LlType::I64) => {
                let zero = e.int(0);
                e.prim(Prim::IntNe, &[x.one(), zero])
            }
            Float | Low(LlType::F64) => {
                let zero = e.float(0.0);
                e.prim(Prim::FloatNe, &[x.one(), zero])
            }
            Member::BigInt => bigint::truth(e, &x),
            Str => {
                let length = string::len(e, x.one());
                let zero = e.int(0);
                e.prim(Prim::IntNe, &[length, zero])
            }
            Member::Container(..) | Member::DictView(..) => {
                let length = container::len(e, &x);
                let zero = e.int(0);
                e.prim(Prim::IntNe, &[length, zero])
            }
            Member::Bytes | Member::ByteArray => {
                let length = bytes::len(e, &x);
                let zero = e.int(0);
                e.prim(Prim::IntNe, &[length, zero])
            }
            Tuple(items) => {
                let filled = !items.is_empty();
                e.bool(filled)
            }
            Member::Range(_) => {
                let count = range::count(e, &x);
                let zero = e.int(0);
                e.prim(Prim::IntNe, &[count, zero])
            }
            Member::None => e.bool(false),
            m if is_object(m) => special::truth(e, &x),
            _ => e.bool(true),
        };
        boolean::typed(v)
    })
    .one()
}

/// `a op b` for every comparison, as a bool.
pub fn compare(e: &mut Emitter, op: CompareOp, a: &Typed, b: &Typed) -> Value {
    match op {
        CompareOp::Is => identical(e, a, b),
        CompareOp::IsNot => {
            let same = identical(e, a, b);
            e.prim(Prim::BoolNot, &[same])
        }
        CompareOp::In => contains(e, a, b),
        CompareOp::NotIn => {
            let inside = contains(e, a, b);
            e.prim(Prim::BoolNot, &[inside])
        }
        CompareOp::Eq => equal(e, a, b),
        CompareOp::Ne if [a, b].iter().any(|x| x.s.members().iter().any(is_object)) => {
            let result = Annotation::bool();
            let differ = e.dispatch(a, &result, &mut |e, a| {
                e.dispatch(b, &result, &mut |e, b| {
                    boolean::typed(match is_object(a.member()) || is_object(b.member()) {
                        true => special::compare(e, CompareOp::Ne, &a, &b),
                        false => {
                            let same = equal_cases(e, &a, &b);
                            e.prim(Prim::BoolNot, &[same])
                        }
                    })
                })
            });
            differ.one()
        }
        CompareOp::Ne => {
            if let (Some(Float), Some(Float)) = (a.s.single(), b.s.single()) {
                return float::compare(e, op, a.one(), b.one());
            }
            let same = equal(e, a, b);
            e.prim(Prim::BoolNot, &[same])
        }
        _ => {
            let key = |e: &mut Emitter| {
                let key = Synthesis::Compare { op, a: shape(&a.s), b: shape(&b.s) };
                let args: Vec<Value> = a.v.iter().chain(&b.v).copied().collect();
                e.call_synthesized(key, &args)[0]
            };
            if a.s.members().len() * b.s.members().len() > 1 && !inline_cases(&[a, b]) {
                return key(e);
            }
            order_cases(e, op, a, b)
        }
    }
}

/// `<`, `<=`, `>`, `>=`, taken apart here.
pub fn order_cases(e: &mut Emitter, op: CompareOp, a: &Typed, b: &Typed) -> Value {
    let result = Annotation::bool();
    e.dispatch(a, &result, &mut |e, a| {
        e.dispatch(b, &result, &mut |e, b| {
            let v = match (a.member(), b.member()) {
                (x, y) if is_object(x) || is_object(y) => special::compare(e, op, &a, &b),
                (Low(_), Low(_)) => crate::reprs::low::compare(e, op, a.one(), b.one()),
                (x, y) if is_integral(x) && is_integral(y) => {
                    let (x, y) = (int::as_int(e, &a), int::as_int(e, &b));
                    int::compare(e, op, x, y)
                }
                (x, y) if is_number(x) && is_number(y) && (bigint::is_big(x) || bigint::is_big(y)) => {
                    bigint::compare(e, op, &a, &b)
                }
                (Float, Float) => float::compare(e, op, a.one(), b.one()),
                (Float, y) if is_integral(y) => {
                    let i = int::as_int(e, &b);
                    float::compare_with_int(e, op, a.one(), i)
                }
                (x, Float) if is_integral(x) => {
                    let i = int::as_int(e, &a);
                    float::compare_with_int(e, mirrored(op), b.one(), i)
                }
                (Str, Str) => string::compare(e, op, a.one(), b.one()),
                (Tuple(_), Tuple(_)) => tuple::order(e, op, &a, &b),
                (Tuple(_), Member::Container(Kind::Tuple, _)) | (Member::Container(Kind::Tuple, _), Tuple(_)) => {
                    let or_equal = matches!(op, CompareOp::Le | CompareOp::Ge);
                    let (a, b) = if matches!(op, CompareOp::Gt | CompareOp::Ge) { (&b, &a) } else { (&a, &b) };
                    container::less(e, a, b, or_equal)
                }
                (Member::Container(x, _), Member::Container(y, _))
                    if x == y && *x != Kind::Dict || is_set(x) && is_set(y) =>
                {
                    let or_equal = matches!(op, CompareOp::Le | CompareOp::Ge);
                    let (a, b) = if matches!(op, CompareOp::Gt | CompareOp::Ge) { (&b, &a) } else { (&a, &b) };
                    if is_set(x) { container::subset(e, a, b, or_equal) } else { container::less(e, a, b, or_equal) }
                }
                (x, y) if bytes::is_bytes(x) && bytes::is_bytes(y) => bytes::order(e, op, &a, &b),
                (x, y) => {
                    let message = format!(
                        "'{}' not supported between instances of '{}' and '{}'",
                        op.symbol(),
                        e.type_name(x),
                        e.type_name(y)
                    );
                    e.raise("TypeError", &message);
                    return e.unreachable(&Annotation::bool());
                }
            };
            boolean::typed(v)
        })
    })
    .one()
}

/// `b op a` where `a op b` is asked.
pub fn mirrored(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Lt => CompareOp::Gt,
        CompareOp::Le => CompareOp::Ge,
        CompareOp::Gt => CompareOp::Lt,
        CompareOp::Ge => CompareOp::Le,
        other => other,
    }
}

/// `a == b`: never raises; values of unlike kinds differ.
pub fn equal(e: &mut Emitter, a: &Typed, b: &Typed) -> Value {
    if a.s.members().len() * b.s.members().len() > 1 && !inline_cases(&[a, b]) {
        let key = Synthesis::Compare { op: CompareOp::Eq, a: shape(&a.s), b: shape(&b.s) };
        let args: Vec<Value> = a.v.iter().chain(&b.v).copied().collect();
        return e.call_synthesized(key, &args)[0];
    }
    equal_cases(e, a, b)
}

/// The same, taken apart here.
pub fn equal_cases(e: &mut Emitter, a: &Typed, b: &Typed) -> Value {
    let result = Annotation::bool();
    e.dispatch(a, &result, &mut |e, a| {
        e.dispatch(b, &result, &mut |e, b| {
            let v = match (a.member(), b.member()) {
                (x, y) if is_object(x) || is_object(y) => special::compare(e, CompareOp::Eq, &a, &b),
                (Low(_), Low(_)) => crate::reprs::low::compare(e, CompareOp::Eq, a.one(), b.one()),
                (Bool(_), Bool(_)) => boolean::equal(e, a.one(), b.one()),
                (x, y) if is_integral(x) && is_integral(y) => {
                    let (x, y) = (int::as_int(e, &a), int::as_int(e, &b));
                    int::compare(e, CompareOp::Eq, x, y)
                }
                (x, y) if is_number(x) && is_number(y) && (bigint::is_big(x) || bigint::is_big(y)) => {
                    bigint::compare(e, CompareOp::Eq, &a, &b)
                }
                (Float, Float) => float::compare(e, CompareOp::Eq, a.one(), b.one()),
                (Float, y) if is_integral(y) => {
                    let i = int::as_int(e, &b);
                    float::compare_with_int(e, CompareOp::Eq, a.one(), i)
                }
                (x, Float) if is_integral(x) => {
                    let i = int::as_int(e, &a);
                    float::compare_with_int(e, CompareOp::Eq, b.one(), i)
                }
                (Str, Str) => string::compare(e, CompareOp::Eq, a.one(), b.one()),
                (Tuple(_), Tuple(_)) => tuple::equal_tuples(e, &a, &b),
                (Member::Slice(_), Member::Slice(_)) => {
                    let [a, b] = [&a, &b].map(|x| e.new_tuple(bounds(x)));
                    tuple::equal_tuples(e, &a, &b)
                }
                (Tuple(_), Member::Container(Kind::Tuple, _)) => container::equal_known(e, &a, &b),
                (Member::Container(Kind::Tuple, _), Tuple(_)) => container::equal_known(e, &b, &a),
                (Member::Container(x, _), Member::Container(y, _)) if x == y || is_set(x) && is_set(y) => {
                    container::equal(e, &a, &b)
                }
                (x, y) if bytes::is_bytes(x) && bytes::is_bytes(y) => bytes::equal(e, &a, &b),
                (Member::Range(_), Member::Range(_)) => {
                    let args: Vec<Value> = a.v.iter().chain(&b.v).copied().collect();
                    e.helper1("range", "ll_range_eq", &args, LlType::Bool)
                }
                (x, y) => identical_members(e, x, y, &a, &b),
            };
            boolean::typed(v)
        })
    })
    .one()
}

/// `a is b`, where the annotator allows it: identity of None, bools, classes,
/// functions and exceptions is their equality.
fn identical(e: &mut Emitter, a: &Typed, b: &Typed) -> Value {
    let result = Annotation::bool();
    e.dispatch(a, &result, &mut |e, a| {
        e.dispatch(b, &result, &mut |e, b| {
            let v = match (a.member(), b.member()) {
                (Bool(_), Bool(_)) => boolean::equal(e, a.one(), b.one()),
                (x, y) => identical_members(e, x, y, &a, &b),
            };
            boolean::typed(v)
        })
    })
    .one()
}

/// Identity of exceptions and of classes; what has no components is itself.
fn identical_members(e: &mut Emitter, x: &Member, y: &Member, a: &Typed, b: &Typed) -> Value {
    match (x, y) {
        (Member::Container(x, _), Member::Container(y, _)) if x == y => {
            e.op1(LlOp::PtrEq, &[a.one(), b.one()], LlType::Bool)
        }
        (Member::Generator(_), Member::Generator(_)) => e.op1(LlOp::PtrEq, &[a.one(), b.one()], LlType::Bool),
        (Member::ByteArray, Member::ByteArray) => e.op1(LlOp::PtrEq, &[a.one(), b.one()], LlType::Bool),
        (Member::Instance(_) | Member::Error(..), Member::Instance(_) | Member::Error(..))
        | (Member::Object(_), Member::Object(_)) => e.op1(LlOp::PtrEq, &[a.one(), b.one()], LlType::Bool),
        (Member::ExceptionType(_), Member::ExceptionType(_)) => e.prim(Prim::IntEq, &[a.one(), b.one()]),
        (Member::ExceptionType(_), Member::ExceptionClass(class)) => {
            let number = e.int(class.0 as i64);
            e.prim(Prim::IntEq, &[a.one(), number])
        }
        (Member::ExceptionClass(class), Member::ExceptionType(_)) => {
            let number = e.int(class.0 as i64);
            e.prim(Prim::IntEq, &[number, b.one()])
        }
        _ => {
            let same = is_unit(x) && x == y;
            e.bool(same)
        }
    }
}

/// `x in container`.
fn contains(e: &mut Emitter, x: &Typed, container: &Typed) -> Value {
    let result = Annotation::bool();
    e.dispatch(container, &result, &mut |e, container| {
        let v = match container.member() {
            m if is_object(m) => special::contains(e, x, &container),
            Tuple(_) => tuple::contains(e, x, &container),
            Member::DictView(View::Items, _) => {
                return e.dispatch(x, &Annotation::bool(), &mut |e, x| {
                    boolean::typed(container::contains_item(e, &container, &x))
                });
            }
            Member::Container(..) | Member::DictView(..) => container::contains(e, &container, x),
            Str => {
                return e.dispatch(x, &Annotation::bool(), &mut |e, x| match x.member() {
                    Str => {
                        let args = [container.one(), x.one()];
                        boolean::typed(e.helper1("string", "ll_str_contains", &args, LlType::Bool))
                    }
                    other => {
                        let message =
                            format!("'in <string>' requires string as left operand, not {}", e.type_name(other));
                        e.raise("TypeError", &message);
                        e.unreachable(&Annotation::bool())
                    }
                });
            }
            Member::Bytes | Member::ByteArray => return bytes::contains(e, &container, x),
            Member::Range(_) => {
                return e.dispatch(x, &Annotation::bool(), &mut |e, x| range_contains(e, &container, &x));
            }
            other => {
                let message = format!("argument of type '{}' is not iterable", e.type_name(other));
                e.raise("TypeError", &message);
                return e.unreachable(&Annotation::bool());
            }
        };
        boolean::typed(v)
    })
    .one()
}

/// `x in range(...)`: ints by arithmetic; a float that is whole counts as its int.
fn range_contains(e: &mut Emitter, container: &Typed, x: &Typed) -> Typed {
    let mut args = container.v.clone();
    let v = match x.member() {
        m if is_integral(m) => {
            args.push(int::as_int(e, x));
            e.helper1("range", "ll_range_contains", &args, LlType::Bool)
        }
        Member::BigInt => {
            args.push(x.one());
            e.helper1("bigint_index", "ll_range_contains_big", &args, LlType::Bool)
        }
        Float => {
            args.push(x.one());
            e.helper1("range", "ll_range_contains_float", &args, LlType::Bool)
        }
        _ => e.bool(false),
    };
    boolean::typed(v)
}

/// `str(x)`, as a `*Str`.
pub fn str(e: &mut Emitter, x: &Typed) -> Value {
    match x.s.single() {
        Some(Str) => x.one(),
        Some(Low(LlType::Ptr(STR))) => x.one(),
        Some(Member::Instance(_)) => instance::str(e, x.one()),
        Some(m) if is_object(m) => special::str(e, x),
        Some(_) => repr(e, x),
        None => e.call_synthesized(Synthesis::Str(shape(&x.s)), &x.v)[0],
    }
}

/// `repr(x)`, as a `*Str`.
pub fn repr(e: &mut Emitter, x: &Typed) -> Value {
    match x.s.single() {
        Some(Bool(_)) => boolean::str(e, x.one()),
        Some(Int(_) | Low(LlType::I64)) => int::str(e, x.one()),
        Some(Member::BigInt) => bigint::str(e, x.one()),
        Some(Float | Low(LlType::F64)) => float::str(e, x.one()),
        Some(Str) => string::repr(e, x.one()),
        Some(Tuple(_)) => tuple::repr(e, x),
        Some(Member::Container(..) | Member::DictView(..)) => container::repr(e, x),
        Some(Member::Bytes | Member::ByteArray) => bytes::repr(e, x),
        Some(Member::Slice(_)) => {
            let bounds = e.new_tuple(bounds(x));
            let (name, text) = (e.string("slice"), tuple::repr(e, &bounds));
            e.helper1("string", "ll_concat", &[name, text], string::TYPE)
        }
        Some(Member::Range(_)) => e.helper1("range", "ll_range_repr", &x.v, string::TYPE),
        Some(Member::Instance(_) | Low(LlType::Ptr(EXCEPTION))) => instance::repr(e, x.one()),
        Some(m) if is_object(m) => special::repr(e, x),
        Some(Member::Class(class)) => {
            let text = e.l.class_text(*class, ClassText::Repr);
            e.string(&text)
        }
        Some(Member::Function(func) | Member::Closure(func, _)) => {
            // Where it lies is nobody's business.
            let text = format!("<function {} at 0x7f0000000000>", e.l.flow.program.functions[*func].qualname);
            e.string(&text)
        }
        Some(Member::ExceptionType(_)) => instance::class_text(e, x.one(), ClassText::Repr),
        Some(m) => {
            let text = none::text(&m.clone());
            e.string(&text)
        }
        None => e.call_synthesized(Synthesis::Repr(shape(&x.s)), &x.v)[0],
    }
}

/// `hash(x)`.
pub fn hash(e: &mut Emitter, x: &Typed) -> Value {
    e.dispatch(x, &Annotation::int(), &mut |e, x| {
        let name = match x.member() {
            Int(_) => "ll_hash_int",
            Bool(_) => "ll_hash_bool",
            Float => "ll_hash_float",
            Str => "ll_hash_str",
            Member::Bytes => "ll_hash_bytes",
            Member::BigInt => "ll_hash_bigint",
            Member::Range(_) => "ll_hash_range",
            Tuple(_) => return int::typed(hash_tuple(e, &x)),
            Member::Container(..) => return int::typed(container::hash(e, &x)),
            m if is_unit(m) => {
                // Any number will do, but the same in each run.
                let text = format!("{m:?}");
                let number = text.bytes().fold(1469598103i64, |h, b| (h ^ b as i64).wrapping_mul(1099511628211));
                return int::typed(e.int(number >> 4));
            }
            m if is_object(m) => return int::typed(special::hash(e, &x)),
            Member::Instance(_) => return int::typed(e.op1(LlOp::TypeId, &[x.one()], LlType::I64)),
            m => return int::typed(container::unhashable(e, &m.clone())),
        };
        int::typed(e.helper1("hash", name, &x.v, LlType::I64))
    })
    .one()
}

fn hash_tuple(e: &mut Emitter, x: &Typed) -> Value {
    let items = e.tuple_items(x);
    let mut state = e.helper1("hash", "ll_hash_tuple_start", &[], LlType::I64);
    for item in &items {
        let h = hash(e, item);
        state = e.helper1("hash", "ll_hash_tuple_step", &[state, h], LlType::I64);
    }
    let n = e.int(items.len() as i64);
    e.helper1("hash", "ll_hash_tuple_end", &[state, n], LlType::I64)
}

fn is_set(kind: &Kind) -> bool {
    matches!(kind, Kind::Set | Kind::FrozenSet)
}

/// `ascii(x)`, as a `*Str`.
pub fn ascii(e: &mut Emitter, x: &Typed) -> Value {
    let text = repr(e, x);
    e.helper1("string", "ll_str_escape_non_ascii", &[text], string::TYPE)
}
