//! Lowering one function: its blocks and links, and each operation by its kind.

use crate::emit::{Emitter, Typed};
use crate::lowering::Lowering;
use crate::operations;
use crate::repr::components;
use crate::reprs::{boolean, instance, low, range, string, tuple};
use crate::{builtins, call};
use naja_annotator::annotation::{Annotation, Interval, Member};
use naja_annotator::{Annotations, Spec, SpecId};
use naja_ir::Name;
use naja_ir::classes::{BASE_EXCEPTION, ClassId};
use naja_ir::entity::SecondaryMap;
use naja_ir::flow::{Constant, Conversion, Flow, FlowGraph, FlowOp, FuncId, GlobalId, Scope, Step};
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::lltype::{EXCEPTION, LlType};
use naja_ir::lowlevel::{LlFunc, LlGraph, LlOp};
use naja_ir::prim::Prim;
use naja_ir::source::Span;
use std::rc::Rc;

/// Writes the low-level graph of one analysed function.
pub fn lower(l: &mut Lowering, analysis: &Rc<Annotations>, spec_id: SpecId, func: LlFunc) {
    let spec = &analysis.specs[spec_id];
    let function = l.flow.program.functions[spec.func].clone();
    let is_library = l.flow.program.modules[function.module].is_library;
    let frame = (!is_library).then(|| function.name.clone());
    let flow = &function.graph;
    let place = l.place(frame.clone(), function.span);

    let mut graph = LlGraph::new(l.program.functions[func].name.clone());
    let mut blocks = SecondaryMap::with_default(graph.entry);
    let mut values: SecondaryMap<Value, Vec<Value>> = SecondaryMap::new();
    let order: Vec<Block> = flow.reverse_postorder().into_iter().filter(|&b| spec.reached.contains(b)).collect();
    for &block in &order {
        blocks[block] = if block == flow.entry { graph.entry } else { graph.new_block() };
        for (i, &param) in flow.blocks[block].params.iter().enumerate() {
            // The entry's parameters are what callers pass.
            let s = if block == flow.entry { &spec.params[i] } else { &spec.values[param] };
            values[param] = components(s).into_iter().map(|ty| graph.add_param(blocks[block], ty)).collect();
        }
    }
    let e = Emitter::new(l, graph, place);
    let mut f = FunctionLowering { e, analysis, spec, flow, blocks, values, frame, result: spec.result.clone() };
    for block in order {
        f.lower_block(block);
    }
    f.e.l.program.functions[func].graph = f.e.graph;
}

pub struct FunctionLowering<'s, 'l, 'a> {
    pub e: Emitter<'l, 'a>,
    pub analysis: &'s Rc<Annotations>,
    pub spec: &'s Spec,
    flow: &'s FlowGraph,
    blocks: SecondaryMap<Block, Block>,
    values: SecondaryMap<Value, Vec<Value>>,
    frame: Option<Name>,
    result: Annotation,
}

impl FunctionLowering<'_, '_, '_> {
    fn lower_block(&mut self, block: Block) {
        let data = &self.flow.blocks[block];
        self.e.block = self.blocks[block];
        let guarded = matches!(data.terminator, Terminator::Guard { .. });
        for (i, op) in data.ops.iter().enumerate() {
            let is_last = i + 1 == data.ops.len();
            let handler = (guarded && is_last).then(|| self.e.new_block(&[LlType::Ptr(EXCEPTION)]));
            self.e.handler = handler.as_ref().map(|(block, _)| *block);
            self.e.place = self.place(op.place);
            let results = self.op(block, i, op);
            self.e.handler = None;
            for (&v, result) in op.results.iter().zip(results) {
                self.values[v] = self.e.convert(result, &self.spec.values[v]).v;
            }
            let stops = op.results.iter().any(|&v| self.spec.values[v].is_never());
            if let Some((err_block, exc)) = handler {
                let Terminator::Guard { exc: v_exc, ok, err, .. } = &data.terminator else { unreachable!() };
                if stops || op.kind.always_raises() {
                    self.e.end(Terminator::Unreachable);
                } else {
                    self.follow(ok);
                }
                self.e.block = err_block;
                self.values[*v_exc] = exc;
                self.follow(err);
                return;
            }
            if stops {
                self.e.end(Terminator::Unreachable);
                return;
            }
        }
        match &data.terminator {
            Terminator::Jump(link) => self.follow(link),
            Terminator::Branch { cond, then, otherwise } => match self.spec.values[*cond].single() {
                Some(Member::Bool(Some(known))) => self.follow(if *known { then } else { otherwise }),
                _ => {
                    let cond = self.values[*cond][0];
                    let (then, otherwise) = (self.edge(then), self.edge(otherwise));
                    self.e.end(Terminator::Branch { cond, then, otherwise });
                }
            },
            Terminator::Switch { value, cases, default } => {
                let value = self.values[*value][0];
                let cases = cases.iter().map(|(n, link)| (*n, self.edge(link))).collect();
                let default = self.edge(default);
                self.e.end(Terminator::Switch { value, cases, default });
            }
            Terminator::Next { step, body, done, .. } => self.next(step, body, done),
            Terminator::Return(values) => {
                let result = self.value(values[0]);
                let result = self.e.convert(result, &self.result.clone());
                self.e.end(Terminator::Return(result.v.as_slice().into()));
            }
            Terminator::Guard { .. } => unreachable!("a guard follows its operation"),
            Terminator::Unreachable => self.e.end(Terminator::Unreachable),
        }
    }

    fn place(&mut self, span: Span) -> naja_ir::lowlevel::Place {
        self.e.l.place(self.frame.clone(), span)
    }

    /// A value of the flow graph, with its annotation.
    pub fn value(&self, v: Value) -> Typed {
        Typed { s: self.spec.values[v].clone(), v: self.values[v].clone() }
    }

    /// Ends the current block by going along a link.
    fn follow(&mut self, link: &Link) {
        if !self.spec.reached.contains(link.target) {
            self.e.end(Terminator::Unreachable);
            return;
        }
        let args = self.link_args(link);
        self.e.jump(self.blocks[link.target], &args);
    }

    fn link_args(&mut self, link: &Link) -> Vec<Value> {
        let params = self.flow.blocks[link.target].params.clone();
        let mut args = Vec::new();
        for (&arg, &param) in link.args.iter().zip(&params) {
            let value = self.value(arg);
            args.extend(self.e.convert(value, &self.spec.values[param]).v);
        }
        args
    }

    /// A link that is one of several: what it converts happens in a block of its own.
    fn edge(&mut self, link: &Link) -> Link {
        let before = self.e.block;
        let edge = self.e.graph.new_block();
        self.e.block = edge;
        self.follow(link);
        self.e.block = before;
        // A block that only jumps is left out.
        let data = &self.e.graph.blocks[edge];
        match &data.terminator {
            Terminator::Jump(direct) if data.ops.is_empty() => direct.clone(),
            _ => Link::new(edge, []),
        }
    }

    fn next(&mut self, step: &Step, body: &Link, done: &Link) {
        self.e.place = self.place(step.span);
        let state = self.value(step.iter);
        let s_item = self.spec.values[step.item].clone();
        if !self.spec.reached.contains(body.target) || s_item.is_never() {
            self.follow(done);
            return;
        }
        let has_next = match state.member() {
            Member::TupleIter(_) => tuple::has_next(&mut self.e, &state),
            _ => range::has_next(&mut self.e, &state),
        };
        let done = self.edge(done);
        let taken = self.e.graph.new_block();
        self.e.end(Terminator::Branch { cond: has_next, then: Link::new(taken, []), otherwise: done });
        self.e.block = taken;
        let (item, rest) = match state.member() {
            Member::TupleIter(_) => tuple::next(&mut self.e, &state, &s_item),
            _ => range::next(&mut self.e, &state),
        };
        self.values[step.item] = self.e.convert(item, &s_item).v;
        self.values[step.rest] = self.e.convert(rest, &self.spec.values[step.rest]).v;
        self.follow(body);
    }

    /// One operation; the results as they come, before they are held as annotated.
    fn op(&mut self, block: Block, index: usize, op: &Op<Flow>) -> Vec<Typed> {
        let args: Vec<Typed> = op.args.iter().map(|&v| self.value(v)).collect();
        let wanted = op.results.first().map(|&v| self.spec.values[v].clone()).unwrap_or_default();
        let e = &mut self.e;
        let nothing = Vec::new();
        let result = match &op.kind {
            FlowOp::Const(c) => self.constant(c, &wanted),
            FlowOp::Unary(op) => operations::unary(e, *op, &args[0], &wanted),
            // Types for annotations (`int | None`, `tuple[int, int]`) are known by being there.
            FlowOp::Binary { .. } | FlowOp::GetItem if matches!(wanted.single(), Some(Member::Typing(_))) => {
                e.unreachable(&wanted)
            }
            FlowOp::Binary { op, inplace } => operations::binary(e, *op, *inplace, &args[0], &args[1], &wanted),
            FlowOp::Compare(op) => match wanted.single() {
                Some(Member::Bool(Some(known))) if !op_raises(*op) => boolean::typed(e.bool(*known)),
                _ => boolean::typed(operations::compare(e, *op, &args[0], &args[1])),
            },
            FlowOp::Truth => match wanted.single() {
                Some(Member::Bool(Some(known))) => boolean::typed(e.bool(*known)),
                _ => boolean::typed(operations::truth(e, &args[0])),
            },
            FlowOp::Tuple => e.new_tuple(args),
            FlowOp::Unpack { n } => {
                let results: Vec<Annotation> = op.results.iter().map(|&v| self.spec.values[v].clone()).collect();
                return unpack(e, &args[0], *n, &results);
            }
            FlowOp::Call { keywords } => {
                let (callee, args) = args.split_first().expect("a call has a callee");
                call::call(self, (block, index), callee, args, keywords, &wanted)
            }
            FlowOp::GetAttr(name) => builtins::getattr(e, &args[0], name, &wanted),
            FlowOp::SetAttr(name) => {
                low::setattr(e, args[0].one(), name, &args[1]);
                return nothing;
            }
            FlowOp::GetItem => match (args[0].s.single(), args[1].s.single()) {
                (Some(Member::Low(_)), _) => low::getitem(e, args[0].one(), args[1].one()),
                _ => getitem(e, &args[0], &args[1], &wanted),
            },
            FlowOp::SetItem => {
                low::setitem(e, args[0].one(), args[1].one(), args[2].one());
                return nothing;
            }
            FlowOp::LoadGlobal(g) => self.load_global(*g),
            FlowOp::StoreGlobal(g) => {
                self.store_global(*g, args[0].clone());
                return nothing;
            }
            FlowOp::CheckBound { name, scope } => check_bound(e, &args[0], name, *scope, &wanted),
            FlowOp::Iter => match args[0].member() {
                Member::Tuple(_) => tuple::iter(e, &args[0]),
                _ => range::iter(e, &args[0]),
            },
            FlowOp::Format(conversion) => string::typed(match conversion {
                Conversion::None | Conversion::Str => operations::str(e, &args[0]),
                Conversion::Repr => operations::repr(e, &args[0]),
                Conversion::Ascii => operations::ascii(e, &args[0]),
            }),
            FlowOp::Concat => {
                let pieces: Vec<Value> = args.iter().map(Typed::one).collect();
                string::typed(string::concat(e, &pieces))
            }
            FlowOp::Refine(_) | FlowOp::RevealType => args[0].clone(),
            FlowOp::MatchException => match wanted.single() {
                Some(Member::Bool(Some(known))) => boolean::typed(e.bool(*known)),
                _ => {
                    let classes = exception_classes(&args[1]);
                    boolean::typed(instance::is_instance(e, args[0].one(), &classes))
                }
            },
            FlowOp::AttachContext => {
                e.helper("instance", "ll_attach_context", &[args[0].one(), args[1].one()]);
                return nothing;
            }
            FlowOp::Raise => {
                let exc = instance::to_exception(e, &args[0]);
                e.op0(LlOp::Raise, &[exc]);
                return nothing;
            }
            FlowOp::RaiseFrom => {
                let exc = instance::to_exception(e, &args[0]);
                let exception = Annotation::of(Member::Instance(BASE_EXCEPTION));
                let cause = e.dispatch(&args[1], &exception, &mut |e, cause| match cause.member() {
                    Member::None => Emitter::exception(e.null(EXCEPTION)),
                    _ => Emitter::exception(instance::to_exception(e, &cause)),
                });
                let cause = cause.one();
                e.helper("instance", "ll_set_cause", &[exc, cause]);
                e.op0(LlOp::Raise, &[exc]);
                return nothing;
            }
            FlowOp::Reraise => {
                e.op0(LlOp::Reraise, &[args[0].one()]);
                return nothing;
            }
        };
        vec![result]
    }

    fn constant(&mut self, c: &Constant, wanted: &Annotation) -> Typed {
        let e = &mut self.e;
        let m = wanted.single().cloned().unwrap_or(Member::None);
        let v = match c {
            Constant::Bool(b) => vec![e.bool(*b)],
            Constant::Int(n) => {
                let n = i64::try_from(n).expect("the annotator rejects ints beyond 64 bits");
                vec![e.int(n)]
            }
            Constant::Float(x) => vec![e.float(*x)],
            Constant::Str(text) => vec![e.string(text)],
            Constant::Library(module, name) => builtins::library_value(e, module, name),
            Constant::Typing(name) if &**name == "TYPE_CHECKING" => vec![e.bool(false)],
            _ => vec![],
        };
        Typed::new(m, v)
    }

    fn load_global(&mut self, g: GlobalId) -> Typed {
        let s = self.analysis.globals[g].clone();
        let cells = self.e.l.global_cells(g, &s);
        let types = components(&s);
        let v = cells.iter().zip(types).map(|(&cell, ty)| self.e.op1(LlOp::LoadCell(cell), &[], ty)).collect();
        Typed { s, v }
    }

    fn store_global(&mut self, g: GlobalId, x: Typed) {
        let s = self.analysis.globals[g].clone();
        let cells = self.e.l.global_cells(g, &s);
        let x = self.e.convert(x, &s);
        for (cell, v) in cells.into_iter().zip(x.v) {
            self.e.op0(LlOp::StoreCell(cell), &[v]);
        }
    }

    /// What a parameter that no argument was given for holds.
    pub fn default(&mut self, func: FuncId, param: usize) -> Typed {
        let default = self.e.l.flow.program.functions[func].params[param].default.clone();
        match default.expect("the annotator checked the arguments") {
            naja_ir::flow::Default::Constant(c) => {
                let s = naja_annotator::constant(&c, self.frame.is_none()).expect("the annotator accepted the default");
                self.constant(&c, &s)
            }
            naja_ir::flow::Default::Global(g) => self.load_global(g),
        }
    }
}

/// Can this comparison raise, so that its known answer is no reason to leave it out?
fn op_raises(op: naja_ir::flow::CompareOp) -> bool {
    use naja_ir::flow::CompareOp::*;
    !matches!(op, Eq | Ne | Is | IsNot)
}

/// The classes that an `except` clause names: a class or a tuple of them.
fn exception_classes(x: &Typed) -> Vec<ClassId> {
    fn collect(m: &Member, classes: &mut Vec<ClassId>) {
        match m {
            Member::ExceptionClass(class) => classes.push(*class),
            Member::Tuple(items) => items.iter().flat_map(|s| s.members()).for_each(|m| collect(m, classes)),
            _ => {}
        }
    }
    let mut classes = Vec::new();
    x.s.members().iter().for_each(|m| collect(m, &mut classes));
    classes
}

fn check_bound(e: &mut Emitter, x: &Typed, name: &Name, scope: Scope, wanted: &Annotation) -> Typed {
    if !x.s.members().contains(&Member::Unbound) {
        return x.clone();
    }
    let bound = x.s.filter(|m| *m != Member::Unbound);
    let raise = |e: &mut Emitter| match scope {
        Scope::Local => e.raise(
            "UnboundLocalError",
            &format!("cannot access local variable '{name}' where it is not associated with a value"),
        ),
        Scope::Global => e.raise("NameError", &format!("name '{name}' is not defined")),
    };
    if bound.is_never() {
        raise(e);
        return e.unreachable(wanted);
    }
    let blocks = e.switch_on_member(x);
    let (join, params) = e.new_block(&components(&bound));
    let members = x.s.members().to_vec();
    for (m, block) in members.iter().zip(blocks) {
        e.block = block;
        if *m == Member::Unbound {
            raise(e);
        } else {
            let one = e.extract(x, m);
            let held = e.convert(one, &bound);
            e.jump(join, &held.v);
        }
    }
    e.block = join;
    Typed { s: bound, v: params }
}

/// `v1, ..., vn = x`.
fn unpack(e: &mut Emitter, x: &Typed, n: usize, results: &[Annotation]) -> Vec<Typed> {
    let whole = Annotation::of(Member::Tuple(results.to_vec()));
    let tuple = e.dispatch(x, &whole, &mut |e, x| match x.member() {
        Member::Tuple(items) if items.len() == n => x,
        Member::Tuple(items) => {
            let message = if items.len() > n {
                format!("too many values to unpack (expected {n})")
            } else {
                format!("not enough values to unpack (expected {n}, got {})", items.len())
            };
            e.raise("ValueError", &message);
            e.unreachable(&whole)
        }
        Member::Range(_) => {
            let count = range::count(e, &x);
            let items = (0..n).map(|i| {
                let i = e.int(i as i64);
                let offset = e.prim(Prim::IntMul, &[i, x.v[2]]);
                crate::reprs::int::typed(e.prim(Prim::IntAdd, &[x.v[0], offset]))
            });
            let items: Vec<Typed> = items.collect();
            let expected = e.int(n as i64);
            e.helper("range", "ll_check_count", &[count, expected]);
            e.new_tuple(items)
        }
        other => {
            let message = format!("cannot unpack non-iterable {} object", operations::type_name(other));
            e.raise("TypeError", &message);
            e.unreachable(&whole)
        }
    });
    e.tuple_items(&tuple)
}

/// `x[i]` on tuples and ranges.
fn getitem(e: &mut Emitter, x: &Typed, index: &Typed, wanted: &Annotation) -> Typed {
    e.dispatch(x, wanted, &mut |e, x| {
        e.dispatch(index, wanted, &mut |e, index| match (x.member(), index.member()) {
            (Member::Tuple(_), Member::Int(_) | Member::Bool(_)) => {
                let known = match index.member() {
                    Member::Int(Interval { lo, hi }) if lo == hi => Some(*lo),
                    _ => None,
                };
                let i = crate::reprs::int::as_int(e, &index);
                tuple::getitem(e, &x, i, known, wanted)
            }
            (Member::Range(_), Member::Int(_) | Member::Bool(_)) => {
                let mut args = x.v.clone();
                args.push(crate::reprs::int::as_int(e, &index));
                crate::reprs::int::typed(e.helper1("range", "ll_range_getitem", &args, LlType::I64))
            }
            (container, index) => {
                let message = match container {
                    Member::Tuple(_) | Member::Range(_) => format!(
                        "{} indices must be integers or slices, not {}",
                        operations::type_name(container),
                        operations::type_name(index)
                    ),
                    _ => format!("'{}' object is not subscriptable", operations::type_name(container)),
                };
                e.raise("TypeError", &message);
                e.unreachable(wanted)
            }
        })
    })
}
