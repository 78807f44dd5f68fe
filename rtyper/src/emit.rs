//! Writing the low-level graph of one function: operations, guards, and the
//! branching that a union asks for.

use crate::lowering::{HelperParam, Lowering};
use crate::repr::{UnionForm, components, is_unit, member_components, shape, union_form};
use crate::synthesis::Synthesis;
use naja_annotator::annotation::{Annotation, Member};
use naja_annotator::display::class_name;
use naja_ir::builder::Builder;
use naja_ir::classes::{ClassId, exception_class};
use naja_ir::flow::FuncId;
use naja_ir::graph::{Block, Link, Terminator, Value};
use naja_ir::lltype::{BIG_INT, LlType, OBJECT, STR, StructId};
use naja_ir::lowlevel::{LlGraph, LlOp, Low, Place, Static, StaticTail, StaticValue};
use naja_ir::prim::Prim;
use std::collections::HashMap;

/// A high-level value: what it can be, and the components that hold it.
#[derive(Clone, Debug)]
pub struct Typed {
    pub s: Annotation,
    pub v: Vec<Value>,
}

impl Typed {
    pub fn new(m: Member, v: Vec<Value>) -> Typed {
        Typed { s: Annotation::of(m), v }
    }

    /// The only component.
    pub fn one(&self) -> Value {
        let [v] = self.v.as_slice() else { panic!("{:?} has {} components", self.s, self.v.len()) };
        *v
    }

    pub fn member(&self) -> &Member {
        self.s.single().expect("not a union")
    }
}

/// An argument of a library function.
#[derive(Clone, Debug)]
pub enum HelperArg {
    Value(Value),
    Function(Synthesis),
}

/// Writes one low-level graph. Where control cannot go on (behind a raise) the
/// current block is one that nothing links to: what is written there vanishes.
pub struct Emitter<'l, 'a> {
    pub l: &'l mut Lowering<'a>,
    pub graph: LlGraph,
    pub block: Block,
    pub place: Place,
    /// Where what is raised here goes; without it, it leaves the function.
    pub handler: Option<Block>,
    /// The constants among the values, for static objects.
    constants: HashMap<Value, StaticValue>,
}

impl<'l, 'a> Emitter<'l, 'a> {
    pub fn new(l: &'l mut Lowering<'a>, graph: LlGraph, place: Place) -> Emitter<'l, 'a> {
        let block = graph.entry;
        Emitter { l, graph, block, place, handler: None, constants: HashMap::new() }
    }

    // ---- operations ----

    fn builder(&mut self) -> Builder<'_> {
        Builder { graph: &mut self.graph, block: self.block, place: self.place }
    }

    /// An operation; one that may raise under a handler ends its block.
    pub fn op(&mut self, kind: LlOp, args: &[Value], results: &[LlType]) -> Vec<Value> {
        let constant = match &kind {
            LlOp::Int(n) => Some(StaticValue::Int(*n)),
            LlOp::Float(bits) => Some(StaticValue::Float(*bits)),
            LlOp::Bool(b) => Some(StaticValue::Bool(*b)),
            LlOp::Null(_) => Some(StaticValue::Null),
            LlOp::Static(id) => Some(StaticValue::Ptr(*id)),
            LlOp::Cast(_) => self.constants.get(&args[0]).copied(),
            _ => None,
        };
        let may_raise = kind.may_raise();
        let always_raises = kind.always_raises();
        let values = self.builder().op(kind, args, results);
        if let Some(constant) = constant {
            self.constants.insert(values[0], constant);
        }
        if let Some(handler) = self.handler
            && may_raise
        {
            let ok = self.graph.new_block();
            self.builder().guard(Link::new(ok, []), |exc| Link::new(handler, [exc]));
            self.block = ok;
        } else if always_raises {
            self.end(Terminator::Unreachable);
        }
        values
    }

    pub fn op1(&mut self, kind: LlOp, args: &[Value], result: LlType) -> Value {
        self.op(kind, args, &[result])[0]
    }

    pub fn op0(&mut self, kind: LlOp, args: &[Value]) {
        self.op(kind, args, &[]);
    }

    pub fn prim(&mut self, prim: Prim, args: &[Value]) -> Value {
        self.op1(LlOp::Prim(prim), args, prim.row().results[0])
    }

    pub fn int(&mut self, n: i64) -> Value {
        self.op1(LlOp::Int(n), &[], LlType::I64)
    }

    pub fn bool(&mut self, b: bool) -> Value {
        self.op1(LlOp::Bool(b), &[], LlType::Bool)
    }

    pub fn float(&mut self, x: f64) -> Value {
        self.op1(LlOp::Float(x.to_bits()), &[], LlType::F64)
    }

    pub fn null(&mut self, id: StructId) -> Value {
        self.op1(LlOp::Null(id), &[], LlType::Ptr(id))
    }

    pub fn string(&mut self, text: &str) -> Value {
        let id = self.l.string(text);
        self.op1(LlOp::Static(id), &[], LlType::Ptr(STR))
    }

    pub fn static_object(&mut self, object: Static) -> Value {
        let ty = LlType::Ptr(object.ty);
        let id = self.l.intern(object);
        self.op1(LlOp::Static(id), &[], ty)
    }

    pub fn cast(&mut self, id: StructId, p: Value) -> Value {
        if self.graph.values[p] == LlType::Ptr(id) {
            return p;
        }
        let p = match self.graph.values[p] {
            LlType::Ptr(from) if from != OBJECT && id != OBJECT => {
                self.op1(LlOp::Cast(OBJECT), &[p], LlType::Ptr(OBJECT))
            }
            _ => p,
        };
        self.op1(LlOp::Cast(id), &[p], LlType::Ptr(id))
    }

    /// What the value is known to be when the program is compiled.
    pub fn constant(&self, v: Value) -> Option<StaticValue> {
        self.constants.get(&v).copied()
    }

    /// Calls a library function of the low-level dialect.
    pub fn helper(&mut self, module: &str, name: &str, args: &[Value]) -> Typed {
        let args: Vec<HelperArg> = args.iter().map(|&v| HelperArg::Value(v)).collect();
        self.generic_helper(module, name, &args)
    }

    /// The same where some of the arguments are functions that the rtyper writes.
    pub fn generic_helper(&mut self, module: &str, name: &str, args: &[HelperArg]) -> Typed {
        let mut values = Vec::new();
        let mut params = Vec::new();
        for arg in args {
            params.push(match arg {
                HelperArg::Value(v) => {
                    values.push(*v);
                    HelperParam::Value(self.graph.values[*v])
                }
                HelperArg::Function(key) => HelperParam::Function(self.l.synthesize(key.clone())),
            });
        }
        let (func, result) = self.l.generic_helper(module, name, &params);
        let v = self.op(LlOp::Call(func), &values, &components(&result));
        if result.is_never() {
            self.end(Terminator::Unreachable);
        }
        Typed { s: result, v }
    }

    /// Calls a library function of the low-level dialect with these values.
    pub fn call_library(&mut self, func: FuncId, args: &[Value]) -> Typed {
        let params: Vec<HelperParam> = args.iter().map(|&v| HelperParam::Value(self.graph.values[v])).collect();
        let (func, result) = self.l.library(func, &params);
        let v = self.op(LlOp::Call(func), args, &components(&result));
        if result.is_never() {
            self.end(Terminator::Unreachable);
        }
        Typed { s: result, v }
    }

    /// Calls a library function that gives one value.
    pub fn helper1(&mut self, module: &str, name: &str, args: &[Value], ty: LlType) -> Value {
        let result = self.helper(module, name, args);
        match result.v.as_slice() {
            [v] => *v,
            // It always raises for these arguments.
            _ => self.zero(ty),
        }
    }

    /// Calls a function that the rtyper writes itself.
    pub fn call_synthesized(&mut self, key: Synthesis, args: &[Value]) -> Vec<Value> {
        let results = key.results();
        let func = self.l.synthesize(key);
        self.op(LlOp::Call(func), args, &results)
    }

    // ---- control flow ----

    /// Ends the current block; what is written next is reached from nowhere.
    pub fn end(&mut self, terminator: Terminator<Low>) {
        self.builder().end(terminator);
        self.block = self.graph.new_block();
    }

    pub fn jump(&mut self, target: Block, args: &[Value]) {
        self.end(Terminator::Jump(Link::new(target, args.iter().copied())));
    }

    /// A block whose parameters have these types.
    pub fn new_block(&mut self, types: &[LlType]) -> (Block, Vec<Value>) {
        let block = self.graph.new_block();
        let params = types.iter().map(|&ty| self.graph.add_param(block, ty)).collect();
        (block, params)
    }

    /// Goes on in `then` where the condition holds; gives the two blocks.
    pub fn branch(&mut self, cond: Value) -> (Block, Block) {
        let (then, otherwise) = (self.graph.new_block(), self.graph.new_block());
        let link = |b| Link::new(b, []);
        self.end(Terminator::Branch { cond, then: link(then), otherwise: link(otherwise) });
        self.block = then;
        (then, otherwise)
    }

    /// `then() if cond else otherwise()`, of one type.
    pub fn if_else(
        &mut self,
        cond: Value,
        types: &[LlType],
        then: impl FnOnce(&mut Self) -> Vec<Value>,
        otherwise: impl FnOnce(&mut Self) -> Vec<Value>,
    ) -> Vec<Value> {
        let (join, results) = self.new_block(types);
        let (_, other) = self.branch(cond);
        let v = then(self);
        self.jump(join, &v);
        self.block = other;
        let v = otherwise(self);
        self.jump(join, &v);
        self.block = join;
        results
    }

    /// A value of a type, where control never comes or nobody looks.
    pub fn zero(&mut self, ty: LlType) -> Value {
        match ty {
            LlType::Bool => self.bool(false),
            LlType::I64 => self.int(0),
            LlType::F64 => self.float(0.0),
            LlType::Ptr(id) => self.null(id),
            LlType::Addr => {
                let zero = self.int(0);
                self.prim(Prim::IntToAddr, &[zero])
            }
        }
    }

    /// A value where control never comes.
    pub fn unreachable(&mut self, s: &Annotation) -> Typed {
        let v = components(s).into_iter().map(|ty| self.zero(ty)).collect();
        Typed { s: s.clone(), v }
    }

    /// Raises `class(message)`.
    pub fn raise(&mut self, class: &str, message: &str) {
        let class = exception_class(class).expect("a builtin exception");
        let text = self.string(message);
        let args = Typed::new(Member::Tuple(vec![Annotation::of(Member::Str)]), vec![text]);
        let exc = self.new_exception(class, args);
        self.op0(LlOp::Raise, &[exc]);
    }

    /// The name of a value's class, for messages.
    pub fn type_name(&self, m: &Member) -> String {
        match naja_annotator::classes::classes_of(&self.l.containers, m).as_slice() {
            [class] if !matches!(m, Member::Class(_)) => self.l.flow.program.classes[*class].told.to_string(),
            _ => class_name(m),
        }
    }

    /// `class(*args)`, args being a tuple.
    pub fn new_exception(&mut self, class: ClassId, args: Typed) -> Value {
        self.l.use_class(class);
        self.new_exception_of(class.0 as i64, args)
    }

    /// The same for a class of this number.
    pub fn new_exception_of(&mut self, number: i64, args: Typed) -> Value {
        let number = self.int(number);
        self.new_exception_numbered(number, args)
    }

    /// The same for a class whose number is known when the program runs.
    pub fn new_exception_numbered(&mut self, number: Value, args: Typed) -> Value {
        let object = self.exception_args(args);
        self.call_synthesized(Synthesis::NewException, &[number, object])[0]
    }

    /// A tuple as exceptions hold their arguments.
    pub fn exception_args(&mut self, args: Typed) -> Value {
        let to = self.l.exception_args.clone();
        self.make_object(args, &to)
    }

    // ---- unions ----

    /// Runs `f` for each member that `x` can be, with x as that member alone,
    /// and joins what it gives as `result`.
    pub fn dispatch(&mut self, x: &Typed, result: &Annotation, f: &mut dyn FnMut(&mut Self, Typed) -> Typed) -> Typed {
        if x.s.members().len() < 2 {
            let r = if x.s.is_never() { self.unreachable(result) } else { f(self, x.clone()) };
            return self.convert(r, result);
        }
        let (join, params) = self.new_block(&components(result));
        let blocks = self.switch_on_member(x);
        for (m, block) in x.s.members().iter().zip(blocks) {
            self.block = block;
            let one = self.extract(x, m);
            let r = f(self, one);
            let r = self.convert(r, result);
            self.jump(join, &r.v);
        }
        self.block = join;
        Typed { s: result.clone(), v: params }
    }

    /// Branches on what a union is: one block for each member, in their order.
    pub fn switch_on_member(&mut self, x: &Typed) -> Vec<Block> {
        let members = x.s.members().to_vec();
        let blocks: Vec<Block> = members.iter().map(|_| self.graph.new_block()).collect();
        let link = |i: usize| Link::new(blocks[i], []);
        match union_form(&x.s) {
            UnionForm::Tags | UnionForm::Scalars => {
                let cases: Vec<(Vec<i64>, Block)> =
                    members.iter().zip(&blocks).map(|(m, &block)| (vec![self.l.tag(m)], block)).collect();
                self.switch(x.v[0], &cases);
            }
            UnionForm::Nullable(_) => {
                let unit = members.iter().position(is_unit).expect("a nullable union has a unit");
                let is_null = self.op1(LlOp::IsNull, &[x.v[0]], LlType::Bool);
                self.end(Terminator::Branch { cond: is_null, then: link(unit), otherwise: link(1 - unit) });
            }
            UnionForm::Object => {
                let null = members.iter().position(is_unit);
                if let Some(unit) = null {
                    let is_null = self.op1(LlOp::IsNull, &[x.v[0]], LlType::Bool);
                    let rest = self.graph.new_block();
                    self.end(Terminator::Branch { cond: is_null, then: link(unit), otherwise: Link::new(rest, []) });
                    self.block = rest;
                }
                let others: Vec<usize> = (0..members.len()).filter(|&i| Some(i) != null).collect();
                let cases: Vec<(Vec<i64>, Block)> = others
                    .iter()
                    .map(|&i| (self.struct_numbers(&members[i]), blocks[i]))
                    .filter(|(numbers, _)| !numbers.is_empty())
                    .collect();
                match cases.as_slice() {
                    [] => self.end(Terminator::Unreachable),
                    [(_, only)] => self.jump(*only, &[]),
                    _ => {
                        let number = self.op1(LlOp::TypeId, &[x.v[0]], LlType::I64);
                        self.switch(number, &cases);
                    }
                }
            }
        }
        blocks
    }

    /// The structs of the objects that a member can be, where a union holds it.
    fn struct_numbers(&mut self, m: &Member) -> Vec<i64> {
        match m {
            Member::Object(sites) => sites.iter().map(|site| self.l.object_struct(site).as_u32() as i64).collect(),
            Member::Generator(sites) => sites.iter().map(|site| self.l.generator(site).frame.as_u32() as i64).collect(),
            m => vec![self.l.box_struct(m).as_u32() as i64],
        }
    }

    /// Goes on in the block one of whose numbers it is. The last case is the default: one
    /// of them holds.
    pub fn switch(&mut self, value: Value, cases: &[(Vec<i64>, Block)]) {
        let link = |b: Block| Link::new(b, []);
        let ((_, last), first) = cases.split_last().expect("there is a case");
        match first {
            [] => self.end(Terminator::Jump(link(*last))),
            [(numbers, only)] if numbers.len() == 1 => {
                let number = self.int(numbers[0]);
                let cond = self.prim(Prim::IntEq, &[value, number]);
                self.end(Terminator::Branch { cond, then: link(*only), otherwise: link(*last) });
            }
            _ => {
                let cases = first.iter().flat_map(|(numbers, b)| numbers.iter().map(|&n| (n, link(*b)))).collect();
                self.end(Terminator::Switch { value, cases, default: link(*last) });
            }
        }
    }

    /// x, which is known to be this member, by itself.
    pub fn extract(&mut self, x: &Typed, m: &Member) -> Typed {
        if let Some(only) = x.s.single() {
            debug_assert!(only.same_kind(m), "{only:?} is not {m:?}");
            let from = Typed::new(only.clone(), x.v.clone());
            return self.convert(from, &Annotation::of(m.clone()));
        }
        let held = x.s.members().iter().find(|k| k.same_kind(m)).expect("a member of the union").clone();
        let v = if is_unit(&held) {
            vec![]
        } else {
            match union_form(&x.s) {
                UnionForm::Tags => vec![],
                UnionForm::Scalars => {
                    let payload = x.v[1];
                    vec![match held {
                        Member::Bool(_) => {
                            let zero = self.int(0);
                            self.prim(Prim::IntNe, &[payload, zero])
                        }
                        Member::Float => self.prim(Prim::FloatFromBits, &[payload]),
                        _ => payload,
                    }]
                }
                UnionForm::Nullable(_) => x.v.clone(),
                UnionForm::Object => self.unbox(x.v[0], &held),
            }
        };
        let from = Typed::new(held, v);
        self.convert(from, &Annotation::of(m.clone()))
    }

    fn unbox(&mut self, object: Value, m: &Member) -> Vec<Value> {
        if let Member::Object(_) | Member::Generator(_) = m {
            return vec![object];
        }
        let id = self.l.box_struct(m);
        match m {
            Member::Str
            | Member::Bytes
            | Member::ByteArray
            | Member::BigInt
            | Member::Instance(_)
            | Member::Error(..) => {
                vec![self.cast(id, object)]
            }
            Member::Container(..) => vec![object],
            // A tuple that is a pointer by itself stays one.
            Member::Tuple(_) if member_components(m) == [LlType::Ptr(OBJECT)] && !self.is_flat_object(m) => {
                vec![object]
            }
            _ => {
                let p = self.cast(id, object);
                member_components(m)
                    .into_iter()
                    .enumerate()
                    .map(|(i, ty)| self.op1(LlOp::GetField(id, i), &[p], ty))
                    .collect()
            }
        }
    }

    /// A flat tuple whose only component happens to be an object.
    fn is_flat_object(&self, m: &Member) -> bool {
        matches!(m, Member::Tuple(items) if crate::repr::flat_tuple(items).is_some())
    }

    /// One member as an object: itself, or a box. Boxes of constants are static.
    pub fn make_box(&mut self, x: &Typed) -> Value {
        let m = x.member().clone();
        if let Member::Object(_) | Member::Generator(_) = m {
            return x.v[0];
        }
        let id = self.l.box_struct(&m);
        let already = match &m {
            Member::Str
            | Member::Bytes
            | Member::ByteArray
            | Member::BigInt
            | Member::Container(..)
            | Member::Error(..)
            | Member::Instance(_) => true,
            Member::Tuple(_) => member_components(&m) == [LlType::Ptr(OBJECT)] && !self.is_flat_object(&m),
            _ => false,
        };
        if already {
            return self.cast(OBJECT, x.v[0]);
        }
        let p = self.new_object(id, &x.v);
        self.cast(OBJECT, p)
    }

    /// A new immutable object with these fields; static where all are constants.
    pub fn new_object(&mut self, id: StructId, fields: &[Value]) -> Value {
        let constants: Option<Vec<StaticValue>> = fields.iter().map(|&v| self.constant(v)).collect();
        if let Some(fields) = constants {
            return self.static_object(Static { ty: id, fields, tail: StaticTail::None });
        }
        let p = self.op1(LlOp::New(id), &[], LlType::Ptr(id));
        for (i, &v) in fields.iter().enumerate() {
            self.op0(LlOp::SetField(id, i), &[p, v]);
        }
        p
    }

    /// Any value as `*Object`, as a union of the form `Object` holds it.
    fn make_object(&mut self, x: Typed, to: &Annotation) -> Value {
        let x = self.convert(x, to);
        debug_assert_eq!(components(to), [LlType::Ptr(OBJECT)]);
        x.one()
    }

    /// The same value, held as another annotation asks. Where the new annotation
    /// has fewer members, x is known to be one of them.
    pub fn convert(&mut self, x: Typed, to: &Annotation) -> Typed {
        let (from_shape, to_shape) = (shape(&x.s), shape(to));
        if from_shape == to_shape || to.is_never() {
            let v = if to.is_never() { vec![] } else { x.v };
            return Typed { s: to.clone(), v };
        }
        if x.s.is_never() {
            return self.unreachable(to);
        }
        let v = match (x.s.single(), to.single()) {
            (Some(Member::Tuple(_)), Some(Member::Tuple(to_items))) => self.convert_tuple(&x, &to_items.clone()),
            (Some(Member::Int(_) | Member::Low(LlType::I64)), Some(Member::BigInt)) => {
                vec![self.helper1("bigint", "ll_big_from_int", &x.v, LlType::Ptr(BIG_INT))]
            }
            (Some(Member::RangeIter(_)), Some(Member::RangeIter(_))) => crate::reprs::range::general(self, &x),
            (Some(a), Some(b)) if a.same_kind(b) && has_parts(a) => {
                let (a, b) = (a.clone(), b.clone());
                self.convert_parts(&x.v, &a, &b)
            }
            (Some(Member::TupleIter(items)), Some(Member::TupleIter(to_items))) => {
                let tuple = Typed::new(Member::Tuple(items.clone()), x.v[1..].to_vec());
                let mut v = vec![x.v[0]];
                v.extend(self.convert_tuple(&tuple, to_items));
                v
            }
            // Str and *Str, Float and F64, Int and I64, an exception and its pointer are held alike.
            (Some(_), Some(_)) if components(&x.s) == components(to) => x.v,
            // The annotator knows that control does not come here: what gave x raised.
            (Some(_), Some(_)) => {
                self.end(Terminator::Unreachable);
                return self.unreachable(to);
            }
            (None, Some(m)) => self.extract(&x, &m.clone()).v,
            (Some(m), None) => self.wrap(&x, &m.clone(), to),
            (None, None) => match (union_form(&x.s), union_form(to)) {
                (UnionForm::Tags, UnionForm::Tags) | (UnionForm::Scalars, UnionForm::Scalars) => x.v,
                (UnionForm::Tags, UnionForm::Scalars) => {
                    let payload = self.int(0);
                    vec![x.v[0], payload]
                }
                (UnionForm::Scalars, UnionForm::Tags) => vec![x.v[0]],
                _ => {
                    // Only the members that both have can come.
                    let common = x.s.filter(|m| to.members().iter().any(|k| k.same_kind(m)));
                    let narrowed = Typed { s: x.s.clone(), v: x.v };
                    let (join, params) = self.new_block(&components(to));
                    let blocks = self.switch_on_member(&narrowed);
                    for (m, block) in narrowed.s.members().to_vec().iter().zip(blocks) {
                        self.block = block;
                        if !common.members().contains(m) {
                            self.end(Terminator::Unreachable);
                            continue;
                        }
                        let one = self.extract(&narrowed, m);
                        let v = self.wrap(&one, m, to);
                        self.jump(join, &v);
                    }
                    self.block = join;
                    params
                }
            },
        };
        Typed { s: to.clone(), v }
    }

    /// The parts of a closure, a slice or the state of a loop, each as the other has it.
    fn convert_parts(&mut self, v: &[Value], a: &Member, b: &Member) -> Vec<Value> {
        let n: usize = a.inner().iter().map(|s| components(s).len()).sum();
        // Before the parts stands what is held alike.
        let mut at = v.len() - n;
        let mut converted = v[..at].to_vec();
        for (from, to) in a.inner().iter().zip(b.inner()) {
            let part = Typed { s: from.clone(), v: v[at..at + components(from).len()].to_vec() };
            at += part.v.len();
            converted.extend(self.convert(part, to).v);
        }
        converted
    }

    // ---- the items of containers ----

    /// A value as a container of such items stores it: one word.
    pub fn stored(&mut self, x: &Typed, s: &Annotation) -> Value {
        let x = self.convert(x.clone(), s);
        match x.v.as_slice() {
            [] => self.bool(false),
            &[v] => match self.graph.values[v] {
                LlType::Ptr(_) => self.cast(OBJECT, v),
                LlType::Addr => self.prim(Prim::AddrToInt, &[v]),
                _ => v,
            },
            several => {
                let types: Vec<LlType> = components(s);
                let id = self.l.item_struct(&types);
                let p = self.new_object(id, several);
                self.cast(OBJECT, p)
            }
        }
    }

    /// The value that is stored so.
    pub fn unstored(&mut self, v: Value, s: &Annotation) -> Typed {
        let types = components(s);
        let v = match types.as_slice() {
            [] => vec![],
            [LlType::Ptr(id)] => vec![self.cast(*id, v)],
            [_] => vec![v],
            several => {
                let id = self.l.item_struct(several);
                let p = self.cast(id, v);
                several.iter().enumerate().map(|(i, &ty)| self.op1(LlOp::GetField(id, i), &[p], ty)).collect()
            }
        };
        Typed { s: s.clone(), v }
    }

    fn convert_tuple(&mut self, x: &Typed, to_items: &[Annotation]) -> Vec<Value> {
        let items = self.tuple_items(x);
        let converted: Vec<Typed> = items.into_iter().zip(to_items).map(|(i, s)| self.convert(i, s)).collect();
        self.tuple_from(&converted, to_items)
    }

    /// The components of a union that is this one member.
    fn wrap(&mut self, x: &Typed, m: &Member, to: &Annotation) -> Vec<Value> {
        let wanted = to.members().iter().find(|k| k.same_kind(m));
        let Some(wanted) = wanted.cloned() else {
            // As above: control does not come here.
            self.end(Terminator::Unreachable);
            return self.unreachable(to).v;
        };
        let x = self.convert(x.clone(), &Annotation::of(wanted.clone()));
        match union_form(to) {
            UnionForm::Tags => vec![self.tag(&wanted)],
            UnionForm::Scalars => {
                let tag = self.tag(&wanted);
                let payload = match wanted {
                    Member::Bool(_) => self.prim(Prim::BoolToInt, &[x.v[0]]),
                    Member::Float => self.prim(Prim::FloatBits, &[x.v[0]]),
                    Member::Int(_) | Member::ExceptionType(_) => x.v[0],
                    _ => self.int(0),
                };
                vec![tag, payload]
            }
            UnionForm::Nullable(LlType::Ptr(id)) if is_unit(&wanted) => vec![self.null(id)],
            UnionForm::Nullable(_) => x.v,
            UnionForm::Object => {
                let null = to.members().iter().find(|k| is_unit(k));
                if null == Some(&wanted) { vec![self.null(OBJECT)] } else { vec![self.make_box(&x)] }
            }
        }
    }

    fn tag(&mut self, m: &Member) -> Value {
        let tag = self.l.tag(m);
        self.int(tag)
    }

    // ---- tuples ----

    /// The items of a tuple, each by itself.
    pub fn tuple_items(&mut self, x: &Typed) -> Vec<Typed> {
        let Member::Tuple(items) = x.member().clone() else { panic!("{:?} is not a tuple", x.s) };
        let types: Vec<LlType> = items.iter().flat_map(components).collect();
        let flat: Vec<Value> = if crate::repr::flat_tuple(&items).is_some() {
            x.v.clone()
        } else {
            let id = self.l.box_struct(x.member());
            let p = self.cast(id, x.v[0]);
            types.iter().enumerate().map(|(i, &ty)| self.op1(LlOp::GetField(id, i), &[p], ty)).collect()
        };
        let mut at = 0;
        items
            .into_iter()
            .map(|s| {
                let n = components(&s).len();
                at += n;
                Typed { v: flat[at - n..at].to_vec(), s }
            })
            .collect()
    }

    /// The components of the tuple of these items, which have these annotations.
    pub fn tuple_from(&mut self, items: &[Typed], annotations: &[Annotation]) -> Vec<Value> {
        let flat: Vec<Value> = items.iter().flat_map(|i| i.v.iter().copied()).collect();
        if crate::repr::flat_tuple(annotations).is_some() {
            return flat;
        }
        let id = self.l.box_struct(&Member::Tuple(annotations.to_vec()));
        let p = self.new_object(id, &flat);
        vec![self.cast(OBJECT, p)]
    }

    pub fn new_tuple(&mut self, items: Vec<Typed>) -> Typed {
        let annotations: Vec<Annotation> = items.iter().map(|i| i.s.clone()).collect();
        let v = self.tuple_from(&items, &annotations);
        Typed::new(Member::Tuple(annotations), v)
    }

    /// `x` as an exception, where it is one.
    pub fn exception(v: Value) -> Typed {
        Typed::new(Member::Instance(naja_ir::classes::BASE_EXCEPTION), vec![v])
    }
}

/// Do annotations inside it decide how it is held? (Tuples are converted by themselves.)
fn has_parts(m: &Member) -> bool {
    match m {
        Member::Tuple(_) | Member::TupleIter(_) => false,
        Member::Method(m, _) => has_parts(m),
        m => !m.inner().is_empty(),
    }
}
