//! The builtin functions, and those of the modules that naja provides.

use crate::emit::{Emitter, Typed};
use crate::lowering::ClassText;
use crate::operations;
use crate::repr::{components, is_unit};
use crate::reprs::{
    bigint, boolean, bytes, class, container, copies, float, instance, int, iterator, low, object, range, special,
    string,
};
use naja_annotator::annotation::{Annotation, Member, RangeFacts, Site, Sites};
use naja_annotator::classes::{self, int_method, object_sites};
use naja_annotator::method::is_fixed;
use naja_annotator::ops::callable::{self, Builtin};
use naja_annotator::ops::exception::{os_attribute, stops};
use naja_annotator::ops::{attribute, library};
use naja_ir::Name;
use naja_ir::classes::exception_class;
use naja_ir::flow::{Base, BinaryOp, CompareOp, Default};
use naja_ir::graph::Value;
use naja_ir::lltype::{EXCEPTION, LlType, OBJECT};
use naja_ir::lowlevel::LlOp;
use naja_ir::prim::Prim;

/// `name(*args)`, where the last arguments go by `keywords`.
pub fn call(e: &mut Emitter, name: &str, args: &[Typed], keywords: &[Name], wanted: &Annotation) -> Typed {
    if let Some(row) = callable::builtin(name)
        && wants_one_of_each(row, args, keywords, wanted)
    {
        return one_of_each(e, row, args, keywords, wanted, &mut |e, args| call(e, name, args, keywords, wanted));
    }
    let (positional, named) = args.split_at(args.len() - keywords.len());
    let keyword = |name: &str| keywords.iter().position(|k| &**k == name).map(|i| named[i].clone());
    match (name, args) {
        ("print", _) => print(e, positional, keyword),
        ("len", [x]) => len(e, x),
        ("hash", [x]) => int::typed(operations::hash(e, x)),
        ("iter", [x]) => iterator::iter(e, x, wanted),
        ("zip", _) => iterator::zip(e, args, wanted),
        ("enumerate", _) => iterator::enumerate(e, &args[0], args.get(1), wanted),
        ("reversed", [x]) => iterator::reversed(e, x, wanted),
        ("int", []) => int::typed(e.int(0)),
        ("int", [x]) => to_int(e, x, wanted),
        ("int", [x, base]) => {
            let is_big = is_big(base);
            let base = int::as_int(e, base);
            if is_big {
                return bigint::typed(e.helper1("bigint_text", "ll_big_from_str", &[x.one(), base], bigint::TYPE));
            }
            int::typed(e.helper1("int", "ll_int_parse", &[x.one(), base], LlType::I64))
        }
        ("float", []) => float::typed(e.float(0.0)),
        ("float", [x]) => to_float(e, x),
        ("bool", []) => boolean::typed(e.bool(false)),
        ("bool", [x]) => boolean::typed(operations::truth(e, x)),
        ("str", []) => string::typed(e.string("")),
        ("str", [x]) => string::typed(operations::str(e, x)),
        ("str", [x, ..]) => {
            let (encoding, errors) = (e.string("utf-8"), e.string("strict"));
            let given: Vec<Value> = args[1..].iter().map(Typed::one).collect();
            let encoding =
                if given.len() > keywords.len() { given[0] } else { keyword("encoding").map_or(encoding, |s| s.one()) };
            let errors = if positional.len() > 2 { given[1] } else { keyword("errors").map_or(errors, |s| s.one()) };
            string::typed(bytes::decode(e, x, encoding, errors))
        }
        ("repr", [x]) => string::typed(operations::repr(e, x)),
        ("ascii", [x]) => string::typed(operations::ascii(e, x)),
        ("abs", [x]) => abs(e, x, wanted),
        ("min", _) => extreme(e, CompareOp::Lt, args, wanted),
        ("max", _) => extreme(e, CompareOp::Gt, args, wanted),
        ("round", [x]) => round(e, x, None, wanted),
        ("round", [x, digits]) => match digits.s.single() {
            Some(Member::None) => round(e, x, None, wanted),
            _ => round(e, x, Some(digits), wanted),
        },
        ("divmod", [a, b]) => divmod(e, a, b, wanted),
        ("pow", [a, b]) => operations::binary(e, BinaryOp::Pow, false, a, b, wanted),
        ("pow", args @ [_, _, _]) if args.iter().any(is_big) => {
            let args: Vec<Value> = args.iter().map(|x| bigint::as_big(e, x)).collect();
            bigint::typed(e.helper1("bigint_number", "ll_big_pow_mod", &args, bigint::TYPE))
        }
        ("pow", [a, b, m]) => {
            let args = [int::as_int(e, a), int::as_int(e, b), int::as_int(e, m)];
            int::typed(e.helper1("int", "ll_int_pow_mod", &args, LlType::I64))
        }
        ("range", _) => {
            let args: Vec<Value> = args
                .iter()
                .map(|x| match x.s.single() {
                    Some(Member::Low(_)) => x.one(),
                    _ => int::as_int(e, x),
                })
                .collect();
            range::new(e, &args, range_facts(wanted))
        }
        ("isinstance", [x, classes]) => match wanted.single() {
            Some(Member::Bool(Some(known))) => boolean::typed(e.bool(*known)),
            _ => is_instance(e, x, classes),
        },
        ("chr", [x]) => {
            let i = int::as_int(e, x);
            string::typed(e.helper1("string", "ll_str_chr", &[i], string::TYPE))
        }
        ("ord", [x]) => ord(e, x),
        ("hex" | "oct" | "bin", [x]) if is_big(x) => {
            let helper = match name {
                "hex" => "ll_big_hex",
                "oct" => "ll_big_oct",
                _ => "ll_big_bin",
            };
            string::typed(e.helper1("bigint_text", helper, &[x.one()], string::TYPE))
        }
        ("hex" | "oct" | "bin", [x]) => {
            let i = int::as_int(e, x);
            let helper = match name {
                "hex" => "ll_int_hex",
                "oct" => "ll_int_oct",
                _ => "ll_int_bin",
            };
            string::typed(e.helper1("int", helper, &[i], string::TYPE))
        }
        ("any", [x]) => search(e, x, true),
        ("all", [x]) => search(e, x, false),
        ("sum", [x]) => {
            let zero = int::typed(e.int(0));
            sum(e, x, &zero, wanted)
        }
        ("sum", [x, start]) => sum(e, x, start, wanted),
        ("getattr", [x, attribute]) => {
            let attribute = string::constant_text(e, attribute.one()).expect("the annotator read the literal");
            getattr(e, x, &attribute, wanted)
        }
        ("getattr", [x, attribute, default]) => {
            let attribute = string::constant_text(e, attribute.one()).expect("the annotator read the literal");
            attribute_or(e, x, &attribute, wanted, default)
        }
        ("hasattr", [x, attribute]) => match wanted.single() {
            Some(Member::Bool(Some(known))) => boolean::typed(e.bool(*known)),
            _ => {
                let attribute = string::constant_text(e, attribute.one()).expect("the annotator read the literal");
                e.dispatch(x, wanted, &mut |e, x| {
                    boolean::typed(match x.member() {
                        Member::Object(_) | Member::Error(..) | Member::Class(_) => {
                            object::has_attribute(e, &x, &attribute)
                        }
                        Member::Function(_) | Member::Closure(..) if let Some(object) = function_attributes(e, &x) => {
                            object::has_attribute(e, &object, &attribute)
                        }
                        m => {
                            let exists = attribute::exists(m, &attribute);
                            e.bool(exists)
                        }
                    })
                })
            }
        },
        ("setattr", [x, attribute, value]) => {
            let attribute = string::constant_text(e, attribute.one()).expect("the annotator read the literal");
            crate::function::setattr(e, x, &attribute.as_str().into(), value);
            Typed::new(Member::None, vec![])
        }
        ("delattr", [x, attribute]) => {
            let attribute = string::constant_text(e, attribute.one()).expect("the annotator read the literal");
            crate::function::delattr(e, x, &attribute.as_str().into());
            Typed::new(Member::None, vec![])
        }
        ("callable", [x]) => e.dispatch(x, wanted, &mut |e, x| {
            let known = |e: &mut Emitter, m: &Member| {
                let is = classes::is_callable(&e.l.flow.program, &e.l.containers, m).expect("of one class");
                boolean::typed(e.bool(is))
            };
            match x.member() {
                m if classes::is_object(m) => {
                    class::by_site(e, &x, wanted, &mut |e, site, _| known(e, &Member::Object(Sites::of(site))))
                }
                m => known(e, m),
            }
        }),
        ("issubclass", _) => match wanted.single() {
            Some(Member::Bool(Some(known))) => boolean::typed(e.bool(*known)),
            _ => e.dispatch(&args[0], wanted, &mut |e, x| {
                match x.member() {
                    Member::ExceptionType(_) => {
                        let classes = crate::function::exception_classes(&args[1]);
                        return boolean::typed(instance::is_subclass(e, x.one(), &classes));
                    }
                    Member::None => {
                        e.raise("TypeError", "issubclass() arg 1 must be a class");
                        return e.unreachable(wanted);
                    }
                    _ => {}
                }
                let of = args[1].s.single();
                let is = of.is_some_and(|of| classes::is_subclass(&e.l.flow.program, x.member(), of) == Some(true));
                boolean::typed(e.bool(is))
            }),
        },
        ("next", [x]) => e.dispatch(x, wanted, &mut |e, x| asked(e, &x, "__next__", &[], wanted)),
        ("type", [x]) => e.dispatch(x, wanted, &mut |e, x| {
            if let Member::Instance(class) = x.member() {
                return instance::class(e, &x, *class);
            }
            if let Member::Object(_) | Member::Error(..) = x.member() {
                return class::class(e, &x, wanted);
            }
            Typed::new(Member::Builtin(e.type_name(x.member()).into()), vec![])
        }),
        ("exit" | "quit", _) => system_exit(e, args, wanted),
        _ => panic!("the annotator accepts {name} of {} arguments, the rtyper does not", args.len()),
    }
}

/// What the rules of builtin functions ask about arguments.
fn annotations(args: &[Typed]) -> Vec<Annotation> {
    args.iter().map(|x| x.s.clone()).collect()
}

/// Is the call one for each combination of types, or does it raise TypeError?
fn wants_one_of_each(row: &Builtin, args: &[Typed], keywords: &[Name], wanted: &Annotation) -> bool {
    let (given, positional) = (annotations(args), args.len() - keywords.len());
    callable::wants_one_of_each(row, positional, keywords, &given)
        || (wanted.is_never() && !callable::has_meaning(row, positional, keywords, &given))
}

/// Calls for each combination of the members of the arguments; one without a meaning raises
/// TypeError.
fn one_of_each(
    e: &mut Emitter,
    row: &Builtin,
    args: &[Typed],
    keywords: &[Name],
    wanted: &Annotation,
    call: &mut dyn FnMut(&mut Emitter, &[Typed]) -> Typed,
) -> Typed {
    let given = annotations(args);
    match callable::first_union(&given) {
        Some(i) => e.dispatch(&args[i], wanted, &mut |e, one| {
            let mut args = args.to_vec();
            args[i] = one;
            one_of_each(e, row, &args, keywords, wanted, call)
        }),
        None if callable::has_meaning(row, args.len() - keywords.len(), keywords, &given) => call(e, args),
        None => {
            let types: Vec<String> = given.iter().map(|s| e.type_name(&s.members()[0])).collect();
            e.raise("TypeError", &callable::type_error(row.name, &given, &types));
            e.unreachable(wanted)
        }
    }
}

/// The attribute; where it is missing, `otherwise`.
fn attribute_or(e: &mut Emitter, x: &Typed, name: &str, wanted: &Annotation, otherwise: &Typed) -> Typed {
    let (join, params) = e.new_block(&components(wanted));
    let (caught, exc) = e.new_block(&[LlType::Ptr(EXCEPTION)]);
    let outer = e.handler.replace(caught);
    let found = getattr(e, x, name, wanted);
    e.handler = outer;
    let found = e.convert(found, wanted);
    e.jump(join, &found.v);
    e.block = caught;
    let missing = exception_class("AttributeError").expect("a builtin exception");
    let is_missing = instance::is_instance(e, exc[0], &[Base::Exception(missing)]);
    let (_, other) = e.branch(is_missing);
    let otherwise = e.convert(otherwise.clone(), wanted);
    e.jump(join, &otherwise.v);
    e.block = other;
    e.op0(LlOp::Reraise, &[exc[0]]);
    e.block = join;
    Typed { s: wanted.clone(), v: params }
}

/// What an object answers.
fn asked(e: &mut Emitter, x: &Typed, method: &str, args: &[Typed], wanted: &Annotation) -> Typed {
    special::special(e, x, method, args, wanted).unwrap_or_else(|| {
        let class = e.type_name(x.member());
        e.raise("TypeError", &format!("'{class}' object has no {method}"));
        e.unreachable(wanted)
    })
}

/// `any` (for true) and `all` (for false) of a tuple: is one of its items so?
fn search(e: &mut Emitter, x: &Typed, wanted: bool) -> Typed {
    e.dispatch(x, &Annotation::bool(), &mut |e, x| {
        let (join, result) = e.new_block(&[LlType::Bool]);
        for item in e.tuple_items(&x) {
            let truth = operations::truth(e, &item);
            let (yes, no) = e.branch(truth);
            let (found, next) = if wanted { (yes, no) } else { (no, yes) };
            e.block = found;
            let found = e.bool(wanted);
            e.jump(join, &[found]);
            e.block = next;
        }
        let not_found = e.bool(!wanted);
        e.jump(join, &[not_found]);
        e.block = join;
        boolean::typed(result[0])
    })
}

/// `start + t[0] + t[1] + ...`
fn sum(e: &mut Emitter, x: &Typed, start: &Typed, wanted: &Annotation) -> Typed {
    e.dispatch(x, wanted, &mut |e, x| {
        let mut total = start.clone();
        for item in e.tuple_items(&x) {
            let s = naja_annotator::ops::binary(BinaryOp::Add, &total.s, &item.s).unwrap_or_default();
            total = operations::binary(e, BinaryOp::Add, false, &total, &item, &s);
        }
        total
    })
}

/// `stream.write(s)`: the number of code points.
fn write(e: &mut Emitter, s: &Typed, fd: Value) -> Typed {
    e.dispatch(s, &Annotation::int(), &mut |e, s| match s.member() {
        Member::Str => {
            e.helper("io", "ll_print_str", &[fd, s.one()]);
            int::typed(string::len(e, s.one()))
        }
        m => {
            let message = format!("write() argument must be str, not {}", e.type_name(m));
            e.raise("TypeError", &message);
            e.unreachable(&Annotation::int())
        }
    })
}

fn range_facts(wanted: &Annotation) -> RangeFacts {
    match wanted.single() {
        Some(Member::Range(facts)) => *facts,
        _ => range::any_facts(),
    }
}

/// `module.name(*args)` for the modules that naja provides.
pub fn library_call(
    e: &mut Emitter,
    module: &str,
    name: &str,
    args: &[Typed],
    keywords: &[Name],
    wanted: &Annotation,
) -> Typed {
    if let Some(row) = library::function(module, name)
        && wants_one_of_each(row, args, keywords, wanted)
    {
        return one_of_each(e, row, args, keywords, wanted, &mut |e, args| {
            library_call(e, module, name, args, keywords, wanted)
        });
    }
    match (module, name) {
        ("sys", "exit") => system_exit(e, args, wanted),
        ("sys", "argv") => {
            let list = e.helper("arguments", "ll_arguments", &[]);
            Typed { v: vec![e.cast(OBJECT, list.one())], s: wanted.clone() }
        }
        ("sys.stdout" | "sys.stderr", "write") => {
            let fd = e.int(if module == "sys.stdout" { 1 } else { 2 });
            write(e, &args[0], fd)
        }
        ("sys.stdout" | "sys.stderr", "flush") => {
            if module == "sys.stdout" {
                e.helper("io", "ll_flush_or_raise", &[]);
            }
            Typed::new(Member::None, vec![])
        }
        ("copy", "copy") => copies::copy(e, &args[0], wanted),
        ("copy", "deepcopy") => copies::deepcopy(e, &args[0], args.len() > 1),
        ("math", _) => math(e, name, args, wanted),
        ("rpython.rlib._word", "low64") if is_big(&args[0]) => {
            int::typed(e.helper1("bigint_index", "ll_big_low", &[args[0].one()], LlType::I64))
        }
        ("rpython.rlib._word", "low64") => int::typed(int::as_int(e, &args[0])),
        _ => panic!("the annotator accepts {module}.{name}{keywords:?}, the rtyper does not"),
    }
}

/// A name of a module that naja provides, as a value; functions need no components.
pub fn library_value(e: &mut Emitter, module: &str, name: &str) -> Vec<Value> {
    use std::f64::consts;
    vec![match (module, name) {
        ("math", "pi") => e.float(consts::PI),
        ("math", "e") => e.float(consts::E),
        ("math", "tau") => e.float(consts::TAU),
        ("math", "inf") => e.float(f64::INFINITY),
        ("math", "nan") => e.float(f64::NAN),
        ("sys", "maxsize") => e.int(i64::MAX),
        ("rpython.rlib._word", "translated") => e.bool(true),
        _ => return vec![],
    }]
}

fn has_attributes(e: &Emitter, x: &Typed) -> bool {
    x.s.members().iter().any(|m| match m {
        Member::Function(func) | Member::Closure(func, _) => e.l.flow.program.functions[*func].attributes().is_some(),
        _ => false,
    })
}

/// The object with the attributes of a function.
pub fn function_attributes(e: &mut Emitter, x: &Typed) -> Option<Typed> {
    let (Member::Function(func) | Member::Closure(func, _)) = x.member() else { return None };
    match (e.l.flow.program.functions[*func].attributes().cloned()?, x.member()) {
        (Default::Global(global), _) => {
            let globals = e.l.user().globals.clone();
            let held = crate::function::load_global(e, &globals, global);
            let bound = held.s.filter(|m| *m != Member::Unbound);
            Some(e.convert(held, &bound))
        }
        (Default::Captured(i), Member::Closure(_, captured)) => {
            let before: usize = captured[..i].iter().map(|s| components(s).len()).sum();
            let own = components(&captured[i]).len();
            Some(Typed { s: captured[i].clone(), v: x.v[before..before + own].to_vec() })
        }
        _ => None,
    }
}

/// `x.name`, as a value.
pub fn getattr(e: &mut Emitter, x: &Typed, name: &str, wanted: &Annotation) -> Typed {
    let has_objects =
        x.s.members()
            .iter()
            .any(|m| matches!(m, Member::Object(_) | Member::Error(..) | Member::Class(_) | Member::Super(..)));
    match (x.s.single(), name) {
        (Some(Member::Low(_)), _) => low::getattr(e, x.one(), name),
        (Some(Member::Instance(_)), "args") => instance::args(e, x.one()),
        (Some(Member::Object(_) | Member::Error(..) | Member::Super(..) | Member::Class(_)), _) => {
            object::get(e, x, &name.into(), wanted)
        }
        (Some(Member::Instance(class)), "__class__") => instance::class(e, x, *class),
        _ => match wanted.single() {
            // What is known by its annotation: a function of a module, a class.
            Some(m) if is_unit(m) && !has_objects => Typed::new(m.clone(), vec![]),
            Some(Member::Str) if !has_objects && name == "__name__" && !has_attributes(e, x) => class_name(e, x),
            _ => e.dispatch(x, wanted, &mut |e, x| match x.member() {
                Member::Function(_) | Member::Closure(..) if let Some(object) = function_attributes(e, &x) => {
                    getattr(e, &object, name, wanted)
                }
                Member::Function(func) | Member::Closure(func, _) if name == "__doc__" => {
                    match e.l.flow.program.functions[*func].doc.clone() {
                        Some(doc) => string::typed(e.string(&doc)),
                        None => Typed::new(Member::None, vec![]),
                    }
                }
                Member::Function(_) | Member::Closure(..) if name == "__name__" => class_name(e, &x),
                Member::Instance(_) if name == "args" => instance::args(e, x.one()),
                Member::Instance(class) if name == "value" && stops(*class) => instance::first_arg(e, x.one()),
                Member::Library(module, of) if library::has(module, of, name) => {
                    Typed::new(Member::Library(format!("{module}.{of}").into(), name.into()), vec![])
                }
                Member::Instance(class) if let Some(place) = os_attribute(*class, name) => {
                    instance::os_argument(e, x.one(), place)
                }
                Member::Instance(_) if matches!(name, "__cause__" | "__context__") => {
                    instance::earlier(e, x.one(), name)
                }
                Member::Object(_) | Member::Error(..) | Member::Super(..) | Member::Class(_) => {
                    object::get(e, &x, &name.into(), wanted)
                }
                Member::Instance(class) if name == "__class__" => instance::class(e, &x, *class),
                m if wanted.members().iter().any(|w| matches!(w, Member::Method(of, _) if of.same_kind(m))) => {
                    Typed::new(Member::Method(Box::new(m.clone()), name.into()), x.v.clone())
                }
                m if attribute::data(m, name).is_some() => data(e, &x, name),
                m => {
                    let message = format!("'{}' object has no attribute '{name}'", e.type_name(m));
                    e.raise("AttributeError", &message);
                    e.unreachable(wanted)
                }
            }),
        },
    }
}

/// `n.real`, `r.start`.
fn data(e: &mut Emitter, x: &Typed, name: &str) -> Typed {
    match (x.member(), name) {
        (Member::Slice(_), _) => {
            let place = ["start", "stop", "step"].iter().position(|&n| n == name).expect("a slice has these");
            crate::items::bounds(x).swap_remove(place)
        }
        (Member::Range(_), _) => {
            let place = ["start", "stop", "step"].iter().position(|&n| n == name).expect("a range has these");
            int::typed(x.v[place])
        }
        (Member::Float, "imag") => float::typed(e.float(0.0)),
        (_, "imag") => int::typed(e.int(0)),
        (_, "denominator") => int::typed(e.int(1)),
        (Member::Bool(_), _) => int::typed(int::as_int(e, x)),
        _ => x.clone(),
    }
}

/// `type(x).__name__`.
fn class_name(e: &mut Emitter, x: &Typed) -> Typed {
    e.dispatch(x, &Annotation::of(Member::Str), &mut |e, x| {
        let v = match x.member() {
            Member::Builtin(name) => e.string(&name.clone()),
            Member::ExceptionClass(class) => e.string(class.name()),
            Member::Function(func) | Member::Closure(func, _) => {
                let name = e.l.flow.program.functions[*func].name.clone();
                e.string(&name)
            }
            Member::ExceptionType(_) => instance::class_text(e, x.one(), ClassText::Name),
            m => {
                let text = e.type_name(m);
                e.string(&text)
            }
        };
        string::typed(v)
    })
}

/// Writes each piece as soon as it is known; neighbouring constants are one.
fn print(e: &mut Emitter, objects: &[Typed], keyword: impl Fn(&str) -> Option<Typed>) -> Typed {
    let fd = match keyword("file").as_ref().and_then(|f| f.s.single().cloned()) {
        Some(Member::Library(_, name)) if &*name == "stderr" => 2,
        _ => 1,
    };
    let text_or = |e: &mut Emitter, name: &str, default: &str| match keyword(name) {
        None => e.string(default),
        Some(x) => {
            let r = e.dispatch(&x, &Annotation::of(Member::Str), &mut |e, x| match x.member() {
                Member::Str => x,
                Member::None => string::typed(e.string(default)),
                m => {
                    let message = format!("{name} must be None or a string, not {}", e.type_name(m));
                    e.raise("TypeError", &message);
                    e.unreachable(&Annotation::of(Member::Str))
                }
            });
            r.one()
        }
    };
    let separator = text_or(e, "sep", " ");
    let end = text_or(e, "end", "\n");
    let fd = e.int(fd);
    let mut pending = String::new();
    let mut write = |e: &mut Emitter, piece: Value, last: bool| {
        match string::constant_text(e, piece) {
            Some(text) => pending += &text,
            None => {
                if !pending.is_empty() {
                    let text = e.string(&std::mem::take(&mut pending));
                    e.helper("io", "ll_print_str", &[fd, text]);
                }
                e.helper("io", "ll_print_str", &[fd, piece]);
            }
        }
        if last && !pending.is_empty() {
            let text = e.string(&std::mem::take(&mut pending));
            e.helper("io", "ll_print_str", &[fd, text]);
        }
    };
    for (i, x) in objects.iter().enumerate() {
        if i > 0 {
            write(e, separator, false);
        }
        let text = operations::str(e, x);
        write(e, text, false);
    }
    write(e, end, true);
    if let Some(flush) = keyword("flush") {
        let wanted = operations::truth(e, &flush);
        let (_, rest) = e.branch(wanted);
        e.helper("io", "ll_flush_or_raise", &[]);
        e.jump(rest, &[]);
        e.block = rest;
    }
    Typed::new(Member::None, vec![])
}

fn len(e: &mut Emitter, x: &Typed) -> Typed {
    if let Some(Member::Low(_)) = x.s.single() {
        return low::len(e, x.one());
    }
    e.dispatch(x, &Annotation::int(), &mut |e, x| {
        let v = match x.member() {
            Member::Str => string::len(e, x.one()),
            Member::Tuple(items) => {
                let n = items.len() as i64;
                e.int(n)
            }
            Member::Range(_) => range::len(e, &x),
            Member::Object(_) | Member::Error(..) => {
                let length = asked(e, &x, "__len__", &[], &Annotation::int()).one();
                // Python's own words for a length that is none.
                e.helper1("int", "ll_checked_length", &[length], LlType::I64)
            }
            Member::Container(..) | Member::DictView(..) => container::len(e, &x),
            Member::Bytes | Member::ByteArray => bytes::len(e, &x),
            m => {
                let message = format!("object of type '{}' has no len()", e.type_name(m));
                e.raise("TypeError", &message);
                return e.unreachable(&Annotation::int());
            }
        };
        int::typed(v)
    })
}

fn ord(e: &mut Emitter, x: &Typed) -> Typed {
    e.dispatch(x, &Annotation::int(), &mut |e, x| match x.member() {
        m if bytes::is_bytes(m) => {
            let args = bytes::tail(e, &x);
            int::typed(e.helper1("bytes", "ll_bytes_ord", &args, LlType::I64))
        }
        Member::Str => int::typed(e.helper1("int", "ll_int_from_character", &[x.one()], LlType::I64)),
        m => {
            let message = format!("ord() expected string of length 1, but {} found", e.type_name(m));
            e.raise("TypeError", &message);
            e.unreachable(&Annotation::int())
        }
    })
}

fn is_big(x: &Typed) -> bool {
    x.s.single().is_some_and(bigint::is_big)
}

fn to_int(e: &mut Emitter, x: &Typed, wanted: &Annotation) -> Typed {
    e.dispatch(x, wanted, &mut |e, x| {
        let v = match x.member() {
            Member::BigInt => return x,
            m @ (Member::Object(_) | Member::Error(..)) => {
                let method = int_method(&e.l.flow.program, &e.l.containers, m);
                return asked(e, &x, method, &[], wanted);
            }
            Member::Int(_) | Member::Bool(_) => int::as_int(e, &x),
            Member::Float => e.helper1("int", "ll_int_from_float", &[x.one()], LlType::I64),
            Member::Str => e.helper1("int", "ll_int_from_str", &[x.one()], LlType::I64),
            Member::Bytes => {
                let args = bytes::tail(e, &x);
                e.helper1("int_bytes", "ll_int_from_text", &args, LlType::I64)
            }
            m => {
                let message = format!(
                    "int() argument must be a string, a bytes-like object or a real number, not '{}'",
                    e.type_name(m)
                );
                e.raise("TypeError", &message);
                return e.unreachable(wanted);
            }
        };
        int::typed(v)
    })
}

fn to_float(e: &mut Emitter, x: &Typed) -> Typed {
    let wanted = Annotation::of(Member::Float);
    e.dispatch(x, &wanted, &mut |e, x| {
        let v = match x.member() {
            Member::Int(_) | Member::Bool(_) | Member::BigInt | Member::Float => float::as_float(e, &x),
            Member::Str => e.helper1("float", "ll_float_from_str", &[x.one()], LlType::F64),
            Member::Object(_) | Member::Error(..) => {
                return asked(e, &x, "__float__", &[], &Annotation::of(Member::Float));
            }
            m => {
                let message = format!("float() argument must be a string or a real number, not '{}'", e.type_name(m));
                e.raise("TypeError", &message);
                return e.unreachable(&Annotation::of(Member::Float));
            }
        };
        float::typed(v)
    })
}

fn abs(e: &mut Emitter, x: &Typed, wanted: &Annotation) -> Typed {
    e.dispatch(x, wanted, &mut |e, x| match x.member() {
        Member::Int(_) => int::typed(e.helper1("int", "ll_int_abs", &[x.one()], LlType::I64)),
        Member::Bool(_) => int::typed(int::as_int(e, &x)),
        Member::BigInt => bigint::typed(e.helper1("bigint", "ll_big_abs", &[x.one()], bigint::TYPE)),
        Member::Float => float::typed(e.prim(Prim::FloatAbs, &[x.one()])),
        Member::Object(_) | Member::Error(..) => asked(e, &x, "__abs__", &[], wanted),
        m => {
            e.raise("TypeError", &format!("bad operand type for abs(): '{}'", e.type_name(m)));
            e.unreachable(wanted)
        }
    })
}

/// The first of the least (`<`) or greatest (`>`) of the arguments, or of the
/// items of a tuple that is the only argument.
fn extreme(e: &mut Emitter, op: CompareOp, args: &[Typed], wanted: &Annotation) -> Typed {
    let candidates = match args {
        [only] => e.tuple_items(only),
        _ => args.to_vec(),
    };
    let Some((first, others)) = candidates.split_first() else {
        let name = if op == CompareOp::Lt { "min" } else { "max" };
        e.raise("ValueError", &format!("{name}() arg is an empty sequence"));
        return e.unreachable(wanted);
    };
    let mut s_best = first.s.clone();
    let mut best = first.clone();
    for candidate in others {
        let better = operations::compare(e, op, candidate, &best);
        s_best = s_best.join(&candidate.s);
        let (old, s) = (best.clone(), s_best.clone());
        let v = e.if_else(
            better,
            &crate::repr::components(&s_best),
            |e| e.convert(candidate.clone(), &s).v,
            |e| e.convert(old, &s).v,
        );
        best = Typed { s: s_best.clone(), v };
    }
    e.convert(best, wanted)
}

fn round(e: &mut Emitter, x: &Typed, digits: Option<&Typed>, wanted: &Annotation) -> Typed {
    e.dispatch(x, wanted, &mut |e, x| match (x.member(), digits) {
        (Member::BigInt, None) => x,
        (Member::BigInt, Some(digits)) => {
            let args = [x.one(), int::as_int(e, digits)];
            bigint::typed(e.helper1("bigint_float", "ll_big_round", &args, bigint::TYPE))
        }
        (Member::Int(_) | Member::Bool(_), None) => int::typed(int::as_int(e, &x)),
        (Member::Int(_) | Member::Bool(_), Some(digits)) => {
            let args = [int::as_int(e, &x), int::as_int(e, digits)];
            int::typed(e.helper1("int", "ll_int_round", &args, LlType::I64))
        }
        (Member::Float, None) => int::typed(e.helper1("float", "ll_float_round0", &[x.one()], LlType::I64)),
        (Member::Float, Some(digits)) => {
            let digits = int::as_int(e, digits);
            float::typed(e.helper1("float", "ll_float_round", &[x.one(), digits], LlType::F64))
        }
        (m, digits) if classes::is_object(m) => {
            let digits: Vec<Typed> = digits.cloned().into_iter().collect();
            asked(e, &x, "__round__", &digits, wanted)
        }
        (m, _) => {
            let message = format!("type {} doesn't define __round__ method", e.type_name(m));
            e.raise("TypeError", &message);
            e.unreachable(wanted)
        }
    })
}

fn divmod(e: &mut Emitter, a: &Typed, b: &Typed, wanted: &Annotation) -> Typed {
    let is_number = |m: &Member| bigint::is_integral(m) || matches!(m, Member::Float);
    e.dispatch(a, wanted, &mut |e, a| {
        e.dispatch(b, wanted, &mut |e, b| {
            let (x, y) = (a.member(), b.member());
            if classes::is_object(x) {
                return asked(e, &a, "__divmod__", &[b], wanted);
            }
            if classes::is_object(y) {
                return asked(e, &b, "__rdivmod__", std::slice::from_ref(&a), wanted);
            }
            if !is_number(x) || !is_number(y) {
                let message =
                    format!("unsupported operand type(s) for divmod(): '{}' and '{}'", e.type_name(x), e.type_name(y));
                e.raise("TypeError", &message);
                return e.unreachable(wanted);
            }
            if matches!(x, Member::Float) || matches!(y, Member::Float) {
                let args = [float::as_float(e, &a), float::as_float(e, &b)];
                let r = e.helper("float", "ll_float_divmod", &args);
                let items = r.v.iter().map(|&v| float::typed(v)).collect();
                e.new_tuple(items)
            } else if bigint::is_big(x) || bigint::is_big(y) {
                let args = [bigint::as_big(e, &a), bigint::as_big(e, &b)];
                let r = e.helper("bigint", "ll_big_divmod", &args);
                let items = r.v.iter().map(|&v| bigint::typed(v)).collect();
                e.new_tuple(items)
            } else {
                let args = [int::as_int(e, &a), int::as_int(e, &b)];
                let r = e.helper("int", "ll_int_divmod", &args);
                let items = r.v.iter().map(|&v| int::typed(v)).collect();
                e.new_tuple(items)
            }
        })
    })
}

/// `isinstance(x, classes)` where it depends on the value.
fn is_instance(e: &mut Emitter, x: &Typed, classes: &Typed) -> Typed {
    if !is_fixed(&classes.s) {
        return e.dispatch(classes, &Annotation::bool(), &mut |e, class| match class.member() {
            Member::Tuple(_) => {
                let mut found = e.bool(false);
                for class in e.tuple_items(&class) {
                    let is = is_instance(e, x, &class).one();
                    found = e.op1(LlOp::Select, &[found, found, is], LlType::Bool);
                }
                boolean::typed(found)
            }
            _ => is_instance(e, x, &class),
        });
    }
    let mut names: Vec<Member> = Vec::new();
    collect_classes(classes.s.members(), &mut names);
    e.dispatch(x, &Annotation::bool(), &mut |e, x| {
        let m = x.member().clone();
        let v = match &m {
            Member::Object(_) | Member::Error(..) => {
                let class = Member::Tuple(names.iter().map(|m| Annotation::of(m.clone())).collect());
                let program = &e.l.flow.program;
                let yes: Vec<Site> = object_sites(&m)
                    .expect("an object")
                    .iter()
                    .filter(|&site| {
                        let one = Member::Object(Sites::of(site));
                        classes::is_instance(program, &e.l.containers, &one, &class) == Some(true)
                    })
                    .collect();
                class::is_one_of(e, &x, &yes)
            }
            Member::Instance(_) => {
                let wanted: Vec<Base> = names
                    .iter()
                    .filter_map(|c| match c {
                        Member::ExceptionClass(class) => Some(Base::Exception(*class)),
                        Member::Class(class) => Some(Base::User(*class)),
                        _ => None,
                    })
                    .collect();
                if names.iter().any(|c| matches!(c, Member::Builtin(n) if &**n == "object")) {
                    e.bool(true)
                } else {
                    instance::is_instance(e, x.one(), &wanted)
                }
            }
            _ => {
                let is = names.iter().any(|c| match c {
                    Member::Builtin(name) => belongs_to(e, &m, name),
                    Member::Class(_) => classes::is_instance(&e.l.flow.program, &e.l.containers, &m, c) == Some(true),
                    _ => false,
                });
                let is = is || (m == Member::None && names.contains(&Member::None));
                e.bool(is)
            }
        };
        boolean::typed(v)
    })
}

fn collect_classes(members: &[Member], found: &mut Vec<Member>) {
    for m in members {
        match m {
            Member::Tuple(items) => items.iter().for_each(|s| collect_classes(s.members(), found)),
            _ => found.push(m.clone()),
        }
    }
}

/// Is a value of this member an instance of the builtin type of that name?
fn belongs_to(e: &Emitter, m: &Member, type_name: &str) -> bool {
    type_name == "object" || e.type_name(m) == type_name || (type_name == "int" && matches!(m, Member::Bool(_)))
}

fn system_exit(e: &mut Emitter, args: &[Typed], wanted: &Annotation) -> Typed {
    let args = e.new_tuple(args.to_vec());
    let class = exception_class("SystemExit").expect("a builtin exception");
    let exc = e.new_exception(class, args);
    e.op0(LlOp::Raise, &[exc]);
    e.unreachable(wanted)
}

fn math(e: &mut Emitter, name: &str, args: &[Typed], wanted: &Annotation) -> Typed {
    let is_integral = |x: &Typed| matches!(x.s.single(), Some(Member::Int(_) | Member::Bool(_)));
    let to_float = |e: &mut Emitter, x: &Typed| {
        let x = self::to_real(e, x);
        x.one()
    };
    match (name, args) {
        ("floor" | "ceil" | "trunc", [x]) if is_big(x) => x.clone(),
        ("floor" | "ceil" | "trunc", [x]) if is_integral(x) => int::typed(int::as_int(e, x)),
        ("floor" | "ceil" | "trunc", [x]) => {
            let helper = match name {
                "floor" => "ll_math_floor",
                "ceil" => "ll_math_ceil",
                _ => "ll_math_trunc",
            };
            let x = to_float(e, x);
            int::typed(e.helper1("math", helper, &[x], LlType::I64))
        }
        ("gcd", _) if args.iter().any(is_big) => {
            let zero = int::typed(e.int(0));
            let mut result = bigint::as_big(e, &zero);
            for x in args {
                let x = bigint::as_big(e, x);
                result = e.helper1("bigint_number", "ll_big_gcd", &[result, x], bigint::TYPE);
            }
            bigint::typed(result)
        }
        ("gcd", _) => {
            let mut result = e.int(0);
            for x in args {
                let x = int::as_int(e, x);
                result = e.helper1("int", "ll_int_gcd", &[result, x], LlType::I64);
            }
            int::typed(result)
        }
        ("isqrt", [x]) if is_big(x) => {
            bigint::typed(e.helper1("bigint_number", "ll_big_isqrt", &[x.one()], bigint::TYPE))
        }
        ("factorial" | "comb" | "perm", _) => {
            let is_big = args.iter().any(is_big);
            // `perm(n)` is n!.
            let args: Vec<&Typed> = args.iter().filter(|x| x.s != Annotation::none()).collect();
            let (big, small) = match name {
                "comb" => ("ll_big_comb", "ll_math_comb"),
                "perm" if args.len() == 2 => ("ll_big_perm", "ll_math_perm"),
                _ => ("ll_big_factorial", "ll_math_factorial"),
            };
            let args: Vec<Value> = args.iter().map(|x| int::as_int(e, x)).collect();
            if is_big {
                bigint::typed(e.helper1("bigint_number", big, &args, bigint::TYPE))
            } else {
                int::typed(e.helper1("math", small, &args, LlType::I64))
            }
        }
        ("isqrt", [x]) => {
            let x = int::as_int(e, x);
            int::typed(e.helper1("math", "ll_math_isqrt", &[x], LlType::I64))
        }
        _ => {
            let helper = match name {
                "sqrt" => "ll_math_sqrt",
                "fabs" => "ll_math_fabs",
                "isnan" => "ll_math_isnan",
                "isinf" => "ll_math_isinf",
                "isfinite" => "ll_math_isfinite",
                "fmod" => "ll_math_fmod",
                "copysign" => "ll_math_copysign",
                "degrees" => "ll_math_degrees",
                "radians" => "ll_math_radians",
                _ => panic!("the annotator accepts math.{name}, the rtyper does not"),
            };
            let args: Vec<Value> = args.iter().map(|x| to_float(e, x)).collect();
            match wanted.single() {
                Some(Member::Bool(_)) => boolean::typed(e.helper1("math", helper, &args, LlType::Bool)),
                _ => float::typed(e.helper1("math", helper, &args, LlType::F64)),
            }
        }
    }
}

/// An argument of a function of `math` as a float.
fn to_real(e: &mut Emitter, x: &Typed) -> Typed {
    e.dispatch(x, &Annotation::of(Member::Float), &mut |e, x| match x.member() {
        Member::Int(_) | Member::Bool(_) | Member::BigInt | Member::Float => float::typed(float::as_float(e, &x)),
        m => {
            e.raise("TypeError", &format!("must be real number, not {}", e.type_name(m)));
            e.unreachable(&Annotation::of(Member::Float))
        }
    })
}
