//! Random programs: structured code over a few variables, every block taking
//! all of them as parameters. Each must do the same after every pass.

use super::{assemble, behaviour};
use crate::interpreter::Trap;
use crate::opt::PASSES;
use naja_ir::builder::Builder;
use naja_ir::entity::EntityRef;
use naja_ir::graph::{Block, Graph, Link, Terminator, Value};
use naja_ir::lltype::{EXCEPTION, LlType, StructId, TRACEBACK};
use naja_ir::lowlevel::*;
use naja_ir::prim::Prim;
use naja_ir::smallvec;
use naja_ir::source::{SourceId, Span};
use naja_ir::{print, verify};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, max_shrink_iters: 4000, ..ProptestConfig::default() })]

    #[test]
    fn passes_keep_what_programs_do(choices in prop::collection::vec(any::<u8>(), 0..600)) {
        check(&choices);
    }
}

/// Many more, for a long run: `NAJA_RANDOM=100000 cargo test -p naja-rtyper long_run`.
#[test]
fn long_run() {
    let n: u64 = std::env::var("NAJA_RANDOM").ok().and_then(|n| n.parse().ok()).unwrap_or(0);
    let from: u64 = std::env::var("NAJA_RANDOM_FROM").ok().and_then(|n| n.parse().ok()).unwrap_or(0);
    for seed in from..from + n {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x1234_5678;
        let choices: Vec<u8> = (0..100 + seed % 700)
            .map(|_| {
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                (state >> 56) as u8
            })
            .collect();
        if std::panic::catch_unwind(|| check(&choices)).is_err() {
            panic!("seed {seed}");
        }
    }
}

fn check(choices: &[u8]) {
    let mut program = generate(choices);
    if let Err(problem) = verify::ll_program(&program, false) {
        panic!("the generator made a bad program: {problem}\n{}", printed(&program));
    }
    let expected = behaviour(&program, 100_000);
    match expected.status {
        Ok(_) | Err(Trap::Uncaught) => {}
        Err(Trap::OutOfSteps | Trap::OutOfMemory | Trap::TooDeep) => return,
        Err(trap) => panic!("the generator made a bad program: {trap}\n{}", printed(&program)),
    }
    for pass in PASSES {
        let before = program.clone();
        (pass.run)(&mut program);
        if let Err(problem) = verify::ll_program(&program, false) {
            panic!("{} broke {problem}\n{}\n-----\n{}", pass.name, printed(&before), printed(&program));
        }
        let actual = behaviour(&program, 1_000_000);
        assert!(
            actual == expected,
            "{} changed what this does: {:?} {:?}\nnow {:?} {:?}\n{}\n-----\n{}",
            pass.name,
            expected.status,
            words(&expected.written),
            actual.status,
            words(&actual.written),
            printed(&before),
            printed(&program),
        );
    }
}

fn words(bytes: &[u8]) -> Vec<i64> {
    bytes.chunks(8).map(|c| i64::from_le_bytes(c.try_into().unwrap())).collect()
}

fn printed(program: &LlProgram) -> String {
    let mut text: Vec<String> = Vec::new();
    for func in program.functions.keys() {
        text.push(print::ll_function(program, func));
        // Where things stand matters in tracebacks.
        for (_, data) in program.functions[func].graph.blocks.iter() {
            for op in data.ops.iter().filter(|op| op.kind.may_raise()) {
                let mut chain = vec![];
                let mut at = Some(op.place);
                while let Some(place) = at {
                    let data = &program.places[place];
                    chain.push(format!("{:?}@{}", data.function, data.span.start / 2 + 1));
                    at = data.inlined_at;
                }
                text.push(format!("    # {:?} {:?} at {}\n", op.kind, op.results, chain.join(" < ")));
            }
        }
    }
    text.concat()
}

const N_INTS: usize = 4;
const N_FLOATS: usize = 2;
const TAG: usize = N_INTS + N_FLOATS;
const PAYLOAD: usize = TAG + 1;
const OBJECT: usize = PAYLOAD + 1;
/// The call depth that is left: a parameter that each call makes smaller.
const FUEL: usize = OBJECT + 1;

struct Choices<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Choices<'_> {
    /// One of n; the first when the choices are used up.
    fn of(&mut self, n: usize) -> usize {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        byte as usize % n
    }

    fn more(&self) -> bool {
        self.at < self.bytes.len()
    }
}

fn generate(bytes: &[u8]) -> LlProgram {
    let mut program = assemble::program(
        "cell first: i64 = 5
         cell second: i64 = -3
         cell third: i64 = 0
         fn main() -> (i64):
           block0():
             v0 = int 3
             v1 = int 7
             v2 = int -2
             v3, v4 = call top v0 v1 v2
             guard block1() except v5 block2(v5)
           block1():
             call emit v3
             call emit v4
             return v3
           block2(v6: *Exception):
             call show v6
             return v0
         fn top(v0: i64, v1: i64, v2: i64) -> (i64, i64):
           block0():
             return v0 v1",
    );
    let mut choices = Choices { bytes, at: 0 };
    let n_functions = 1 + choices.of(3);
    let mut functions = vec![program.functions.iter().find(|(_, f)| &*f.name == "top").unwrap().0];
    for i in 1..n_functions {
        functions.push(program.functions.push(LlFunction {
            name: format!("f{i}").into(),
            results: vec![LlType::I64, LlType::I64],
            graph: Graph::new("f".into()),
            is_library: choices.of(3) == 0,
        }));
    }
    // The last functions are the smallest.
    for (i, &func) in functions.iter().enumerate().rev() {
        let size = 4 + choices.of(10 * (n_functions - i)) as i32;
        let mut graph = Graph::new(program.functions[func].name.clone());
        let params: Vec<Value> = (0..3).map(|_| graph.add_param(graph.entry, LlType::I64)).collect();
        let entry = graph.entry;
        let mut writer = Writer {
            callable: &functions[i..],
            func,
            program: &mut program,
            choices: &mut choices,
            graph,
            block: entry,
            vars: vec![],
            handlers: vec![],
            loops: vec![],
            left: size,
        };
        writer.function(&params);
        let graph = writer.graph;
        program.functions[func].graph = graph;
    }
    program
}

struct Writer<'a, 'b> {
    callable: &'a [LlFunc],
    func: LlFunc,
    program: &'a mut LlProgram,
    choices: &'a mut Choices<'b>,
    graph: LlGraph,
    block: Block,
    vars: Vec<Value>,
    handlers: Vec<Block>,
    loops: Vec<Loop>,
    left: i32,
}

#[derive(Clone)]
struct Loop {
    /// Takes the variables and the counter.
    next: Block,
    exit: Block,
    counter: Value,
    n_handlers: usize,
}

impl Writer<'_, '_> {
    fn function(&mut self, params: &[Value]) {
        let object = self.op1(LlOp::New(self.pair()), &[], LlType::Ptr(self.pair()));
        for field in 0..3 {
            self.op(LlOp::SetField(self.pair(), field), &[object, params[1]], &[]);
        }
        let x = self.prim(Prim::IntToFloat, &[params[1]]);
        let y = self.op1(LlOp::Float(2.5f64.to_bits()), &[], LlType::F64);
        let zero = self.int(0);
        self.vars = vec![params[1], params[2], zero, params[0], x, y, zero, params[2], object, params[0]];
        let enough = self.prim(Prim::IntLe, &[params[0], zero]);
        let (stop, go) = (self.graph.new_block(), self.graph.new_block());
        self.end(Terminator::Branch { cond: enough, then: Link::new(stop, []), otherwise: Link::new(go, []) });
        self.block = stop;
        self.end(Terminator::Return(smallvec![params[1], zero]));
        self.block = go;
        self.statements(3);
        while self.left > 0 && self.choices.more() {
            self.statements(3);
        }
        let results = smallvec![self.vars[0], self.vars[1]];
        self.end(Terminator::Return(results));
    }

    fn pair(&self) -> StructId {
        self.program.structs.iter().find(|(_, s)| &*s.name == "Pair").unwrap().0
    }

    fn function_named(&self, name: &str) -> LlFunc {
        self.program.functions.iter().find(|(_, f)| &*f.name == name).unwrap().0
    }

    fn op(&mut self, kind: LlOp, args: &[Value], results: &[LlType]) -> Vec<Value> {
        let function = &self.program.functions[self.func];
        let n = self.program.places.len() as u32;
        let place = self.program.places.push(PlaceData {
            function: (!function.is_library).then(|| function.name.clone()),
            span: Span { source: SourceId::new(0), start: n * 2, end: n * 2 + 1 },
            inlined_at: None,
        });
        let may_raise = kind.may_raise();
        let results = Builder { graph: &mut self.graph, block: self.block, place }.op(kind, args, results);
        if may_raise && let Some(&handler) = self.handlers.last() {
            let exc = self.graph.new_value(LlType::Ptr(EXCEPTION));
            let ok = self.graph.new_block();
            let err = Link::new(handler, self.vars.iter().copied().chain([exc]));
            self.end(Terminator::Guard { exc, ok: Link::new(ok, []), err, guard: Levels(1) });
            self.block = ok;
        }
        results
    }

    fn op1(&mut self, kind: LlOp, args: &[Value], result: LlType) -> Value {
        self.op(kind, args, &[result])[0]
    }

    fn prim(&mut self, prim: Prim, args: &[Value]) -> Value {
        self.op1(LlOp::Prim(prim), args, prim.row().results[0])
    }

    fn int(&mut self, n: i64) -> Value {
        self.op1(LlOp::Int(n), &[], LlType::I64)
    }

    fn end(&mut self, terminator: Terminator<Low>) {
        self.graph.blocks[self.block].terminator = terminator;
    }

    /// A block that takes all variables.
    fn new_block(&mut self) -> Block {
        let block = self.graph.new_block();
        for i in 0..self.vars.len() {
            let ty = self.graph.values[self.vars[i]];
            self.graph.add_param(block, ty);
        }
        block
    }

    fn jump(&mut self, block: Block) {
        let link = Link::new(block, self.vars.iter().copied());
        self.end(Terminator::Jump(link));
    }

    fn enter(&mut self, block: Block) {
        self.block = block;
        self.vars = self.graph.blocks[block].params[..self.vars.len()].to_vec();
    }

    /// Code behind here is never reached.
    fn stop(&mut self) {
        let block = self.new_block();
        self.enter(block);
    }

    fn statements(&mut self, depth: usize) {
        let n = 1 + self.choices.of(4);
        for _ in 0..n {
            if self.left <= 0 {
                return;
            }
            self.left -= 1;
            self.statement(depth);
        }
    }

    fn operand(&mut self) -> Value {
        match self.choices.of(12) {
            n @ 0..8 => self.vars[n % N_INTS],
            8 => self.int(1),
            9 => {
                let n = self.choices.of(20) as i64 - 6;
                self.int(n)
            }
            10 => {
                let n = [i64::MAX, i64::MIN, -1, 1 << 31, 255, 8, 1 << 62, 3][self.choices.of(8)];
                self.int(n)
            }
            _ => self.vars[PAYLOAD],
        }
    }

    fn float_operand(&mut self) -> Value {
        match self.choices.of(6) {
            n @ 0..4 => self.vars[N_INTS + n % N_FLOATS],
            _ => {
                let x = [0.0, -0.0, 1.0, 0.5, 4.0, f64::INFINITY][self.choices.of(6)];
                self.op1(LlOp::Float(x.to_bits()), &[], LlType::F64)
            }
        }
    }

    fn condition(&mut self) -> Value {
        use Prim::*;
        match self.choices.of(8) {
            0 => {
                let (a, b) = (self.float_operand(), self.float_operand());
                let prim = [FloatEq, FloatNe, FloatLt, FloatLe, FloatGt, FloatGe][self.choices.of(6)];
                self.prim(prim, &[a, b])
            }
            1 => {
                let c = self.condition();
                self.prim(BoolNot, &[c])
            }
            _ => {
                let (a, b) = (self.operand(), self.operand());
                let prim = [IntEq, IntNe, IntLt, IntLe, IntGt, IntGe, UintLt, UintLe][self.choices.of(8)];
                self.prim(prim, &[a, b])
            }
        }
    }

    fn statement(&mut self, depth: usize) {
        use Prim::*;
        let target = self.choices.of(N_INTS);
        let compound = if depth > 0 { 24 } else { 16 };
        match self.choices.of(compound) {
            0..3 => {
                let prims = [
                    IntAdd,
                    IntSub,
                    IntMul,
                    IntAnd,
                    IntOr,
                    IntXor,
                    IntShl,
                    IntShr,
                    UintShr,
                    IntClz,
                    IntCtz,
                    IntPopcnt,
                    UintMulHigh,
                ];
                let prim = prims[self.choices.of(prims.len())];
                let args: Vec<Value> = prim.row().args.iter().map(|_| self.operand()).collect();
                self.vars[target] = self.prim(prim, &args);
            }
            3..6 => {
                let prim = [IntAddOvf, IntSubOvf, IntMulOvf][self.choices.of(3)];
                let (a, b) = (self.operand(), self.operand());
                self.vars[target] = self.prim(prim, &[a, b]);
            }
            6 => self.divide(target),
            7 => {
                let c = self.condition();
                let (a, b) = (self.operand(), self.operand());
                self.vars[target] = match self.choices.of(2) {
                    0 => self.op1(LlOp::Select, &[c, a, b], LlType::I64),
                    _ => self.prim(BoolToInt, &[c]),
                };
            }
            8 => {
                let (a, b) = (self.float_operand(), self.float_operand());
                let to = N_INTS + self.choices.of(N_FLOATS);
                self.vars[to] = match self.choices.of(8) {
                    0 => self.prim(FloatNeg, &[a]),
                    1 => {
                        let i = self.operand();
                        self.prim(IntToFloat, &[i])
                    }
                    n => self.prim([FloatAdd, FloatSub, FloatMul, FloatDiv][n % 4], &[a, b]),
                };
                if self.choices.of(3) == 0 {
                    let x = self.float_operand();
                    self.vars[target] = self.prim(FloatToInt, &[x]);
                }
            }
            9 | 10 => {
                let cell = CellId::new(self.choices.of(3));
                if self.choices.of(2) == 0 {
                    self.vars[target] = self.op1(LlOp::LoadCell(cell), &[], LlType::I64);
                } else {
                    let value = self.operand();
                    self.op(LlOp::StoreCell(cell), &[value], &[]);
                }
            }
            11 => {
                let (pair, object) = (self.pair(), self.vars[OBJECT]);
                match self.choices.of(5) {
                    0 => {
                        let new = self.op1(LlOp::New(pair), &[], LlType::Ptr(pair));
                        for field in 0..3 {
                            let value = self.operand();
                            self.op(LlOp::SetField(pair, field), &[new, value], &[]);
                        }
                        self.vars[OBJECT] = new;
                    }
                    1 | 2 => {
                        let field = self.choices.of(3);
                        self.vars[target] = self.op1(LlOp::GetField(pair, field), &[object], LlType::I64);
                    }
                    _ => {
                        let (field, value) = (self.choices.of(2), self.operand());
                        self.op(LlOp::SetField(pair, field), &[object, value], &[]);
                    }
                }
            }
            12 => {
                let emit = self.function_named("emit");
                let value = self.operand();
                self.op(LlOp::Call(emit), &[value], &[]);
            }
            13 | 14 => self.union(target),
            15 => self.call(target),
            16 | 17 => {
                let cond = self.condition();
                let (then, otherwise, join) = (self.new_block(), self.new_block(), self.new_block());
                let link = |block| Link::new(block, self.vars.iter().copied());
                let terminator = Terminator::Branch { cond, then: link(then), otherwise: link(otherwise) };
                self.end(terminator);
                for block in [then, otherwise] {
                    self.enter(block);
                    self.statements(depth - 1);
                    self.jump(join);
                }
                self.enter(join);
            }
            18..21 => self.counted_loop(depth),
            21 | 22 => self.try_except(depth),
            _ => self.leave(),
        }
    }

    /// Python's floor division or remainder, raising where the divisor is 0.
    fn divide(&mut self, target: usize) {
        use Prim::*;
        let (a, b) = (self.operand(), self.operand());
        let zero = self.int(0);
        let is_zero = self.prim(IntEq, &[b, zero]);
        let (raise, go) = (self.graph.new_block(), self.graph.new_block());
        self.end(Terminator::Branch { cond: is_zero, then: Link::new(raise, []), otherwise: Link::new(go, []) });
        self.block = raise;
        self.raise();
        self.block = go;
        let minus = self.int(-1);
        let is_minus = self.prim(IntEq, &[b, minus]);
        let join = self.graph.new_block();
        let result = self.graph.add_param(join, LlType::I64);
        let (negate, go) = (self.graph.new_block(), self.graph.new_block());
        self.end(Terminator::Branch { cond: is_minus, then: Link::new(negate, []), otherwise: Link::new(go, []) });
        self.block = negate;
        let negated = self.prim(IntSubOvf, &[zero, a]);
        self.end(Terminator::Jump(Link::new(join, [negated])));
        self.block = go;
        let q = self.prim(IntDiv, &[a, b]);
        let r = self.prim(IntRem, &[a, b]);
        let exact = self.prim(IntNe, &[r, zero]);
        let (adjust, check) = (self.graph.new_block(), self.graph.new_block());
        let plain = [q, r][self.choices.of(2)];
        self.end(Terminator::Branch { cond: exact, then: Link::new(check, []), otherwise: Link::new(join, [plain]) });
        self.block = check;
        let signs = self.prim(IntXor, &[r, b]);
        let differ = self.prim(IntLt, &[signs, zero]);
        self.end(Terminator::Branch { cond: differ, then: Link::new(adjust, []), otherwise: Link::new(join, [plain]) });
        self.block = adjust;
        let fixed = if plain == q { self.prim(IntAdd, &[q, minus]) } else { self.prim(IntAdd, &[r, b]) };
        self.end(Terminator::Jump(Link::new(join, [fixed])));
        self.block = join;
        self.vars[target] = result;
    }

    /// A tagged int or float: set it, add to it, take it apart.
    fn union(&mut self, target: usize) {
        use Prim::*;
        match self.choices.of(4) {
            0 => {
                let value = self.operand();
                self.vars[TAG] = self.int(0);
                self.vars[PAYLOAD] = value;
            }
            1 => {
                let value = self.float_operand();
                self.vars[TAG] = self.int(1);
                self.vars[PAYLOAD] = self.prim(FloatBits, &[value]);
            }
            n => {
                let (tag, payload) = (self.vars[TAG], self.vars[PAYLOAD]);
                let (int, float) = (self.graph.new_block(), self.graph.new_block());
                let join = self.graph.new_block();
                let new_tag = self.graph.add_param(join, LlType::I64);
                let new_payload = self.graph.add_param(join, LlType::I64);
                if n == 2 {
                    self.end(Terminator::Switch {
                        value: tag,
                        cases: vec![(0, Link::new(int, []))],
                        default: Link::new(float, []),
                    });
                } else {
                    let zero = self.int(0);
                    let cond = self.prim(IntEq, &[tag, zero]);
                    let terminator =
                        Terminator::Branch { cond, then: Link::new(int, []), otherwise: Link::new(float, []) };
                    self.end(terminator);
                }
                self.block = float;
                let x = self.prim(FloatFromBits, &[payload]);
                let y = self.float_operand();
                let sum = self.prim(FloatAdd, &[x, y]);
                let bits = self.prim(FloatBits, &[sum]);
                let one = self.int(1);
                self.end(Terminator::Jump(Link::new(join, [one, bits])));
                self.block = int;
                if self.choices.of(2) == 0 {
                    let other = self.operand();
                    let sum = self.prim(IntAdd, &[payload, other]);
                    let zero = self.int(0);
                    self.end(Terminator::Jump(Link::new(join, [zero, sum])));
                } else {
                    let x = self.prim(IntToFloat, &[payload]);
                    let bits = self.prim(FloatBits, &[x]);
                    let one = self.int(1);
                    self.end(Terminator::Jump(Link::new(join, [one, bits])));
                }
                self.block = join;
                self.vars[TAG] = new_tag;
                self.vars[PAYLOAD] = new_payload;
                self.vars[target] = new_tag;
            }
        }
    }

    fn call(&mut self, target: usize) {
        let func = self.callable[self.choices.of(self.callable.len())];
        let one = self.int(1);
        let fuel = self.prim(Prim::IntSub, &[self.vars[FUEL], one]);
        let (a, b) = (self.operand(), self.operand());
        let results = self.op(LlOp::Call(func), &[fuel, a, b], &[LlType::I64, LlType::I64]);
        self.vars[target] = results[0];
        if self.choices.of(2) == 0 {
            self.vars[(target + 1) % N_INTS] = results[1];
        }
    }

    fn raise(&mut self) {
        let class = self.choices.of(3) as i64;
        let class = self.int(class);
        let exc = self.op1(LlOp::New(EXCEPTION), &[], LlType::Ptr(EXCEPTION));
        self.op(LlOp::SetField(EXCEPTION, 0), &[exc, class], &[]);
        let null = self.op1(LlOp::Null(TRACEBACK), &[], LlType::Ptr(TRACEBACK));
        self.op(LlOp::SetField(EXCEPTION, 3), &[exc, null], &[]);
        self.op(LlOp::Raise, &[exc], &[]);
    }

    /// Return, raise, break or continue.
    fn leave(&mut self) {
        let inner = self.loops.last().filter(|l| l.n_handlers == self.handlers.len()).cloned();
        match (self.choices.of(4), inner) {
            (0, Some(inner)) => self.jump(inner.exit),
            (1, Some(inner)) => {
                let link = Link::new(inner.next, self.vars.iter().copied().chain([inner.counter]));
                self.end(Terminator::Jump(link));
            }
            (2, _) => {
                let results = smallvec![self.vars[0], self.vars[1]];
                self.end(Terminator::Return(results));
            }
            _ => {
                let n_handlers = self.handlers.len();
                self.raise();
                if n_handlers > 0 {
                    return;
                }
            }
        }
        self.stop();
    }

    /// `for i in range(n)`, n at most 6: a constant or a variable.
    fn counted_loop(&mut self, depth: usize) {
        use Prim::*;
        let bound = match self.choices.of(2) {
            0 => {
                let n = self.choices.of(6) as i64;
                self.int(n)
            }
            _ => {
                let (n, mask) = (self.operand(), self.int(3));
                self.prim(IntAnd, &[n, mask])
            }
        };
        let start = self.int(0);
        let header = self.new_block();
        let i = self.graph.add_param(header, LlType::I64);
        let (body, exit) = (self.new_block(), self.new_block());
        let link = Link::new(header, self.vars.iter().copied().chain([start]));
        self.end(Terminator::Jump(link));
        self.enter(header);
        let more = self.prim(IntLt, &[i, bound]);
        let link = |block| Link::new(block, self.vars.iter().copied());
        let terminator = Terminator::Branch { cond: more, then: link(body), otherwise: link(exit) };
        self.end(terminator);
        self.enter(body);
        if self.choices.of(2) == 0 {
            let target = self.choices.of(N_INTS);
            self.vars[target] = i;
        }
        let next = self.new_block();
        let counter = self.graph.add_param(next, LlType::I64);
        self.loops.push(Loop { next, exit, counter: i, n_handlers: self.handlers.len() });
        self.statements(depth - 1);
        self.loops.pop();
        let link = Link::new(next, self.vars.iter().copied().chain([i]));
        self.end(Terminator::Jump(link));
        self.enter(next);
        let one = self.int(1);
        let step = [IntAdd, IntAddOvf][self.choices.of(2)];
        let i = self.prim(step, &[counter, one]);
        let link = Link::new(header, self.vars.iter().copied().chain([i]));
        self.end(Terminator::Jump(link));
        self.enter(exit);
    }

    fn try_except(&mut self, depth: usize) {
        let handler = self.new_block();
        let exc = self.graph.add_param(handler, LlType::Ptr(EXCEPTION));
        self.handlers.push(handler);
        self.statements(depth - 1);
        self.handlers.pop();
        let join = self.new_block();
        self.jump(join);
        self.enter(handler);
        match self.choices.of(3) {
            0 => {
                let show = self.function_named("show");
                self.op(LlOp::Call(show), &[exc], &[]);
            }
            1 => {
                self.op(LlOp::Reraise, &[exc], &[]);
                if self.handlers.is_empty() {
                    self.stop();
                }
            }
            _ => {
                let target = self.choices.of(N_INTS);
                self.vars[target] = self.op1(LlOp::GetField(EXCEPTION, 0), &[exc], LlType::I64);
            }
        }
        self.statements(depth - 1);
        self.jump(join);
        self.enter(join);
    }
}
