//! Lowering one function: its blocks and links, and each operation by its kind.

use crate::call::CallSite;
use crate::emit::{Emitter, Typed};
use crate::generator::Body;
use crate::lowering::Lowering;
use crate::operations;
use crate::repr::components;
use crate::reprs::{bigint, boolean, container, instance, int, iterator, low, object, special, string};
use crate::{builtins, call, items, stars, unpack};
use naja_annotator::annotation::{Annotation, Interval, Member};
use naja_annotator::call::Stars;
use naja_annotator::classes::{is_object, searched_by_loop};
use naja_annotator::containers::{container_operator, joined_tuples, operator_name, slice_bound, view_comparison};
use naja_annotator::wrapping::wrapping;
use naja_annotator::{Annotations, Spec, SpecId};
use naja_ir::Name;
use naja_ir::classes::BASE_EXCEPTION;
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::flow::{
    Base, BinaryOp, CompareOp, Constant, Conversion, Flow, FlowGraph, FlowOp, GlobalId, Scope, Step, UnaryOp,
};
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::lltype::{BYTES, EXCEPTION, LlType};
use naja_ir::lowlevel::{LlFunc, LlGraph, LlOp};
use naja_ir::prim::Prim;
use naja_ir::source::Span;
use std::rc::Rc;

/// Writes the low-level graph of one analysed function; of a generator's, that of the
/// function that resumes it.
pub fn lower(l: &mut Lowering, analysis: &Rc<Annotations>, spec_id: SpecId, func: LlFunc) {
    let spec = &analysis.specs[spec_id];
    let function = l.flow.program.functions[spec.func].clone();
    let module = &l.flow.program.modules[function.module];
    let (is_library, is_low_level) = (module.is_library, module.is_low_level);
    let frame = (!is_library && !function.stands_in()).then(|| function.name.clone());
    let flow = &function.graph;
    let place = l.place(frame.clone(), function.span);

    let graph = LlGraph::new(l.program.functions[func].name.clone());
    let mut e = Emitter::new(l, graph, place);
    let body = function.is_generator.then(|| Body::begin(&mut e, spec, !is_library));
    let start = e.block;
    let mut blocks = SecondaryMap::with_default(start);
    let mut values: SecondaryMap<Value, Vec<Value>> = SecondaryMap::new();
    let order: Vec<Block> = flow.reverse_postorder().into_iter().filter(|&b| spec.reached.contains(b)).collect();
    for &block in &order {
        let is_entry = block == flow.entry;
        blocks[block] = if is_entry { start } else { e.graph.new_block() };
        for (i, &param) in flow.blocks[block].params.iter().enumerate() {
            // The entry's parameters are what callers pass; a generator keeps them.
            values[param] = match &body {
                Some(body) if is_entry => body.params[i].clone(),
                _ => {
                    let s = if is_entry { &spec.params[i] } else { &spec.values[param] };
                    components(s).into_iter().map(|ty| e.graph.add_param(blocks[block], ty)).collect()
                }
            };
        }
    }
    let leave = body.as_ref().map(|body| body.leave);
    let result = spec.result.clone();
    let wrapping = match is_low_level {
        true => EntitySet::new(),
        false => wrapping(&e.l.flow.program, flow, Some(&spec.values)),
    };
    let mut f = FunctionLowering {
        e,
        analysis,
        spec,
        flow,
        blocks,
        values,
        frame,
        is_low_level,
        wrapping,
        result,
        generator: body,
        leave,
    };
    for block in order {
        f.lower_block(block);
    }
    if let Some(body) = f.generator.take() {
        body.split(&mut f.e);
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
    pub is_low_level: bool,
    /// The values that may wrap.
    wrapping: EntitySet<Value>,
    result: Annotation,
    /// What a generator's body needs beside.
    generator: Option<Body>,
    /// Where an exception leaves a generator.
    leave: Option<Block>,
}

impl FunctionLowering<'_, '_, '_> {
    fn lower_block(&mut self, block: Block) {
        let data = &self.flow.blocks[block];
        self.e.block = self.blocks[block];
        let guarded = matches!(data.terminator, Terminator::Guard { .. });
        for (i, op) in data.ops.iter().enumerate() {
            let is_last = i + 1 == data.ops.len();
            let handler = (guarded && is_last).then(|| self.e.new_block(&[LlType::Ptr(EXCEPTION)]));
            self.e.handler = handler.as_ref().map(|(block, _)| *block).or(self.leave);
            self.e.place = self.place(op.place);
            let results = self.op(block, i, op);
            self.e.handler = self.leave;
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
            Terminator::Next { step, body, done, raised } => self.next(step, body, done, raised.as_ref()),
            Terminator::Return(values) => {
                let result = self.value(values[0]);
                if let Some(body) = &self.generator {
                    return body.finish(&mut self.e, result);
                }
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

    fn next(&mut self, step: &Step, body: &Link, done: &Link, raised: Option<&(Value, Link)>) {
        self.e.place = self.place(step.span);
        let state = self.value(step.iter);
        let s_item = self.spec.values[step.item].clone();
        let handler = raised.map(|_| self.e.new_block(&[LlType::Ptr(EXCEPTION)]));
        let is_entered = self.spec.reached.contains(body.target) && !s_item.is_never();
        if is_entered || state.s.members().iter().any(iterator::runs_code) {
            self.e.handler = handler.as_ref().map(|(block, _)| *block).or(self.leave);
            let none = self.e.graph.new_block();
            let (item, rest) = iterator::take(&mut self.e, &state, &s_item, none);
            self.e.handler = self.leave;
            if is_entered {
                self.values[step.item] = self.e.convert(item, &s_item).v;
                self.values[step.rest] = self.e.convert(rest, &self.spec.values[step.rest]).v;
                self.follow(body);
            } else {
                self.e.end(Terminator::Unreachable);
            }
            self.e.block = none;
        }
        self.follow(done);
        if let (Some((block, exc)), Some((v_exc, link))) = (handler, raised) {
            self.e.block = block;
            self.values[*v_exc] = exc;
            self.follow(link);
        }
    }

    /// One operation; the results as they come, before they are held as annotated.
    fn op(&mut self, block: Block, index: usize, op: &Op<Flow>) -> Vec<Typed> {
        let args: Vec<Typed> = op.args.iter().map(|&v| self.value(v)).collect();
        let wanted = op.results.first().map(|&v| self.spec.values[v].clone()).unwrap_or_default();
        let stars = Stars::default();
        let site = CallSite { analysis: self.analysis, spec: self.spec, block, op: index, stars };
        let wraps = op.results.first().is_some_and(|&v| self.wrapping.contains(v));
        let e = &mut self.e;
        let nothing = Vec::new();
        let result = match &op.kind {
            FlowOp::Const(c) => constant(e, c, &wanted),
            FlowOp::Unary(UnaryOp::Neg) if wraps && operations::may_wrap(&args) => {
                let zero = e.int(0);
                let x = int::as_int(e, &args[0]);
                int::wrapping(e, BinaryOp::Sub, zero, x)
            }
            FlowOp::Binary { op, .. }
                if wraps && operations::may_wrap(&args) && !wanted.members().contains(&Member::BigInt) =>
            {
                let (a, b) = (int::as_int(e, &args[0]), int::as_int(e, &args[1]));
                int::wrapping(e, *op, a, b)
            }
            // For those of the types that are ints.
            FlowOp::Binary { op, inplace } if wraps && !wanted.members().contains(&Member::BigInt) => {
                e.dispatch(&args[0], &wanted, &mut |e, a| {
                    e.dispatch(&args[1], &wanted, &mut |e, b| {
                        if operations::may_wrap(&[a.clone(), b.clone()]) {
                            let (a, b) = (int::as_int(e, &a), int::as_int(e, &b));
                            return int::wrapping(e, *op, a, b);
                        }
                        binary(e, site, *op, *inplace, &a, &b, &wanted)
                    })
                })
            }
            FlowOp::Unary(op) => operations::unary(e, *op, &args[0], &wanted),
            // Types for annotations (`int | None`, `tuple[int, int]`) are known by being there.
            FlowOp::Binary { .. } | FlowOp::GetItem if matches!(wanted.single(), Some(Member::Typing(_))) => {
                e.unreachable(&wanted)
            }
            FlowOp::Binary { op, inplace } => binary(e, site, *op, *inplace, &args[0], &args[1], &wanted),
            FlowOp::Compare(op @ (CompareOp::In | CompareOp::NotIn))
                if searched_by_loop(&e.l.flow.program, &e.l.containers, &args[1].s) =>
            {
                let inside = python(e, site, "generator", "contains", &[args[1].clone(), args[0].clone()], &wanted);
                match op {
                    CompareOp::In => inside,
                    _ => boolean::typed(e.prim(Prim::BoolNot, &[inside.one()])),
                }
            }
            FlowOp::Compare(op) if let Some(name) = view_comparison(*op, &args[0].s, &args[1].s) => {
                python(e, site, "dict_view", name, &args, &wanted)
            }
            FlowOp::Compare(op) => match wanted.single() {
                Some(Member::Bool(Some(known))) if !op_raises(*op) => boolean::typed(e.bool(*known)),
                _ => boolean::typed(operations::compare(e, *op, &args[0], &args[1])),
            },
            FlowOp::Truth => match wanted.single() {
                Some(Member::Bool(Some(known))) => boolean::typed(e.bool(*known)),
                _ => boolean::typed(operations::truth(e, &args[0])),
            },
            FlowOp::Tuple => match wanted.single() {
                Some(Member::Container(..)) => container::new_list(e, &args, &wanted),
                _ => e.new_tuple(args),
            },
            FlowOp::List => container::new_list(e, &args, &wanted),
            FlowOp::Set(order) => container::new_set(e, &args, *order, &wanted),
            FlowOp::Dict => container::new_dict(e, &args, &wanted),
            FlowOp::ListAppend => {
                container::append(e, &args[0], &args[1]);
                return nothing;
            }
            FlowOp::SetAdd => {
                container::add(e, &args[0], &args[1]);
                return nothing;
            }
            FlowOp::DictSetItem => {
                container::set_key(e, &args[0], &args[1], &args[2]);
                return nothing;
            }
            FlowOp::ListExtend | FlowOp::SetUpdate | FlowOp::DictUpdate | FlowOp::KeywordsUpdate => {
                let (module, name) = match op.kind {
                    FlowOp::ListExtend => ("list", "extend_by_star"),
                    FlowOp::SetUpdate => ("set", "add_all"),
                    FlowOp::DictUpdate => ("dict", "add_all"),
                    _ => ("dict", "add_keywords"),
                };
                python(e, site, module, name, &args, &Annotation::none());
                return nothing;
            }
            FlowOp::ListToTuple => container::freeze(e, &args[0], &wanted),
            FlowOp::Slice => {
                let args: Vec<Typed> = args.iter().map(|x| special::as_index(e, x)).collect();
                if args.iter().any(|x| x.s.is_never()) {
                    return vec![e.unreachable(&wanted)];
                }
                let args: Vec<Typed> = args.iter().map(|x| bigint::as_bound(e, x, &slice_bound(&x.s))).collect();
                let bounds = [args[0].s.clone(), args[1].s.clone(), args[2].s.clone()];
                Typed::new(Member::Slice(Box::new(bounds)), args.iter().flat_map(|x| x.v.clone()).collect())
            }
            FlowOp::Unpack { n } => {
                let results: Vec<Annotation> = op.results.iter().map(|&v| self.spec.values[v].clone()).collect();
                return unpack::unpack(e, &args[0], *n, &results);
            }
            FlowOp::UnpackStar { before, after } => {
                let results: Vec<Annotation> = op.results.iter().map(|&v| self.spec.values[v].clone()).collect();
                return unpack::unpack_star(e, &args[0], *before, *after, &results);
            }
            FlowOp::Closure(func) => {
                let captured = args.iter().map(|x| x.s.clone()).collect();
                let v = args.iter().flat_map(|x| x.v.iter().copied()).collect();
                Typed::new(Member::Closure(*func, captured), v)
            }
            FlowOp::NewCell => container::new_cell(e, &args[0], &wanted),
            FlowOp::LoadCell => container::load_cell(e, &args[0]),
            FlowOp::StoreCell => {
                container::store_cell(e, &args[0], &args[1]);
                return nothing;
            }
            FlowOp::Items => e.dispatch(&args[0], &wanted, &mut |e, x| match x.member() {
                Member::Object(_) => special::special(e, &x, "__tuple__", &[], &wanted).unwrap_or(x),
                _ => x,
            }),
            FlowOp::StarArgs => match args[0].s.single() {
                Some(Member::Tuple(_)) => args[0].clone(),
                _ => python(e, site, "builtins", "tuple", &args, &wanted),
            },
            FlowOp::CallStar(passed) => {
                let (callee, args) = args.split_first().expect("a call has a callee");
                let (args, keywords, stars) = stars::spread(e, callee, args, passed);
                let site = CallSite { stars, ..site };
                call::call(self, site, callee, &args, &keywords, &wanted)
            }
            FlowOp::Call { keywords } => {
                let (callee, args) = args.split_first().expect("a call has a callee");
                call::call(self, site, callee, args, keywords, &wanted)
            }
            FlowOp::GetAttr(name) => builtins::getattr(e, &args[0], name, &wanted),
            FlowOp::SetAttr(name) if !self.is_low_level => {
                setattr(e, &args[0], name, &args[1]);
                return nothing;
            }
            FlowOp::DelAttr(name) => {
                delattr(e, &args[0], name);
                return nothing;
            }
            FlowOp::SetAttr(name) => {
                low::setattr(e, args[0].one(), name, &args[1]);
                return nothing;
            }
            FlowOp::GetItem => match (args[0].s.single(), args[1].s.single()) {
                (Some(Member::Low(_)), _) => low::getitem(e, args[0].one(), args[1].one()),
                _ => items::get(e, site, &args[0], &args[1], &wanted),
            },
            FlowOp::SetItem if self.is_low_level => {
                low::setitem(e, args[0].one(), args[1].one(), args[2].one());
                return nothing;
            }
            FlowOp::SetItem => {
                items::set(e, site, &args[0], &args[1], &args[2]);
                return nothing;
            }
            FlowOp::DelItem => {
                items::del(e, site, &args[0], &args[1]);
                return nothing;
            }
            FlowOp::LoadGlobal(g) => load_global(e, &self.analysis.globals, *g),
            FlowOp::StoreGlobal(g) => {
                store_global(e, *g, &self.analysis.globals[*g], args[0].clone());
                return nothing;
            }
            FlowOp::CheckBound { name, scope } => check_bound(e, &args[0], name, *scope, &wanted),
            FlowOp::Iter => iterator::iter(e, &args[0], &wanted),
            FlowOp::EndIter => {
                if let Some(close) = e.l.flow.python_function("generator", "close")
                    && self.spec.calls.contains_key(&(block, index, close))
                {
                    python(e, site, "generator", "close", &args, &Annotation::none());
                }
                return nothing;
            }
            FlowOp::Format(conversion) => string::typed(match conversion {
                Conversion::None if args[0].s.members().iter().any(is_object) => {
                    let empty = string::typed(e.string(""));
                    e.dispatch(&args[0], &Annotation::str(), &mut |e, x| {
                        string::typed(match is_object(x.member()) {
                            true => special::format(e, &x, &empty),
                            false => operations::str(e, &x),
                        })
                    })
                    .one()
                }
                Conversion::None | Conversion::Str => operations::str(e, &args[0]),
                Conversion::Repr => operations::repr(e, &args[0]),
                Conversion::Ascii => operations::ascii(e, &args[0]),
            }),
            FlowOp::FormatSpec(conversion) => {
                let x = match conversion {
                    Conversion::None => args[0].clone(),
                    Conversion::Str => string::typed(operations::str(e, &args[0])),
                    Conversion::Repr => string::typed(operations::repr(e, &args[0])),
                    Conversion::Ascii => string::typed(operations::ascii(e, &args[0])),
                };
                let others = x.s.filter(|m| !is_object(m));
                match others == x.s {
                    true => python(e, site, "builtins", "format", &[x, args[1].clone()], &wanted),
                    false => e.dispatch(&x, &wanted, &mut |e, x| match is_object(x.member()) {
                        true => string::typed(special::format(e, &x, &args[1])),
                        false => {
                            let x = e.convert(x, &others);
                            python(e, site, "builtins", "format", &[x, args[1].clone()], &wanted)
                        }
                    }),
                }
            }
            FlowOp::Percent(directive) => {
                let mut args = args.to_vec();
                for n in directive.numbers() {
                    let v = e.int(n);
                    args.push(Typed::new(Member::Int(Interval::constant(n)), vec![v]));
                }
                python(e, site, "percent", "directive", &args, &wanted)
            }
            FlowOp::Concat => {
                let pieces: Vec<Value> = args.iter().map(Typed::one).collect();
                string::typed(string::concat(e, &pieces))
            }
            FlowOp::Refine(_) | FlowOp::RevealType => args[0].clone(),
            FlowOp::Super(class) => e.dispatch(&args[0], &wanted, &mut |e, x| match x.member() {
                m @ (Member::Object(_) | Member::Error(..) | Member::Class(_)) => {
                    Typed::new(Member::Super(*class, Box::new(m.clone())), x.v.clone())
                }
                _ => {
                    e.raise("TypeError", "super(type, obj): obj must be an instance or subtype of type");
                    e.unreachable(&wanted)
                }
            }),
            FlowOp::Yield => {
                let body = self.generator.as_mut().expect("only a generator yields");
                body.give(e, &args[0])
            }
            FlowOp::YieldFrom => {
                let body = self.generator.as_mut().expect("only a generator yields");
                body.give_all(e, &args[0], &wanted)
            }
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
                let exc = self.raised(site, &args[0]);
                self.e.op0(LlOp::Raise, &[exc]);
                return nothing;
            }
            FlowOp::RaiseFrom => {
                let exc = self.raised(site, &args[0]);
                let e = &mut self.e;
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

    /// What `raise x` raises: classes of the program are called.
    fn raised(&mut self, site: CallSite, x: &Typed) -> Value {
        let e = &mut self.e;
        let made: Annotation =
            x.s.members()
                .iter()
                .filter_map(|m| match m {
                    Member::Class(class) => e.l.object_member(*class),
                    m => Some(m.clone()),
                })
                .collect();
        let x = e.dispatch(x, &made, &mut |e, x| match x.member() {
            Member::Class(class) => object::construct(e, site, *class, &[], &[], &made),
            _ => x,
        });
        instance::to_exception(e, &x)
    }
}

/// `x.name = value`
pub fn setattr(e: &mut Emitter, x: &Typed, name: &Name, value: &Typed) {
    e.dispatch(x, &Annotation::none(), &mut |e, x| {
        match x.member() {
            Member::Object(_) | Member::Error(..) | Member::Class(_) => object::set(e, &x, name, value),
            Member::Function(_) | Member::Closure(..) if let Some(held) = builtins::function_attributes(e, &x) => {
                setattr(e, &held, name, value);
            }
            m => {
                let message = format!("'{}' object has no attribute '{name}'", e.type_name(m));
                e.raise("AttributeError", &message);
            }
        }
        Typed::new(Member::None, vec![])
    });
}

/// `del x.name`
pub fn delattr(e: &mut Emitter, x: &Typed, name: &Name) {
    e.dispatch(x, &Annotation::none(), &mut |e, x| match x.member() {
        Member::Object(_) | Member::Error(..) => object::delete(e, &x, name),
        m => {
            let message = format!("'{}' object has no attribute '{name}'", e.type_name(m));
            e.raise("AttributeError", &message);
            Typed::new(Member::None, vec![])
        }
    });
}

/// Binds a global of this annotation.
pub fn store_global(e: &mut Emitter, g: GlobalId, s: &Annotation, x: Typed) {
    let cells = e.l.global_cells(g, s);
    let x = e.convert(x, s);
    for (cell, v) in cells.into_iter().zip(x.v) {
        e.op0(LlOp::StoreCell(cell), &[v]);
    }
}

/// What a parameter that no argument was given for holds.
pub fn default(
    e: &mut Emitter,
    globals: &SecondaryMap<GlobalId, Annotation>,
    default: &naja_ir::flow::Default,
    low_level: bool,
) -> Typed {
    match default {
        naja_ir::flow::Default::Constant(c) => {
            let s = naja_annotator::constant(c, low_level).expect("the annotator accepted the default");
            constant(e, c, &s)
        }
        naja_ir::flow::Default::Global(g) => load_global(e, globals, *g),
        naja_ir::flow::Default::Captured(_) => unreachable!("the caller has the captured values"),
    }
}

fn constant(e: &mut Emitter, c: &Constant, wanted: &Annotation) -> Typed {
    let m = wanted.single().cloned().unwrap_or(Member::None);
    let v = match c {
        Constant::Bool(b) => vec![e.bool(*b)],
        Constant::Int(n) => {
            let word = i64::try_from(n).ok().or_else(|| u64::try_from(n).ok().map(|n| n as i64));
            match (&m, word) {
                (Member::BigInt, _) => vec![bigint::constant(e, n)],
                (_, word) => vec![e.int(word.expect("an int of the library fits 64 bits"))],
            }
        }
        Constant::Float(x) => vec![e.float(*x)],
        Constant::Str(text) => vec![e.string(text)],
        Constant::Bytes(bytes) => {
            let id = e.l.bytes(bytes);
            vec![e.op1(LlOp::Static(id), &[], LlType::Ptr(BYTES))]
        }
        Constant::Library(module, name) => builtins::library_value(e, module, name),
        Constant::Typing(name) if &**name == "TYPE_CHECKING" => vec![e.bool(false)],
        _ => vec![],
    };
    Typed::new(m, v)
}

pub fn load_global(e: &mut Emitter, globals: &SecondaryMap<GlobalId, Annotation>, g: GlobalId) -> Typed {
    let s = globals[g].clone();
    let cells = e.l.global_cells(g, &s);
    let types = components(&s);
    let v = cells.iter().zip(types).map(|(&cell, ty)| e.op1(LlOp::LoadCell(cell), &[], ty)).collect();
    Typed { s, v }
}

/// Can this comparison raise, so that its known answer is no reason to leave it out?
fn op_raises(op: naja_ir::flow::CompareOp) -> bool {
    use naja_ir::flow::CompareOp::*;
    !matches!(op, Eq | Ne | Is | IsNot)
}

/// The classes that an `except` clause names: a class or a tuple of them.
/// The exception classes that an `except` clause, or `isinstance`, names.
pub fn exception_classes(x: &Typed) -> Vec<Base> {
    fn collect(m: &Member, classes: &mut Vec<Base>) {
        match m {
            Member::ExceptionClass(class) => classes.push(Base::Exception(*class)),
            Member::Class(class) => classes.push(Base::User(*class)),
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
        Scope::Free => e.raise(
            "NameError",
            &format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope"),
        ),
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

/// `a op b`: what has a container among its operands is Python of the library.
fn binary(
    e: &mut Emitter,
    site: CallSite,
    op: BinaryOp,
    inplace: bool,
    a: &Typed,
    b: &Typed,
    wanted: &Annotation,
) -> Typed {
    let is_tuple = |x: &Typed| x.s.members().iter().any(|m| matches!(m, Member::Tuple(_)));
    let no_length = op == BinaryOp::Add && is_tuple(a) && is_tuple(b) && {
        let added = e.l.flow.python_function("tuple", "add").expect("tuples are added");
        site.spec.calls.contains_key(&(site.block, site.op, added))
    };
    let operator =
        |a: &Member, b: &Member| container_operator(op, inplace, a, b).or_else(|| joined_tuples(no_length, op, a, b));
    let pairs = || a.s.members().iter().flat_map(|x| b.s.members().iter().map(move |y| (x, y)));
    if pairs().all(|(x, y)| operator(x, y).is_none()) {
        return operations::binary(e, op, inplace, a, b, wanted);
    }
    e.dispatch(a, wanted, &mut |e, a| {
        e.dispatch(b, wanted, &mut |e, b| match operator(a.member(), b.member()) {
            Some((module, name, swapped)) => {
                let name = operator_name(module, name, inplace, a.member());
                let args = if swapped { [b, a.clone()] } else { [a.clone(), b] };
                python(e, site, module, &name, &args, wanted)
            }
            None => operations::binary_cases(e, op, inplace, &a, &b, wanted),
        })
    })
}

/// Calls a function of `rlib/python` that an operation stands for.
pub fn python(e: &mut Emitter, site: CallSite, module: &str, name: &str, args: &[Typed], wanted: &Annotation) -> Typed {
    let func = e.l.flow.python_function(module, name).expect("the annotator found the function");
    call::pass(e, site, func, args, wanted)
}
