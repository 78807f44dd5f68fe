//! Calls: of functions of the program and of the library, of methods, of exception
//! classes, of builtins.

use crate::builtins;
use crate::emit::{Emitter, HelperArg, Typed};
use crate::function::FunctionLowering;
use crate::repr::components;
use crate::reprs::class::by_part;
use crate::reprs::{boolean, container, generator, instance, int, low, object, special, string};
use crate::stars;
use crate::synthesis::Synthesis;
use naja_annotator::annotation::{Annotation, Container, Member, Site, Sites};
use naja_annotator::builtin_calls::{PRINT_TO, iterator_function, star_variant, takes_index, variant};
use naja_annotator::call::{ArgSource, Stars, bind};
use naja_annotator::classes::{HELD, held_groups, object_sites};
use naja_annotator::containers::{Gives, HelperCall, Operand, Plain, Slot, class_module, is_expected};
use naja_annotator::ops::lowlevel::raised;
use naja_annotator::{Annotations, Spec, SpecId};
use naja_ir::Name;
use naja_ir::flow::{Default, FuncId, Function};
use naja_ir::graph::{Block, Value};
use naja_ir::lowlevel::LlOp;
use std::rc::Rc;

/// The operation that calls: its place in its graph, by which the annotator names
/// the targets.
#[derive(Clone, Copy)]
pub struct CallSite<'s> {
    pub analysis: &'s Rc<Annotations>,
    pub spec: &'s Spec,
    pub block: Block,
    pub op: usize,
    pub stars: Stars,
}

/// `callee(*args)`, where the last arguments go by `keywords`.
pub fn call(
    f: &mut FunctionLowering,
    site: CallSite,
    callee: &Typed,
    args: &[Typed],
    keywords: &[Name],
    wanted: &Annotation,
) -> Typed {
    call_value(&mut f.e, site, callee, args, keywords, wanted)
}

/// The same.
pub fn call_value(
    e: &mut Emitter,
    site: CallSite,
    callee: &Typed,
    args: &[Typed],
    keywords: &[Name],
    wanted: &Annotation,
) -> Typed {
    let is_low = {
        let program = &e.l.flow.program;
        program.modules[program.functions[site.spec.func].module].is_low_level
    };
    e.dispatch(callee, wanted, &mut |e, callee| match callee.member().clone() {
        Member::Function(id) => function(e, site, id, args, keywords, wanted),
        Member::Closure(id, captured) => {
            let mut at = 0;
            let captured = captured.iter().map(|s| {
                let n = components(s).len();
                at += n;
                Typed { s: s.clone(), v: callee.v[at - n..at].to_vec() }
            });
            let all: Vec<Typed> = captured.chain(args.iter().cloned()).collect();
            function(e, site, id, &all, keywords, wanted)
        }
        Member::Method(receiver, name) if class_module(&receiver).is_none() => {
            let x = Typed::new(*receiver, callee.v.clone());
            object::call_method(e, site, &x, &name, args, keywords, wanted)
        }
        Member::Object(_) | Member::Error(..) => {
            object::call_method(e, site, &callee, &"__call__".into(), args, keywords, wanted)
        }
        Member::Class(class) => object::construct(e, site, class, args, keywords, wanted),
        Member::Method(object, name) => {
            let module = class_module(&object).expect("the annotator found the method");
            let id = e.l.flow.python_function(module, &name).expect("the annotator found the method");
            let receiver = Typed::new(*object, callee.v.clone());
            function(e, site, id, &[&[receiver], args].concat(), keywords, wanted)
        }
        Member::LowFunction(number) => {
            let func = naja_ir::lowlevel::LlFunc::from_u32(number);
            let operands: Vec<Value> = args.iter().flat_map(|x| x.v.iter().copied()).collect();
            let results = e.l.program.functions[func].results.clone();
            let v = e.op(LlOp::Call(func), &operands, &results);
            Typed { s: wanted.clone(), v }
        }
        Member::ExceptionClass(class) if let Some(number) = instance::os_error_class(e, class, args) => {
            let args = e.new_tuple(args.to_vec());
            let exc = e.new_exception_numbered(number, as_str_args(args));
            Typed::new(Member::Instance(class), vec![exc])
        }
        Member::ExceptionClass(class) => {
            let args = e.new_tuple(args.to_vec());
            let exc = e.new_exception(class, as_str_args(args));
            Typed::new(Member::Instance(class), vec![exc])
        }
        Member::Builtin(name) if site.stars.are_there() => {
            match e.l.flow.python_function("builtins", &star_variant(&name)) {
                Some(id) if calls(site, id) => return function(e, site, id, args, keywords, wanted),
                _ => {}
            }
            match e.l.flow.python_function("builtins", &name) {
                Some(id) if calls(site, id) => function(e, site, id, args, keywords, wanted),
                _ => stars::builtin_by_count(e, &name, args, wanted),
            }
        }
        Member::Builtin(name) => {
            let mut given = args.to_vec();
            for (_, x) in given.iter_mut().enumerate().filter(|(i, _)| takes_index(&name, *i)) {
                *x = special::as_index(e, x);
                if x.s.is_never() {
                    return e.unreachable(wanted);
                }
            }
            let args = given.as_slice();
            let iterator = iterator_function(&name, args.len(), keywords);
            let iterator = iterator.and_then(|iterator| e.l.flow.python_function("iterators", iterator));
            let named = e.l.flow.python_function("builtins", &variant(&name, args.len(), keywords));
            let printer = (&*name == "print").then(|| e.l.flow.python_function("builtins", PRINT_TO)).flatten();
            match iterator.into_iter().chain(printer).chain(named).find(|&id| calls(site, id)) {
                Some(id) => function(e, site, id, args, keywords, wanted),
                None => builtins::call(e, &name, args, keywords, wanted),
            }
        }
        Member::Library(module, name) if &*module == "lowlevel" && !is_low => intrinsic(e, &name, args, wanted),
        Member::Library(module, name) if &*module == "lowlevel" => low::call(e, &name, args),
        Member::Library(module, name) => builtins::library_call(e, &module, &name, args, keywords, wanted),
        Member::Typing(_) => args.last().expect("typing.cast(T, x)").clone(),
        m => {
            e.raise("TypeError", &format!("'{}' object is not callable", e.type_name(&m)));
            e.unreachable(wanted)
        }
    })
}

fn calls(site: CallSite, func: FuncId) -> bool {
    site.spec.calls.contains_key(&(site.block, site.op, func))
}

/// Calls a function of the program or of the library.
pub fn function(
    e: &mut Emitter,
    site: CallSite,
    id: FuncId,
    args: &[Typed],
    keywords: &[Name],
    wanted: &Annotation,
) -> Typed {
    let function = e.l.flow.program.functions[id].clone();
    let stars = site.stars;
    let positional = stars.positional(args.len(), keywords);
    let sources = bind(&function, positional, keywords, stars).expect("the annotator bound the call");
    if stars.are_there() {
        let call = stars::StarCall { site, id, function: &function, args, keywords, sources: &sources };
        let Some(bound) = stars::bound(e, &call) else { return e.unreachable(wanted) };
        return pass(e, site, id, &bound, wanted);
    }
    let mut bound = Vec::new();
    for (i, source) in sources.into_iter().enumerate() {
        bound.push(match source {
            ArgSource::Arg(n) => args[n].clone(),
            ArgSource::Default => default(e, site, &function, i, args),
            ArgSource::Rest(rest) => e.new_tuple(rest.into_iter().map(|n| args[n].clone()).collect()),
            ArgSource::Keywords(others) => {
                let target = &site.spec.calls[&(site.block, site.op, id)];
                let s = target.args[i].clone();
                let mut pairs = Vec::new();
                for (name, n) in others {
                    pairs.push(string::typed(e.string(&name)));
                    pairs.push(args[n].clone());
                }
                container::new_dict(e, &pairs, &s)
            }
            ArgSource::Taken(_) | ArgSource::RestFrom(..) => unreachable!("there are no stars"),
        });
    }
    pass(e, site, id, &bound, wanted)
}

/// The default of the i-th parameter.
pub fn default(e: &mut Emitter, site: CallSite, function: &Function, i: usize, args: &[Typed]) -> Typed {
    match function.params[i].default.clone().expect("the annotator checked the arguments") {
        Default::Captured(n) => args[n].clone(),
        default => {
            let low_level = e.l.flow.program.modules[function.module].is_low_level;
            crate::function::default(e, &site.analysis.globals, &default, low_level)
        }
    }
}

/// Calls a function with an argument for each parameter.
pub fn pass(e: &mut Emitter, site: CallSite, id: FuncId, args: &[Typed], wanted: &Annotation) -> Typed {
    let program = &e.l.flow.program;
    let is_low = |func: FuncId| program.modules[program.functions[func].module].is_low_level;
    if is_low(id) && !is_low(site.spec.func) {
        let operands: Vec<Value> = args.iter().flat_map(|x| x.v.iter().copied()).collect();
        let result = e.call_library(id, &operands);
        return as_raised(e, result);
    }
    let Some(target) = site.spec.calls.get(&(site.block, site.op, id)) else {
        // The annotator knows that control does not come here.
        e.end(naja_ir::graph::Terminator::Unreachable);
        return e.unreachable(wanted);
    };
    let spec = &site.analysis.specs[target.spec];
    let mut operands: Vec<Value> = Vec::new();
    for (arg, param) in args.iter().zip(&spec.params) {
        operands.extend(e.convert(arg.clone(), param).v);
    }
    call_spec(e, site.analysis, target.spec, &operands, wanted)
}

/// Calls an analysed function with the components of its parameters.
pub fn call_spec(
    e: &mut Emitter,
    analysis: &Rc<Annotations>,
    spec_id: SpecId,
    operands: &[Value],
    wanted: &Annotation,
) -> Typed {
    let spec = &analysis.specs[spec_id];
    if e.l.flow.program.functions[spec.func].is_generator {
        return generator::new(e, &spec.result, operands);
    }
    let func = e.l.spec_function(analysis, spec_id);
    let v = e.op(LlOp::Call(func), operands, &components(&spec.result));
    if spec.result.is_never() {
        e.end(naja_ir::graph::Terminator::Unreachable);
        return e.unreachable(wanted);
    }
    Typed { s: spec.result.clone(), v }
}

/// What a low-level function gives, as a value of Python: an int for an i64.
fn as_raised(e: &mut Emitter, x: Typed) -> Typed {
    match x.s.single() {
        // Its items may be in an object.
        Some(Member::Tuple(_)) => {
            let items = e.tuple_items(&x).into_iter().map(|x| as_raised(e, x)).collect();
            e.new_tuple(items)
        }
        _ => Typed { s: raised(&x.s), v: x.v },
    }
}

/// The arguments of an exception that the library makes: its `*Str`s are strs.
fn as_str_args(args: Typed) -> Typed {
    let Member::Tuple(items) = args.member() else { unreachable!("a tuple of arguments") };
    let items = items.iter().map(raised).collect();
    Typed::new(Member::Tuple(items), args.v)
}

/// An operation that Python of the library uses (see `annotator/src/containers.rs`).
fn intrinsic(e: &mut Emitter, name: &str, args: &[Typed], wanted: &Annotation) -> Typed {
    match name {
        "helper" => {
            let text = string::constant_text(e, args[0].one()).expect("the annotator read the literal");
            helper(e, &text, &args[1..], wanted)
        }
        "new_set" | "new_frozenset" | "new_dict" => container::new_empty(e, wanted),
        "unify" | "holds" | "check" => Typed::new(Member::None, vec![]),
        "held" => {
            let but = string::constant_text(e, args[0].one()).expect("the annotator read the literal");
            e.dispatch(&args[1], wanted, &mut |e, x| {
                let groups = held_groups(&e.l.flow.program, &e.l.containers, x.member(), &but);
                let Some(sites) = object_sites(x.member()).filter(|_| groups.iter().any(|(_, held)| *held)) else {
                    return x;
                };
                let of = |(m, _): &(Member, bool)| object_sites(m).into_iter().flat_map(|s| s.iter()).collect();
                let parts: Vec<Vec<Site>> = groups.iter().map(of).collect();
                debug_assert_eq!(parts.iter().map(Vec::len).sum::<usize>(), sites.len());
                by_part(e, &x, &parts, wanted, &mut |e, i, x| match groups[i].1 {
                    true => object::get(e, &x, &HELD.into(), wanted),
                    false => x,
                })
            })
        }
        "is_object" => e.dispatch(&args[0], wanted, &mut |e, x| {
            let known = object_sites(x.member()).is_some();
            boolean::typed(e.bool(known))
        }),
        "freeze" => container::freeze(e, &args[0], wanted),
        "view_keys" | "view_values" | "view_items" | "viewed" => Typed { s: wanted.clone(), v: args[0].v.clone() },
        "class_name_of" => e.dispatch(&args[0], &Annotation::str(), &mut |e, x| {
            let text = e.type_name(x.member());
            string::typed(e.string(&text))
        }),
        "iterable" | "starred" => e.dispatch(&args[0], wanted, &mut |e, x| {
            if wanted.members().iter().any(|m| m.same_kind(x.member())) {
                return x;
            }
            let class = e.type_name(x.member());
            e.raise(
                "TypeError",
                &match name {
                    "iterable" => format!("'{class}' object is not iterable"),
                    _ => format!("Value after * must be an iterable, not {class}"),
                },
            );
            e.unreachable(wanted)
        }),
        "called" => e.dispatch(&args[0], &Annotation::str(), &mut |e, function| {
            let text = stars::called(e, function.member());
            string::typed(e.string(&text))
        }),
        "expect" => expect(e, args, wanted),
        "generator_send" => generator::send(e, &args[0], &args[1], wanted),
        "generator_throw" => generator::throw(e, &args[0], &args[1], wanted),
        "generator_is_over" => generator::is_over(e, &args[0]),
        "stop" => {
            generator::stop(e, &args[0]);
            e.unreachable(wanted)
        }
        _ => panic!("there is no ll.{name}"),
    }
}

/// `ll.expect(types, x, message)`: the message ends with the name of another class,
/// which stands where it has `{}`, or `{None}` where None is called so.
fn expect(e: &mut Emitter, args: &[Typed], wanted: &Annotation) -> Typed {
    let text = |e: &Emitter, i: usize| string::constant_text(e, args[i].one()).expect("a literal");
    let (types, message) = (text(e, 0), text(e, 2));
    e.dispatch(&args[1], wanted, &mut |e, x| {
        if is_expected(x.member(), &types) {
            return x;
        }
        let class = e.type_name(x.member());
        let shown = if *x.member() == Member::None { "None" } else { &class };
        e.raise("TypeError", &message.replace("{}", &class).replace("{None}", shown));
        e.unreachable(wanted)
    })
}

/// An argument that is passed as it is held.
fn plain_argument(e: &mut Emitter, plain: Plain, x: &Typed) -> Value {
    let wanted = plain.annotation();
    let found = e.dispatch(x, &wanted, &mut |e, x| {
        if !plain.accepts(x.member()) {
            let class = e.type_name(x.member());
            e.raise(
                "TypeError",
                &match plain {
                    Plain::Int => format!("'{class}' object cannot be interpreted as an integer"),
                    Plain::Bool => format!("'{class}' object is no bool"),
                    Plain::Str => format!("must be str, not {class}"),
                    Plain::Bytes => format!("a bytes-like object is required, not '{class}'"),
                },
            );
            return e.unreachable(&wanted);
        }
        match plain {
            Plain::Int => int::typed(int::as_int(e, &x)),
            _ => x,
        }
    });
    found.one()
}

/// `ll.helper("module.function slots>result", ...)`: see [`HelperCall`].
fn helper(e: &mut Emitter, text: &str, args: &[Typed], wanted: &Annotation) -> Typed {
    let call = HelperCall::parse(text).expect("the annotator parsed it");
    let mut containers: Vec<(Option<Container>, Sites)> = Vec::new();
    let mut search: Option<Annotation> = None;
    let mut given = args.iter();
    let mut passed: Vec<HelperArg> = Vec::new();
    let mut pending: Vec<(usize, char, Vec<Operand>)> = Vec::new();
    for slot in &call.slots {
        if let Slot::Function(letter, operands) = slot {
            pending.push((passed.len(), *letter, operands.clone()));
            passed.push(HelperArg::Function(Synthesis::NewException));
            continue;
        }
        let x = given.next().expect("the annotator counted");
        let v = match slot {
            Slot::Plain(plain) => plain_argument(e, *plain, x),
            Slot::Container => {
                let (kind, sites) = match x.member() {
                    Member::Container(kind, sites) => (Some(*kind), sites.clone()),
                    Member::DictView(_, sites) => (Some(Container::Dict), sites.clone()),
                    m => (None, m.sites().expect("a container").clone()),
                };
                let p = *x.v.last().expect("a container is a pointer");
                let p = match kind {
                    Some(kind) => {
                        let id = e.l.container_struct(kind, &sites);
                        e.cast(id, p)
                    }
                    None => p,
                };
                containers.push((kind, sites));
                p
            }
            Slot::PutItem => {
                let s = e.l.contents(&containers[0].1).items;
                e.stored(x, &s)
            }
            Slot::PutValue => {
                let s = e.l.contents(&containers[0].1).values;
                e.stored(x, &s)
            }
            Slot::Search => {
                search = Some(x.s.clone());
                e.stored(x, &x.s)
            }
            Slot::Function(..) => unreachable!("handled above"),
        };
        passed.push(HelperArg::Value(v));
    }
    for (at, letter, operands) in pending {
        let annotation = |e: &Emitter, operand: &Operand| match operand {
            Operand::Items(n) => e.l.contents(&containers[*n].1).items,
            Operand::Values(n) => e.l.contents(&containers[*n].1).values,
            Operand::Search => search.clone().expect("something is looked for"),
        };
        let of: Vec<Annotation> = operands.iter().map(|operand| annotation(e, operand)).collect();
        passed[at] = HelperArg::Function(match letter {
            'E' => Synthesis::item_eq(&of[0], &of[1]),
            'L' => Synthesis::item_lt(&of[0], &of[1]),
            'H' => Synthesis::item_hash(&of[0]),
            _ => Synthesis::item_repr(&of[0]),
        });
    }
    let result = e.generic_helper(call.module, call.name, &passed);
    if result.s.is_never() || wanted.is_never() {
        e.end(naja_ir::graph::Terminator::Unreachable);
        return e.unreachable(wanted);
    }
    match call.gives {
        Gives::None => Typed::new(Member::None, vec![]),
        Gives::Int => int::typed(result.one()),
        Gives::Bool => boolean::typed(result.one()),
        Gives::Str => string::typed(result.one()),
        Gives::Bytes => Typed::new(Member::Bytes, vec![result.one()]),
        Gives::Item => {
            let s = e.l.contents(&containers[0].1).items;
            e.unstored(result.one(), &s)
        }
        Gives::Value => {
            let s = e.l.contents(&containers[0].1).values;
            e.unstored(result.one(), &s)
        }
        Gives::Same => {
            let p = e.cast(naja_ir::lltype::OBJECT, result.one());
            Typed { s: wanted.clone(), v: vec![p] }
        }
    }
}
