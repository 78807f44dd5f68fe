//! Exceptions become results: a function that may raise gives one more value,
//! the exception, and its callers test it. Calls that are proven not to raise
//! are not tested. (Design, section 3; measured as free natively.)
//!
//! ```text
//!     v5 = call f v1               v5, v6 = call f v1
//!     v7 = ...                     v8 = is_null v6
//!                                  branch v8 block9() block1()
//!                              block9():
//!                                  v7 = ...
//!                              block1():
//!                                  v10 = static frame
//!                                  jump block2(v6, v10)
//!                              block2(exc, frame):          once in a function,
//!                                  call traceback exc frame     once for each handler
//!                                  jump block3(exc)
//!                              block3(exc):
//!                                  return 0 exc
//! ```

use super::Facts;
use super::calls::raising_functions;
use super::frames::{Frames, frames_of};
use naja_ir::entity::EntitySet;
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::layout::Target;
use naja_ir::lltype::{EXCEPTION, FRAME, LlType};
use naja_ir::lowlevel::{Hooks, Levels, LlFunc, LlGraph, LlOp, LlProgram, Low, Place, StaticId};
use naja_ir::prim::{Effect, Prim};
use naja_ir::source::SourceMap;
use naja_ir::{SmallVec, smallvec};
use std::collections::HashMap;

/// How a program ends whose `main` is left by an exception.
const STATUS_UNCAUGHT: i64 = 1;

pub fn run(program: &mut LlProgram, _: &mut Facts, sources: &SourceMap, _: Target) {
    let raising = raising_functions(program);
    let mut frames = Frames::new(program, sources);
    for func in program.functions.keys() {
        let function = &mut program.functions[func];
        let leaving = match (func == program.main, raising.contains(func)) {
            (true, _) => Leaving::WithStatus,
            (false, true) => Leaving::WithException,
            (false, false) => Leaving::Never,
        };
        let mut exceptional = Exceptional {
            graph: &mut function.graph,
            results: function.results.clone(),
            leaving,
            raising: &raising,
            hooks: &program.hooks,
            places: &program.places,
            frames: &mut frames,
            cold: HashMap::new(),
        };
        exceptional.graph();
        if leaving == Leaving::WithException {
            function.results.push(LlType::Ptr(EXCEPTION));
        }
    }
    frames.add_statics(program);
}

/// What an exception that no handler takes does to the function.
#[derive(Clone, Copy, PartialEq)]
enum Leaving {
    WithException,
    /// `main` gives the exit status instead.
    WithStatus,
    Never,
}

/// Where an exception goes. The exception is among `Handler`'s arguments, at
/// those positions that hold `None`.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Way {
    OutOfTheFunction,
    Handler(Block, SmallVec<[bool; 4]>),
}

/// Cold code that several operations share, each with its parameters.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Cold {
    /// `(exc)`: returns.
    Leave,
    /// `(exc, frame, others of the handler)`: adds the frame.
    AddFrame(Way),
    /// `(exc, others)`: adds these frames of inlined calls, innermost first.
    AddFrames(Way, Vec<StaticId>),
    /// `(code, frame, others)`: raises OverflowError and adds the frame.
    Overflow(Way),
    /// `(code, others)`
    OverflowInFrames(Way, Vec<StaticId>),
}

struct Exceptional<'a, 's> {
    graph: &'a mut LlGraph,
    /// Without the exception.
    results: Vec<LlType>,
    leaving: Leaving,
    raising: &'a EntitySet<LlFunc>,
    hooks: &'a Hooks,
    places: &'a naja_ir::entity::PrimaryMap<Place, naja_ir::lowlevel::PlaceData>,
    frames: &'a mut Frames<'s>,
    cold: HashMap<Cold, Block>,
}

/// What is raised: a value of the block, or by the overflow hook.
#[derive(Clone, Copy)]
enum Raised {
    Exception(Value),
    Overflow { code: i64 },
}

impl Exceptional<'_, '_> {
    fn graph(&mut self) {
        for block in self.graph.reverse_postorder() {
            self.block(block);
        }
    }

    fn block(&mut self, original: Block) {
        let ops = std::mem::take(&mut self.graph.blocks[original].ops);
        let terminator = std::mem::replace(&mut self.graph.blocks[original].terminator, Terminator::Unreachable);
        let n_ops = ops.len();
        let mut block = original;
        for (i, mut op) in ops.into_iter().enumerate() {
            if !self.may_raise(&op.kind) {
                self.graph.blocks[block].ops.push(op);
                continue;
            }
            let place = op.place;
            let guard = match &terminator {
                Terminator::Guard { exc, ok, err, guard } if i + 1 == n_ops => Some((*exc, ok, err, *guard)),
                _ => None,
            };
            let always = i + 1 == n_ops && matches!(terminator, Terminator::Unreachable);
            let raised = match op.kind {
                LlOp::Raise | LlOp::Reraise => Raised::Exception(op.args[0]),
                LlOp::Call(_) => {
                    let exc = self.graph.new_value(LlType::Ptr(EXCEPTION));
                    op.results.push(exc);
                    Raised::Exception(exc)
                }
                LlOp::Prim(prim) => Raised::Overflow { code: overflow_code(prim) },
                _ => unreachable!("{:?} is lowered before", op.kind),
            };
            let links = match &guard {
                Some((.., Levels(n))) => *n as usize,
                None => usize::MAX,
            };
            // What is raised again grows by the calls that were inlined around, not by its own place.
            let n_skipped = (op.kind == LlOp::Reraise) as usize;
            let frames = match self.hooks.traceback {
                Some(_) => frames_of(self.places, place, n_skipped..links),
                None => Vec::new(),
            };
            let frames: Vec<StaticId> = frames.into_iter().map(|p| self.frames.intern(&self.places[p])).collect();

            let kind = op.kind.clone();
            let ok_cond = match kind {
                LlOp::Raise | LlOp::Reraise => None,
                LlOp::Call(_) => {
                    self.graph.blocks[block].ops.push(op);
                    let Raised::Exception(exc) = raised else { unreachable!() };
                    (!always).then(|| self.op(block, place, LlOp::IsNull, &[exc], LlType::Bool))
                }
                _ => {
                    let LlOp::Prim(prim) = kind else { unreachable!() };
                    let flag = self.graph.new_value(LlType::Bool);
                    op.kind = LlOp::Prim(flag_form(prim));
                    op.results.push(flag);
                    self.graph.blocks[block].ops.push(op);
                    Some(flag)
                }
            };
            let out = guard.as_ref().map(|g| (g.0, g.2));
            let Some(cond) = ok_cond else {
                let link = self.way_out(block, place, raised, &frames, out);
                self.graph.blocks[block].terminator = Terminator::Jump(link);
                return;
            };
            // What the way out needs is made on it, where it costs nothing unless it is taken.
            let aside = self.graph.new_block();
            let mut exceptional = self.way_out(aside, place, raised, &frames, out);
            if !self.graph.blocks[aside].ops.is_empty() {
                self.graph.blocks[aside].terminator = Terminator::Jump(exceptional);
                exceptional = Link::new(aside, []);
            }
            let (next, ok) = match guard {
                Some((_, ok, ..)) => (None, ok.clone()),
                None => {
                    let next = self.graph.new_block();
                    (Some(next), Link::new(next, []))
                }
            };
            let (then, otherwise) = match kind {
                LlOp::Call(_) => (ok, exceptional),
                _ => (exceptional, ok),
            };
            self.graph.blocks[block].terminator = Terminator::Branch { cond, then, otherwise };
            match next {
                Some(next) => block = next,
                None => return,
            }
        }
        self.end(block, terminator);
    }

    /// The end of a block whose last operation does not raise.
    fn end(&mut self, block: Block, terminator: Terminator<Low>) {
        let terminator = match terminator {
            Terminator::Guard { ok, .. } => Terminator::Jump(ok),
            Terminator::Return(mut values) if self.leaving == Leaving::WithException => {
                let place = self.some_place(block);
                values.push(self.op(block, place, LlOp::Null(EXCEPTION), &[], LlType::Ptr(EXCEPTION)));
                Terminator::Return(values)
            }
            other => other,
        };
        self.graph.blocks[block].terminator = terminator;
    }

    fn may_raise(&self, op: &LlOp) -> bool {
        match op {
            LlOp::Call(callee) => self.raising.contains(*callee),
            LlOp::Prim(p) => p.row().effect == Effect::Overflow,
            _ => op.always_raises(),
        }
    }

    /// The link that is taken, at the end of `block`, when an operation has raised;
    /// the guard that takes it is given by its exception and its `err` link.
    fn way_out(
        &mut self,
        block: Block,
        place: Place,
        raised: Raised,
        frames: &[StaticId],
        guard: Option<(Value, &Link)>,
    ) -> Link {
        let (way, others): (Way, Vec<Value>) = match guard {
            None => (Way::OutOfTheFunction, Vec::new()),
            Some((exc, err)) => {
                let is_exc: SmallVec<[bool; 4]> = err.args.iter().map(|&a| a == exc).collect();
                let others = err.args.iter().copied().filter(|&a| a != exc).collect();
                (Way::Handler(err.target, is_exc), others)
            }
        };
        let frame = match frames {
            &[frame] => Some(self.op(block, place, LlOp::Static(frame), &[], LlType::Ptr(FRAME))),
            _ => None,
        };
        let (cold, first) = match raised {
            Raised::Overflow { code } => {
                let code = self.op(block, place, LlOp::Int(code), &[], LlType::I64);
                let cold = match frame {
                    Some(_) => Cold::Overflow(way),
                    None => Cold::OverflowInFrames(way, frames.to_vec()),
                };
                (cold, code)
            }
            Raised::Exception(exc) if frames.is_empty() => return self.arrive(&way, exc, &others, place),
            Raised::Exception(exc) => {
                let cold = match frame {
                    Some(_) => Cold::AddFrame(way),
                    None => Cold::AddFrames(way, frames.to_vec()),
                };
                (cold, exc)
            }
        };
        let target = self.cold(cold, place);
        Link::new(target, [first].into_iter().chain(frame).chain(others))
    }

    /// The link into the handler itself, or to the function's exceptional return.
    fn arrive(&mut self, way: &Way, exc: Value, others: &[Value], place: Place) -> Link {
        match way {
            Way::OutOfTheFunction => Link::new(self.cold(Cold::Leave, place), [exc]),
            Way::Handler(handler, is_exc) => {
                let mut others = others.iter();
                let arg = |&is_exc: &bool| if is_exc { exc } else { *others.next().expect("one for each parameter") };
                Link::new(*handler, is_exc.iter().map(arg))
            }
        }
    }

    /// The block of that cold code, made at the first demand.
    fn cold(&mut self, cold: Cold, place: Place) -> Block {
        if let Some(&block) = self.cold.get(&cold) {
            return block;
        }
        let block = self.graph.new_block();
        self.cold.insert(cold.clone(), block);
        match cold {
            Cold::Leave => {
                let exc = self.graph.add_param(block, LlType::Ptr(EXCEPTION));
                self.leave(block, place, exc);
            }
            Cold::AddFrame(way) => {
                let exc = self.graph.add_param(block, LlType::Ptr(EXCEPTION));
                let frame = self.graph.add_param(block, LlType::Ptr(FRAME));
                let others = self.add_others(block, &way);
                self.add_frame(block, place, exc, frame);
                let link = self.arrive(&way, exc, &others, place);
                self.graph.blocks[block].terminator = Terminator::Jump(link);
            }
            Cold::AddFrames(way, frames) => {
                let exc = self.graph.add_param(block, LlType::Ptr(EXCEPTION));
                let others = self.add_others(block, &way);
                let (&last, inner) = frames.split_last().expect("some frames");
                for &frame in inner {
                    let frame = self.op(block, place, LlOp::Static(frame), &[], LlType::Ptr(FRAME));
                    self.add_frame(block, place, exc, frame);
                }
                let last = self.op(block, place, LlOp::Static(last), &[], LlType::Ptr(FRAME));
                let target = self.cold(Cold::AddFrame(way), place);
                let args = [exc, last].into_iter().chain(others);
                self.graph.blocks[block].terminator = Terminator::Jump(Link::new(target, args));
            }
            Cold::Overflow(way) => {
                let code = self.graph.add_param(block, LlType::I64);
                let frame = self.graph.add_param(block, LlType::Ptr(FRAME));
                let others = self.add_others(block, &way);
                let exc = self.raise_overflow(block, place, code);
                let target = self.cold(Cold::AddFrame(way), place);
                let args = [exc, frame].into_iter().chain(others);
                self.graph.blocks[block].terminator = Terminator::Jump(Link::new(target, args));
            }
            Cold::OverflowInFrames(way, frames) => {
                let code = self.graph.add_param(block, LlType::I64);
                let others = self.add_others(block, &way);
                let exc = self.raise_overflow(block, place, code);
                let link = match frames.is_empty() {
                    true => self.arrive(&way, exc, &others, place),
                    false => {
                        let target = self.cold(Cold::AddFrames(way, frames), place);
                        Link::new(target, [exc].into_iter().chain(others))
                    }
                };
                self.graph.blocks[block].terminator = Terminator::Jump(link);
            }
        }
        block
    }

    /// Parameters for what the handler takes beside the exception.
    fn add_others(&mut self, block: Block, way: &Way) -> Vec<Value> {
        let Way::Handler(handler, is_exc) = way else { return Vec::new() };
        let types: Vec<LlType> = (self.graph.blocks[*handler].params.iter().zip(is_exc))
            .filter(|&(_, &is_exc)| !is_exc)
            .map(|(&param, _)| self.graph.values[param])
            .collect();
        types.into_iter().map(|ty| self.graph.add_param(block, ty)).collect()
    }

    fn leave(&mut self, block: Block, place: Place, exc: Value) {
        let values = match self.leaving {
            Leaving::WithStatus => smallvec![self.op(block, place, LlOp::Int(STATUS_UNCAUGHT), &[], LlType::I64)],
            Leaving::WithException => {
                let types = self.results.clone();
                let zeros = types.into_iter().map(|ty| self.zero(block, place, ty));
                let mut values: SmallVec<[Value; 2]> = zeros.collect();
                values.push(exc);
                values
            }
            Leaving::Never => unreachable!("only a function that may raise is left by an exception"),
        };
        self.graph.blocks[block].terminator = Terminator::Return(values);
    }

    fn zero(&mut self, block: Block, place: Place, ty: LlType) -> Value {
        match ty {
            LlType::Bool => self.op(block, place, LlOp::Bool(false), &[], ty),
            LlType::I64 => self.op(block, place, LlOp::Int(0), &[], ty),
            LlType::F64 => self.op(block, place, LlOp::Float(0), &[], ty),
            LlType::Ptr(id) => self.op(block, place, LlOp::Null(id), &[], ty),
            LlType::Addr => {
                let zero = self.op(block, place, LlOp::Int(0), &[], LlType::I64);
                self.op(block, place, LlOp::Prim(Prim::IntToAddr), &[zero], ty)
            }
        }
    }

    /// Calls the traceback hook. Where it has no memory for the entry, the entry is lost.
    fn add_frame(&mut self, block: Block, place: Place, exc: Value, frame: Value) {
        let traceback = self.hooks.traceback.expect("frames are only made for the hook");
        let results = match self.raising.contains(traceback) {
            true => smallvec![self.graph.new_value(LlType::Ptr(EXCEPTION))],
            false => smallvec![],
        };
        let op = Op { kind: LlOp::Call(traceback), args: smallvec![exc, frame], results, place };
        self.graph.blocks[block].ops.push(op);
    }

    fn raise_overflow(&mut self, block: Block, place: Place, code: Value) -> Value {
        let overflow = self.hooks.overflow.expect("a program with checked arithmetic has the hook for it");
        assert!(self.raising.contains(overflow), "the overflow hook raises");
        self.op(block, place, LlOp::Call(overflow), &[code], LlType::Ptr(EXCEPTION))
    }

    fn op(&mut self, block: Block, place: Place, kind: LlOp, args: &[Value], result: LlType) -> Value {
        let value = self.graph.new_value(result);
        self.graph.blocks[block].ops.push(Op { kind, args: args.into(), results: smallvec![value], place });
        value
    }

    fn some_place(&self, block: Block) -> Place {
        use naja_ir::entity::EntityRef;
        self.graph.blocks[block].ops.last().map_or(Place::new(0), |op| op.place)
    }
}

fn overflow_code(prim: Prim) -> i64 {
    match prim {
        Prim::IntAddOvf => 0,
        Prim::IntSubOvf => 1,
        Prim::IntMulOvf => 2,
        _ => unreachable!("{prim:?} does not overflow"),
    }
}

fn flag_form(prim: Prim) -> Prim {
    match prim {
        Prim::IntAddOvf => Prim::IntAddFlag,
        Prim::IntSubOvf => Prim::IntSubFlag,
        Prim::IntMulOvf => Prim::IntMulFlag,
        _ => unreachable!("{prim:?} does not overflow"),
    }
}
