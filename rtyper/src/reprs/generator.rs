//! Generators from outside: a frame, and a function that resumes it for each type of frame.

use crate::emit::{Emitter, Typed};
use crate::generator::{OVER, RETURNED, STATE};
use crate::repr::components;
use crate::reprs::{boolean, instance};
use naja_annotator::annotation::{Annotation, Member, Site};
use naja_ir::classes::exception_class;
use naja_ir::flow::Base;
use naja_ir::graph::{Block, Value};
use naja_ir::lltype::{EXCEPTION, LlType, OBJECT};
use naja_ir::lowlevel::LlOp;
use naja_ir::prim::Prim;

/// A generator that has not begun, with the components of its function's parameters.
pub fn new(e: &mut Emitter, s: &Annotation, params: &[Value]) -> Typed {
    let generator = e.l.generator(sites(s)[0]);
    let p = e.op1(LlOp::New(generator.frame), &[], LlType::Ptr(generator.frame));
    let start = e.int(0);
    e.op0(LlOp::SetField(generator.frame, STATE), &[p, start]);
    for (i, &v) in params.iter().enumerate() {
        e.op0(LlOp::SetField(generator.frame, generator.first_param + i), &[p, v]);
    }
    Typed { s: s.clone(), v: vec![e.cast(OBJECT, p)] }
}

fn sites(s: &Annotation) -> Vec<Site> {
    match s.single() {
        Some(Member::Generator(sites)) => sites.iter().collect(),
        _ => panic!("{s:?} is no generator"),
    }
}

/// Runs `f` for each type of generator that x can be of, and joins what it gives.
fn each(e: &mut Emitter, x: &Typed, result: &Annotation, f: &mut dyn FnMut(&mut Emitter, Site) -> Typed) -> Typed {
    let sites = sites(&x.s);
    if let [only] = sites[..] {
        let found = f(e, only);
        return e.convert(found, result);
    }
    let (join, params) = e.new_block(&components(result));
    let number = e.op1(LlOp::TypeId, &[x.one()], LlType::I64);
    let case = |e: &mut Emitter, site| (vec![e.l.generator(site).frame.as_u32() as i64], e.graph.new_block());
    let cases: Vec<(Vec<i64>, Block)> = sites.iter().map(|&site| case(e, site)).collect();
    e.switch(number, &cases);
    for (&site, &(_, block)) in sites.iter().zip(&cases) {
        e.block = block;
        let found = f(e, site);
        let found = e.convert(found, result);
        e.jump(join, &found.v);
    }
    e.block = join;
    Typed { s: result.clone(), v: params }
}

/// Resumes it: its next item; without one control goes to `none`.
fn resume(e: &mut Emitter, x: Value, site: Site, sent: Option<&Typed>, thrown: Option<Value>, none: Block) -> Typed {
    let generator = e.l.generator(site);
    let p = e.cast(generator.frame, x);
    let sent = sent.cloned().unwrap_or(Typed::new(Member::None, vec![]));
    let sent = e.convert(sent, &generator.sent).v;
    let thrown = thrown.unwrap_or_else(|| e.null(EXCEPTION));
    let types = [vec![LlType::Bool], components(&generator.items)].concat();
    let results = e.op(LlOp::Call(generator.resume), &[vec![p], sent, vec![thrown]].concat(), &types);
    let (there, missing) = e.branch(results[0]);
    e.block = missing;
    e.jump(none, &[]);
    e.block = there;
    Typed { s: generator.items.clone(), v: results[1..].to_vec() }
}

/// The next item; where there is none control goes to `none`.
pub fn take(e: &mut Emitter, x: &Typed, item: &Annotation, none: Block) -> Typed {
    each(e, x, item, &mut |e, site| resume(e, x.one(), site, None, None, none))
}

/// The next item for `yield from`: what is sent and thrown in is handed on.
pub fn delegate(e: &mut Emitter, x: &Typed, sent: &Typed, thrown: Value, items: &Annotation, none: Block) -> Typed {
    let nothing = e.op1(LlOp::IsNull, &[thrown], LlType::Bool);
    let (join, params) = e.new_block(&components(items));
    let (_, throws) = e.branch(nothing);
    let found = each(e, x, items, &mut |e, site| resume(e, x.one(), site, Some(sent), None, none));
    e.jump(join, &found.v);

    e.block = throws;
    let class = exception_class("GeneratorExit").expect("a builtin exception");
    let exits = instance::is_instance(e, thrown, &[Base::Exception(class)]);
    let ended = e.graph.new_block();
    let found = each(e, x, items, &mut |e, site| resume(e, x.one(), site, None, Some(thrown), ended));
    let (ignored, gives) = e.branch(exits);
    e.block = ignored;
    e.raise("RuntimeError", "generator ignored GeneratorExit");
    e.block = gives;
    e.jump(join, &found.v);
    e.block = ended;
    let (closed, ends) = e.branch(exits);
    e.block = closed;
    e.op0(LlOp::Raise, &[thrown]);
    e.block = ends;
    e.jump(none, &[]);
    e.block = join;
    Typed { s: items.clone(), v: params }
}

/// What it has returned, where it has just ended; else None.
pub fn result(e: &mut Emitter, x: &Typed, wanted: &Annotation) -> Typed {
    each(e, x, wanted, &mut |e, site| {
        let generator = e.l.generator(site);
        let types = components(&generator.result);
        let none = Typed::new(Member::None, vec![]);
        if types.is_empty() {
            return none;
        }
        let p = e.cast(generator.frame, x.one());
        let state = e.op1(LlOp::GetField(generator.frame, STATE), &[p], LlType::I64);
        let returned = e.int(RETURNED);
        let is_new = e.prim(Prim::IntEq, &[state, returned]);
        let v = e.if_else(
            is_new,
            &components(wanted),
            |e| {
                let held = types.iter().enumerate();
                let field = |e: &mut Emitter, i, ty| e.op1(LlOp::GetField(generator.frame, STATE + 1 + i), &[p], ty);
                let v = held.map(|(i, &ty)| field(e, i, ty)).collect();
                e.convert(Typed { s: generator.result.clone(), v }, wanted).v
            },
            |e| e.convert(none, wanted).v,
        );
        Typed { s: wanted.clone(), v }
    })
}

/// `x.send(value)`.
pub fn send(e: &mut Emitter, x: &Typed, value: &Typed, wanted: &Annotation) -> Typed {
    e.dispatch(x, wanted, &mut |e, x| {
        let none = e.graph.new_block();
        let found = each(e, &x, wanted, &mut |e, site| {
            e.dispatch(value, &Annotation::none(), &mut |e, value| {
                if *value.member() != Member::None {
                    let started = is_state(e, x.one(), site, &[0]);
                    let (fresh, goes_on) = e.branch(started);
                    e.block = fresh;
                    e.raise("TypeError", "can't send non-None value to a just-started generator");
                    e.block = goes_on;
                }
                Typed::new(Member::None, vec![])
            });
            resume(e, x.one(), site, Some(value), None, none)
        });
        let there = e.block;
        e.block = none;
        stop(e, &x);
        e.block = there;
        found
    })
}

/// `x.throw(exc)`.
pub fn throw(e: &mut Emitter, x: &Typed, exc: &Typed, wanted: &Annotation) -> Typed {
    let exc = instance::to_exception(e, exc);
    e.dispatch(x, wanted, &mut |e, x| {
        let none = e.graph.new_block();
        let found = each(e, &x, wanted, &mut |e, site| resume(e, x.one(), site, None, Some(exc), none));
        let there = e.block;
        e.block = none;
        stop(e, &x);
        e.block = there;
        found
    })
}

/// Raises the StopIteration of an iterator that is over.
pub fn stop(e: &mut Emitter, x: &Typed) {
    let class = exception_class("StopIteration").expect("a builtin exception");
    e.dispatch(x, &Annotation::none(), &mut |e, x| {
        let value = match x.member() {
            Member::Generator(all) => {
                let held = e.l.contents(all).result.join(&Annotation::none());
                result(e, &x, &held)
            }
            _ => Typed::new(Member::None, vec![]),
        };
        e.dispatch(&value, &Annotation::none(), &mut |e, value| {
            let args = if *value.member() == Member::None { vec![] } else { vec![value] };
            let args = e.new_tuple(args);
            let exc = e.new_exception(class, args);
            e.op0(LlOp::Raise, &[exc]);
            Typed::new(Member::None, vec![])
        })
    });
    e.end(naja_ir::graph::Terminator::Unreachable);
}

pub fn is_over(e: &mut Emitter, x: &Typed) -> Typed {
    e.dispatch(x, &Annotation::bool(), &mut |e, x| {
        each(e, &x, &Annotation::bool(), &mut |e, site| boolean::typed(is_state(e, x.one(), site, &[OVER, RETURNED])))
    })
}

fn is_state(e: &mut Emitter, x: Value, site: Site, states: &[i64]) -> Value {
    let frame = e.l.generator(site).frame;
    let p = e.cast(frame, x);
    let state = e.op1(LlOp::GetField(frame, STATE), &[p], LlType::I64);
    let mut is_one = e.bool(false);
    for &number in states {
        let number = e.int(number);
        let is = e.prim(Prim::IntEq, &[state, number]);
        is_one = e.op1(LlOp::Select, &[is, is, is_one], LlType::Bool);
    }
    is_one
}
