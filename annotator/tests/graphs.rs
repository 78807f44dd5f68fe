//! The fixpoint, on flow graphs written by hand.

use naja_annotator::annotation::{Annotation, Interval, Member};
use naja_annotator::display::{display, signature};
use naja_annotator::{Annotations, Functions, Options, annotate};
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::entity::PrimaryMap;
use naja_ir::flow::{
    BinaryOp, CompareOp, Constant, Flow, FlowGraph, FlowOp, FuncId, Function, Global, GlobalId, Module, ModuleId,
    Param, ParamKind, Program, Refinement, Step, UserClass,
};
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::lltype::{LlType, STR, well_known_structs};
use naja_ir::source::{SourceId, Span};

struct World(Program);

impl Functions for World {
    fn program(&self) -> &Program {
        &self.0
    }

    fn ensure_graph(&mut self, _func: FuncId) {}

    fn text(&self, _span: Span) -> &str {
        "x"
    }

    fn python(&mut self, _module: &str, _name: &str) -> Option<FuncId> {
        None
    }

    fn give(&mut self, class: UserClass, name: Name) {
        self.0.give(class, name);
    }
}

/// Every operation has a place of its own.
fn span(n: u32) -> Span {
    Span { source: SourceId::from_u32(0), start: n * 10, end: n * 10 + 1 }
}

impl World {
    fn new() -> World {
        let mut program = Program::default();
        for (name, is_library) in [("__main__", false), ("rlib.test", true)] {
            program.modules.push(Module {
                name: name.into(),
                source: SourceId::from_u32(0),
                body: FuncId::from_u32(0),
                is_library,
                is_builtin: false,
                is_low_level: is_library,
            });
        }
        World(program)
    }

    fn function(&mut self, module: u32, name: &str, params: &[&str]) -> FuncId {
        let mut graph = FlowGraph::new(name.into());
        let entry = graph.entry;
        for &p in params {
            graph.add_param(entry, Some(p.into()));
        }
        let param = |name: &&str| Param {
            name: (*name).into(),
            kind: ParamKind::Normal,
            span: span(900),
            default: None,
            hint: None,
        };
        self.0.functions.push(Function {
            name: name.into(),
            qualname: name.into(),
            module: ModuleId::from_u32(module),
            span: span(800),
            params: params.iter().map(param).collect(),
            returns: None,
            is_generator: false,
            doc: None,
            graph,
        })
    }

    fn global(&mut self, name: &str) -> GlobalId {
        self.0.globals.push(Global {
            name: name.into(),
            module: ModuleId::from_u32(0),
            span: span(700),
            starts_unbound: false,
            init: None,
            hint: None,
        })
    }

    fn edit(&mut self, func: FuncId) -> Edit<'_> {
        let graph = &mut self.0.functions[func].graph;
        let block = graph.entry;
        Edit { graph, block }
    }

    fn run(&mut self, main: FuncId) -> Annotations {
        self.try_run(main, None).unwrap_or_else(|errors| panic!("{errors:#?}"))
    }

    fn try_run(&mut self, main: FuncId, shuffle: Option<u64>) -> Result<Annotations, Vec<Diagnostic>> {
        for function in self.0.functions.values() {
            naja_ir::verify::flow_graph(&function.graph).unwrap();
        }
        let structs = well_known_structs();
        annotate(self, &[(main, vec![])], &Options { structs: &structs, shuffle, ..Options::default() })
    }
}

struct Edit<'a> {
    graph: &'a mut FlowGraph,
    block: Block,
}

impl Edit<'_> {
    fn op(&mut self, kind: FlowOp, args: &[Value]) -> Value {
        let value = self.graph.new_value(None);
        self.op_giving(kind, args, &[value]);
        value
    }

    fn op_giving(&mut self, kind: FlowOp, args: &[Value], results: &[Value]) {
        let place = span(self.graph.blocks.values().map(|b| b.ops.len() as u32).sum());
        self.graph.blocks[self.block].ops.push(Op { kind, args: args.into(), results: results.into(), place });
    }

    fn int(&mut self, n: i64) -> Value {
        self.op(FlowOp::Const(Constant::Int(n.into())), &[])
    }

    fn str(&mut self, s: &str) -> Value {
        self.op(FlowOp::Const(Constant::Str(s.into())), &[])
    }

    fn binary(&mut self, op: BinaryOp, a: Value, b: Value) -> Value {
        self.op(FlowOp::Binary { op, inplace: false }, &[a, b])
    }

    fn call(&mut self, func: FuncId, args: &[Value]) -> Value {
        let mut all = vec![self.op(FlowOp::Const(Constant::Function(func)), &[])];
        all.extend(args);
        self.op(FlowOp::Call { keywords: vec![] }, &all)
    }

    fn builtin(&mut self, name: &str, args: &[Value]) -> Value {
        let mut all = vec![self.op(FlowOp::Const(Constant::Builtin(name.into())), &[])];
        all.extend(args);
        self.op(FlowOp::Call { keywords: vec![] }, &all)
    }

    fn end(&mut self, terminator: Terminator<Flow>) {
        self.graph.blocks[self.block].terminator = terminator;
    }

    fn ret(&mut self, value: Value) {
        self.end(Terminator::Return([value].into_iter().collect()));
    }

    fn ret_none(&mut self) {
        let none = self.op(FlowOp::Const(Constant::None), &[]);
        self.ret(none);
    }

    fn block(&mut self, params: usize) -> (Block, Vec<Value>) {
        let block = self.graph.new_block();
        let params = (0..params).map(|_| self.graph.add_param(block, None)).collect();
        (block, params)
    }

    fn jump(&mut self, block: Block, args: &[Value]) {
        self.end(Terminator::Jump(Link::new(block, args.iter().copied())));
    }

    fn branch(&mut self, cond: Value) -> (Block, Block) {
        let (then, _) = self.block(0);
        let (otherwise, _) = self.block(0);
        self.end(Terminator::Branch { cond, then: Link::new(then, []), otherwise: Link::new(otherwise, []) });
        (then, otherwise)
    }
}

/// ```text
/// def fib(n):
///     if n < 2: return n
///     return fib(n - 1) + fib(n - 2)
/// ```
fn fib(world: &mut World) -> FuncId {
    let fib = world.function(0, "fib", &["n"]);
    let mut e = world.edit(fib);
    let n = e.graph.params()[0];
    let two = e.int(2);
    let less = e.op(FlowOp::Compare(CompareOp::Lt), &[n, two]);
    let (then, otherwise) = e.branch(less);
    e.block = then;
    let small = e.op(FlowOp::Refine(Refinement::Compare(CompareOp::Lt)), &[n, two]);
    e.ret(small);
    e.block = otherwise;
    let large = e.op(FlowOp::Refine(Refinement::Compare(CompareOp::Ge)), &[n, two]);
    let one = e.int(1);
    let a = e.binary(BinaryOp::Sub, large, one);
    let a = e.call(fib, &[a]);
    let b = e.binary(BinaryOp::Sub, large, two);
    let b = e.call(fib, &[b]);
    let sum = e.binary(BinaryOp::Add, a, b);
    e.ret(sum);
    fib
}

#[test]
fn recursion_is_bounded_by_its_test() {
    let mut world = World::new();
    let main = world.function(0, "main", &[]);
    let fib = fib(&mut world);
    let mut e = world.edit(main);
    let n = e.int(35);
    let result = e.call(fib, &[n]);
    e.builtin("print", &[result]);
    e.ret_none();
    let found = world.run(main);
    let spec = found.specs.iter().find(|(_, s)| s.func == fib).unwrap().0;
    assert_eq!(signature(&world.0, &found, spec), "def fib(n: int) -> int");
    let Some(Member::Int(n)) = found.specs[spec].params[0].single() else { panic!() };
    assert_eq!((n.lo, n.hi), (0, 255));
    let Some(Member::Int(result)) = found.specs[spec].result.single() else { panic!() };
    assert_eq!(result.lo, 0);
}

#[test]
fn shuffled_work_gives_the_same_answer() {
    let mut world = World::new();
    let main = world.function(0, "main", &[]);
    let fib = fib(&mut world);
    let mut e = world.edit(main);
    let (n, text) = (e.int(35), e.str("x"));
    let result = e.call(fib, &[n]);
    let half = e.binary(BinaryOp::TrueDiv, result, n);
    e.call(fib, &[half]);
    e.builtin("print", &[text, half]);
    e.ret_none();
    let expected = world.run(main);
    for seed in 0..50 {
        let found = world.try_run(main, Some(seed)).unwrap();
        // Functions may be numbered in another order.
        for spec in expected.specs.values() {
            let same = found.specs.values().find(|s| s.func == spec.func && s.params == spec.params).unwrap();
            assert_eq!(spec.result, same.result);
            for value in world.0.functions[spec.func].graph.values.keys() {
                assert_eq!(spec.values[value], same.values[value], "{value} with seed {seed}");
            }
        }
    }
}

/// ```text
/// total = 0
/// for i in range(1000): total = total + i
/// return total
/// ```
#[test]
fn loops_over_ranges_end_and_know_their_items() {
    let mut world = World::new();
    let main = world.function(0, "main", &[]);
    let mut e = world.edit(main);
    let (zero, n) = (e.int(0), e.int(1000));
    let range = e.builtin("range", &[n]);
    let state = e.op(FlowOp::Iter, &[range]);
    let (head, p) = e.block(2);
    e.jump(head, &[state, zero]);
    e.block = head;
    let (item, rest) = (e.graph.new_value(None), e.graph.new_value(None));
    let (body, q) = e.block(3);
    let (done, r) = e.block(1);
    e.end(Terminator::Next {
        step: Step { iter: p[0], item, rest, span: span(1) },
        body: Link::new(body, [item, rest, p[1]]),
        done: Link::new(done, [p[1]]),
        raised: None,
    });
    e.block = body;
    let total = e.binary(BinaryOp::Add, q[2], q[0]);
    e.jump(head, &[q[1], total]);
    e.block = done;
    e.ret(r[0]);
    let found = world.run(main);
    let spec = &found.specs[found.entries[0]];
    assert_eq!(spec.values[item], Annotation::of(Member::Int(Interval { lo: 0, hi: 999 })));
    assert_eq!(spec.result, Annotation::of(Member::Int(Interval { lo: 0, hi: i64::MAX })));
}

#[test]
fn a_mistake_is_told_with_both_histories_and_does_not_hide_the_next() {
    let mut world = World::new();
    let main = world.function(0, "main", &[]);
    let join = world.function(0, "join", &["a", "b"]);
    let mut e = world.edit(join);
    let (a, b) = (e.graph.params()[0], e.graph.params()[1]);
    let sum = e.binary(BinaryOp::Add, a, b);
    e.ret(sum);
    let mut e = world.edit(main);
    let (text, n) = (e.str("x"), e.int(41));
    let sum = e.call(join, &[text, n]);
    let spoilt = e.binary(BinaryOp::Sub, sum, n);
    e.builtin("print", &[spoilt]);
    e.binary(BinaryOp::Sub, text, n);
    e.ret_none();
    let errors = world.try_run(main, None).unwrap_err();
    let words: Vec<_> = errors.iter().map(|d| (d.code, d.message.as_str())).collect();
    assert_eq!(
        words,
        [("E0312", "`+` has no meaning between str and int"), ("E0312", "`-` has no meaning between str and int"),]
    );
    let related: Vec<_> = errors[0].related.iter().map(|r| r.1.as_str()).collect();
    assert_eq!(related, ["`a` is a str from this call"]);
    assert_eq!(errors[0].help.as_deref(), Some("write `a + str(b)`"));
}

#[test]
fn a_union_works_where_a_member_does() {
    let mut world = World::new();
    let main = world.function(0, "main", &[]);
    let global = world.global("g");
    let mut e = world.edit(main);
    let (text, n) = (e.str("x"), e.int(41));
    e.op_giving(FlowOp::StoreGlobal(global), &[text], &[]);
    e.op_giving(FlowOp::StoreGlobal(global), &[n], &[]);
    let both = e.op(FlowOp::LoadGlobal(global), &[]);
    let sum = e.binary(BinaryOp::Add, both, n);
    let twice = e.binary(BinaryOp::Mul, both, n);
    let same = e.op(FlowOp::Compare(CompareOp::Eq), &[both, text]);
    e.op(FlowOp::Tuple, &[sum, twice, same]);
    e.ret(twice);
    let found = world.run(main);
    let spec = &found.specs[found.entries[0]];
    assert_eq!(display(&found.globals[global], &found.containers), "int | str");
    assert_eq!(display(&spec.values[sum], &found.containers), "int");
    assert_eq!(display(&spec.values[twice], &found.containers), "int | str");
    assert_eq!(display(&spec.values[same], &found.containers), "bool");
}

#[test]
fn library_functions_are_specialised() {
    let mut world = World::new();
    let first = world.function(1, "ll_first", &["s"]);
    let mut e = world.edit(first);
    let s = e.graph.params()[0];
    let zero = e.int(0);
    let byte = e.op(FlowOp::GetItem, &[s, zero]);
    let length = e.op(FlowOp::GetAttr("length".into()), &[s]);
    let sum = e.binary(BinaryOp::Add, byte, length);
    let op = e.op(FlowOp::Const(Constant::Library("rlib.lowlevel".into(), "int_add_flag".into())), &[]);
    let pair = e.op(FlowOp::Call { keywords: vec![] }, &[op, sum, byte]);
    e.ret(pair);
    let mut structs = PrimaryMap::new();
    well_known_structs().values().for_each(|s| {
        structs.push(s.clone());
    });
    let options = Options { structs: &structs, ..Options::default() };
    let param = Annotation::of(Member::Low(LlType::Ptr(STR)));
    let found = annotate(&mut world, &[(first, vec![param])], &options).unwrap();
    assert_eq!(display(&found.specs[found.entries[0]].result, &found.containers), "tuple[i64, bool]");
}
