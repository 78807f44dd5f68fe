//! The body of a generator becomes a function that resumes it. Its frame is an object:
//! the number of the place where it stopped, what it returned, its parameters, and what it
//! needs behind such a place.
//!
//! The body is written as any function's, with a jump where it yields. Then, at once, it is
//! split there:
//!
//! ```text
//! resume(frame, sent, thrown):    -> has an item, item
//!     switch frame.state          0: the start; k: behind the k-th yield
//! yield:      frame.field = v;  frame.state = k;  return true, item
//! behind k:   v' = frame.field; frame.state = running; raises thrown unless it is null
//! ```
//!
//! This is how RPython's translator treats generators (`translator/generator.py`), on graphs
//! of one level lower.

use crate::emit::{Emitter, Typed};
use crate::lowering::Generator;
use crate::opt::duplicate::Copies;
use crate::repr::components;
use crate::reprs::{generator, instance, iterator};
use naja_annotator::Spec;
use naja_annotator::annotation::{Annotation, Member};
use naja_ir::builder::Builder;
use naja_ir::classes::exception_class;
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::flow::Base;
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::lltype::{EXCEPTION, Field, LlType, Storage, StructId};
use naja_ir::lowlevel::{LlGraph, LlOp, Low, Place};
use std::collections::HashMap;

/// The field of a frame that says where it stands: 0 before its start, k behind its k-th
/// yield, or one of these.
pub const STATE: usize = 0;
pub const OVER: i64 = -1;
const RUNNING: i64 = -2;
/// Over, and nobody has yet been told what it returned.
pub const RETURNED: i64 = -3;

/// What the body of a generator needs beside its graph.
pub struct Body {
    generator: Generator,
    /// The parameters of the function that resumes it.
    frame: Value,
    sent: Vec<Value>,
    thrown: Value,
    start: Block,
    running: Block,
    over: Block,
    /// Where exceptions leave it, with the exception.
    pub leave: Block,
    /// The components of its own parameters.
    pub params: Vec<Vec<Value>>,
    stops: Vec<Stop>,
}

/// A place where it yields.
struct Stop {
    block: Block,
    item: Vec<Value>,
    behind: Block,
    place: Place,
}

impl Body {
    /// Writes the beginning; the body follows at the emitter's block.
    pub fn begin(e: &mut Emitter, spec: &Spec, is_user: bool) -> Body {
        let Some(Member::Generator(sites)) = spec.result.single() else { panic!("no generator: {:?}", spec.result) };
        let generator = e.l.generator(sites.one());
        let place = e.place;
        let entry = e.graph.entry;
        let exception = LlType::Ptr(EXCEPTION);
        let frame = e.graph.add_param(entry, LlType::Ptr(generator.frame));
        let sent = components(&generator.sent).into_iter().map(|ty| e.graph.add_param(entry, ty)).collect();
        let thrown = e.graph.add_param(entry, exception);
        let (leave, exc) = e.new_block(&[exception]);
        let [start, running, over] = [(); 3].map(|()| e.graph.new_block());
        let mut body =
            Body { generator, frame, sent, thrown, start, running, over, leave, params: Vec::new(), stops: Vec::new() };
        e.jump(start, &[]);

        // What comes from outside of the body leaves no frame of it.
        e.place = e.l.place(None, e.l.program.places[place].span);
        e.block = leave;
        body.set_state(e, OVER);
        if is_user {
            stop_iteration(e, exc[0]);
        }
        e.op0(LlOp::Reraise, &exc);
        e.block = running;
        e.raise("ValueError", "generator already executing");
        e.block = over;
        body.set_state(e, OVER);
        raise_thrown(e, thrown);
        body.end(e);
        e.place = place;

        e.block = start;
        e.handler = Some(leave);
        body.set_state(e, RUNNING);
        let mut at = body.generator.first_param;
        for s in &spec.params {
            let held = components(s).into_iter().enumerate();
            let get = |e: &mut Emitter, i, ty| e.op1(LlOp::GetField(body.generator.frame, at + i), &[frame], ty);
            let values: Vec<Value> = held.map(|(i, ty)| get(e, i, ty)).collect();
            at += values.len();
            body.params.push(values);
        }
        raise_thrown(e, thrown);
        body
    }

    fn set_state(&self, e: &mut Emitter, state: i64) {
        let state = e.int(state);
        e.op0(LlOp::SetField(self.generator.frame, STATE), &[self.frame, state]);
    }

    /// Gives nothing.
    fn end(&self, e: &mut Emitter) {
        let mut results = vec![e.bool(false)];
        results.extend(components(&self.generator.items).into_iter().map(|ty| e.zero(ty)));
        e.end(Terminator::Return(results.as_slice().into()));
    }

    /// `return`.
    pub fn finish(&self, e: &mut Emitter, result: Typed) {
        let result = e.convert(result, &self.generator.result);
        for (i, &v) in result.v.iter().enumerate() {
            e.op0(LlOp::SetField(self.generator.frame, STATE + 1 + i), &[self.frame, v]);
        }
        self.set_state(e, if result.v.is_empty() { OVER } else { RETURNED });
        self.end(e);
    }

    /// `yield item`: what is sent.
    pub fn give(&mut self, e: &mut Emitter, item: &Typed) -> Typed {
        let (sent, thrown) = self.stop(e, item);
        raise_thrown(e, thrown);
        sent
    }

    /// Gives an item; goes on with what is sent and what is thrown in.
    fn stop(&mut self, e: &mut Emitter, item: &Typed) -> (Typed, Value) {
        let item = e.convert(item.clone(), &self.generator.items).v;
        let passed = self.passed();
        let types: Vec<LlType> = passed.iter().map(|&v| e.graph.values[v]).collect();
        let (behind, mut params) = e.new_block(&types);
        self.stops.push(Stop { block: e.block, item, behind, place: e.place });
        e.jump(behind, &passed);
        e.block = behind;
        let thrown = params.pop().expect("the last parameter");
        (Typed { s: self.generator.sent.clone(), v: params }, thrown)
    }

    fn passed(&self) -> Vec<Value> {
        [self.sent.as_slice(), &[self.thrown]].concat()
    }

    /// `yield from state`: what was returned.
    pub fn give_all(&mut self, e: &mut Emitter, state: &Typed, wanted: &Annotation) -> Typed {
        let sent_types = components(&self.generator.sent);
        let exception = LlType::Ptr(EXCEPTION);
        let n = components(&state.s).len();
        let (head, params) = e.new_block(&[components(&state.s), sent_types.clone(), vec![exception]].concat());
        let (given, item) = e.new_block(&[components(&self.generator.items), components(&state.s)].concat());
        let (done, result) = e.new_block(&components(wanted));
        let nothing = e.convert(Typed::new(Member::None, vec![]), &self.generator.sent).v;
        let null = e.null(EXCEPTION);
        e.jump(head, &[state.v.clone(), nothing, vec![null]].concat());

        e.block = head;
        let thrown = *params.last().expect("what is thrown in");
        let sent = Typed { s: self.generator.sent.clone(), v: params[n..params.len() - 1].to_vec() };
        let state = Typed { s: state.s.clone(), v: params[..n].to_vec() };
        let items = self.generator.items.clone();
        let blocks = match state.s.members().len() {
            1 => vec![e.block],
            _ => e.switch_on_member(&state),
        };
        for (m, block) in state.s.members().to_vec().iter().zip(blocks) {
            e.block = block;
            let one = e.extract(&state, m);
            let none = e.graph.new_block();
            let (found, rest) = match m {
                Member::Generator(_) => (generator::delegate(e, &one, &sent, thrown, &items, none), one.clone()),
                _ => {
                    raise_thrown(e, thrown);
                    nothing_is_sent(e, &sent, m);
                    let (found, rest) = iterator::take(e, &one, &items, none);
                    (e.convert(found, &items), rest)
                }
            };
            let rest = e.convert(rest, &state.s);
            e.jump(given, &[found.v, rest.v].concat());
            e.block = none;
            let value = match m {
                Member::Generator(_) => generator::result(e, &one, wanted),
                _ => e.convert(Typed::new(Member::None, vec![]), wanted),
            };
            e.jump(done, &value.v);
        }

        e.block = given;
        let (item, rest) = item.split_at(item.len() - n);
        let (sent, thrown) = self.stop(e, &Typed { s: items, v: item.to_vec() });
        e.jump(head, &[rest, &sent.v, &[thrown]].concat());
        e.block = done;
        Typed { s: wanted.clone(), v: result }
    }

    /// Splits the graph, which is written.
    pub fn split(self, e: &mut Emitter) {
        let order = e.graph.reverse_postorder();
        let mut copies = Copies::of(&e.graph, &order);
        let live = live_at_entry(&e.graph, &order, &self.stops);
        let makers = makers(&e.graph, &order);
        let mut fields: HashMap<Value, usize> = HashMap::new();
        let mut own = EntitySet::new();
        own.extend(e.graph.params().iter().copied());
        let frame = self.frame;
        let mut cases = vec![(0, Link::new(self.start, []))];
        for (i, stop) in self.stops.iter().enumerate().filter(|(_, stop)| order.contains(&stop.block)) {
            let number = i as i64 + 1;
            let load = e.graph.new_block();
            cases.push((number, Link::new(load, [])));
            let mut saved = Vec::new();
            let mut to_load = Builder { graph: &mut e.graph, block: load, place: stop.place };
            for v in live[stop.behind].iter().filter(|&v| !own.contains(v)) {
                let ty = to_load.graph.values[v];
                let made = makers.get(&v).filter(|op| is_made_again(op, frame, &self.generator));
                let loaded = match made {
                    Some(op) => to_load.op1(op.kind.clone(), &op.args, ty),
                    None => {
                        let n = *fields.entry(v).or_insert_with(|| add_field(e.l, self.generator.frame, ty));
                        saved.push((n, v));
                        to_load.op1(LlOp::GetField(self.generator.frame, n), &[frame], ty)
                    }
                };
                copies.add(v, load, loaded);
            }
            let running = to_load.int(RUNNING);
            to_load.op0(LlOp::SetField(self.generator.frame, STATE), &[frame, running]);
            to_load.jump(stop.behind, &self.passed());
            let mut to_stop = Builder { graph: &mut e.graph, block: stop.block, place: stop.place };
            for (n, v) in saved {
                to_stop.op0(LlOp::SetField(self.generator.frame, n), &[frame, v]);
            }
            let state = to_stop.int(number);
            to_stop.op0(LlOp::SetField(self.generator.frame, STATE), &[frame, state]);
            let more = to_stop.bool(true);
            to_stop.ret(&[&[more], stop.item.as_slice()].concat());
        }
        cases.push((RUNNING, Link::new(self.running, [])));
        let entry = e.graph.entry;
        let mut entry = Builder { graph: &mut e.graph, block: entry, place: e.place };
        let value = entry.op1(LlOp::GetField(self.generator.frame, STATE), &[frame], LlType::I64);
        entry.end(Terminator::Switch { value, cases, default: Link::new(self.over, []) });
        copies.repair(&mut e.graph);
    }
}

/// Raises what was thrown in, if anything was.
fn raise_thrown(e: &mut Emitter, thrown: Value) {
    let nothing = e.op1(LlOp::IsNull, &[thrown], LlType::Bool);
    let (goes_on, raises) = e.branch(nothing);
    e.block = raises;
    e.op0(LlOp::Raise, &[thrown]);
    e.block = goes_on;
}

/// No StopIteration leaves a generator (PEP 479).
fn stop_iteration(e: &mut Emitter, exc: Value) {
    let class = |name: &str| exception_class(name).expect("a builtin exception");
    let stops = instance::is_instance(e, exc, &[Base::Exception(class("StopIteration"))]);
    let (stopped, other) = e.branch(stops);
    e.block = stopped;
    let text = e.string("generator raised StopIteration");
    let args = Typed::new(Member::Tuple(vec![Annotation::str()]), vec![text]);
    let error = e.new_exception(class("RuntimeError"), args);
    e.helper("instance", "ll_attach_context", &[error, exc]);
    e.helper("instance", "ll_set_cause", &[error, exc]);
    e.op0(LlOp::Raise, &[error]);
    e.block = other;
}

/// Only None can be sent to what is no generator.
fn nothing_is_sent(e: &mut Emitter, sent: &Typed, to: &Member) {
    e.dispatch(sent, &Annotation::none(), &mut |e, sent| {
        if *sent.member() != Member::None {
            let class = e.type_name(to);
            e.raise("AttributeError", &format!("'{class}' object has no attribute 'send'"));
        }
        Typed::new(Member::None, vec![])
    });
}

fn add_field(l: &mut crate::lowering::Lowering, frame: StructId, ty: LlType) -> usize {
    let fields = &mut l.program.structs[frame].fields;
    fields.push(Field { name: format!("saved{}", fields.len()).into(), storage: Storage::Value(ty), immutable: false });
    fields.len() - 1
}

/// The operations that give one value.
fn makers(graph: &LlGraph, order: &[Block]) -> HashMap<Value, Op<Low>> {
    let ops = order.iter().flat_map(|&block| &graph.blocks[block].ops);
    ops.filter(|op| op.results.len() == 1).map(|op| (op.results[0], op.clone())).collect()
}

/// A constant, or what the frame holds all the time.
fn is_made_again(op: &Op<Low>, frame: Value, generator: &Generator) -> bool {
    match op.kind {
        LlOp::Int(_) | LlOp::Float(_) | LlOp::Bool(_) | LlOp::Null(_) | LlOp::Static(_) => true,
        LlOp::GetField(_, n) => op.args[0] == frame && generator.is_param(n),
        _ => false,
    }
}

/// The values from elsewhere that are needed from each block's beginning on.
fn live_at_entry(graph: &LlGraph, order: &[Block], stops: &[Stop]) -> SecondaryMap<Block, EntitySet<Value>> {
    let given: HashMap<Block, &[Value]> = stops.iter().map(|stop| (stop.block, stop.item.as_slice())).collect();
    let mut live: SecondaryMap<Block, EntitySet<Value>> = SecondaryMap::new();
    let mut grows = true;
    while grows {
        grows = false;
        for &block in order.iter().rev() {
            let data = &graph.blocks[block];
            let mut needed = EntitySet::new();
            for link in data.terminator.links() {
                needed.extend(live[link.target].iter());
            }
            data.terminator.for_each_use(|v| {
                needed.insert(v);
            });
            needed.extend(given.get(&block).into_iter().flat_map(|items| items.iter().copied()));
            for (v, _) in data.terminator.defines() {
                needed.remove(v);
            }
            for op in data.ops.iter().rev() {
                op.results.iter().for_each(|&v| {
                    needed.remove(v);
                });
                needed.extend(op.args.iter().copied());
            }
            data.params.iter().for_each(|&v| {
                needed.remove(v);
            });
            if needed.iter().any(|v| !live[block].contains(v)) {
                live[block] = needed;
                grows = true;
            }
        }
    }
    live
}
