//! Graphs as flat instructions: values become numbered slots of an activation,
//! links become lists of moves, and nothing is looked up while the program runs.

use naja_ir::entity::{EntityRef, PrimaryMap, SecondaryMap};
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::lltype::StructId;
use naja_ir::lowlevel::{LlFunc, LlOp, LlProgram, Low, Place, StaticId};
use naja_ir::prim::{Effect, Prim};

/// A value's place in its function's activation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slot(pub u32);

/// A part of one of the tables in [`Code`].
#[derive(Clone, Copy, Debug)]
pub struct Range {
    pub start: u32,
    pub end: u32,
}

impl Range {
    pub fn indices(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A row of [`Code::links`].
#[derive(Clone, Copy, Debug)]
pub struct LinkRef(pub u32);

/// A row of [`Code::sites`].
#[derive(Clone, Copy, Debug)]
pub struct SiteRef(pub u32);

impl SiteRef {
    /// Of a function that waits for nothing.
    pub const NONE: SiteRef = SiteRef(u32::MAX);
}

/// An operation that may raise.
#[derive(Clone, Copy, Debug)]
pub struct Site {
    pub place: Place,
    /// Does the operation leave a frame of its own, beside those of the calls
    /// that were inlined around it?
    pub adds_own: bool,
    pub guard: Option<GuardCode>,
}

#[derive(Clone, Copy, Debug)]
pub struct GuardCode {
    pub exc: Slot,
    pub link: LinkRef,
    pub levels: u32,
}

pub struct LinkCode {
    pub pc: usize,
    pub moves: Range,
    /// A move writes what a later one reads.
    pub at_once: bool,
}

/// What the machine does. Operands first named as in [`LlOp`]; `to` is written.
#[derive(Clone, Copy, Debug)]
pub enum Ins {
    Const {
        to: Slot,
        bits: u64,
    },
    Unary {
        prim: Prim,
        to: Slot,
        a: Slot,
    },
    Binary {
        prim: Prim,
        to: Slot,
        a: Slot,
        b: Slot,
    },
    Flag {
        prim: Prim,
        to: Slot,
        flag: Slot,
        a: Slot,
        b: Slot,
    },
    /// As the flag operation `prim`, but raises; `code` is for the overflow hook.
    Checked {
        prim: Prim,
        code: u64,
        to: Slot,
        a: Slot,
        b: Slot,
        site: SiteRef,
    },
    Select {
        to: Slot,
        c: Slot,
        a: Slot,
        b: Slot,
    },
    Copy {
        to: Slot,
        a: Slot,
    },
    Equal {
        to: Slot,
        a: Slot,
        b: Slot,
    },
    IsNull {
        to: Slot,
        p: Slot,
    },
    TypeId {
        to: Slot,
        p: Slot,
    },
    New {
        to: Slot,
        id: StructId,
    },
    NewTail {
        to: Slot,
        id: StructId,
        n: Slot,
    },
    GetField {
        to: Slot,
        p: Slot,
        id: StructId,
        field: u32,
    },
    SetField {
        p: Slot,
        value: Slot,
        id: StructId,
        field: u32,
    },
    TailLen {
        to: Slot,
        p: Slot,
        id: StructId,
    },
    GetItem {
        to: Slot,
        p: Slot,
        i: Slot,
        id: StructId,
    },
    SetItem {
        p: Slot,
        i: Slot,
        value: Slot,
        id: StructId,
    },
    CopyItems {
        source: StructId,
        target: StructId,
        args: Range,
    },
    LeaveRoom {
        to: Slot,
        p: Slot,
        n: Slot,
        id: StructId,
    },
    TakeRoom {
        to: Slot,
        p: Slot,
        n: Slot,
        id: StructId,
    },
    ForgetRoom {
        p: Slot,
    },
    ItemAddr {
        to: Slot,
        p: Slot,
        i: Slot,
        id: StructId,
    },
    LoadCell {
        to: Slot,
        cell: u32,
    },
    StoreCell {
        cell: u32,
        value: Slot,
    },
    Call {
        func: LlFunc,
        args: Range,
        results: Range,
        site: SiteRef,
    },
    Return {
        values: Range,
    },
    Raise {
        exc: Slot,
        site: SiteRef,
    },
    Jump {
        link: LinkRef,
    },
    Branch {
        cond: Slot,
        then: LinkRef,
        otherwise: LinkRef,
    },
    Switch {
        value: Slot,
        cases: Range,
        default: LinkRef,
    },
    Write {
        to: Slot,
        descriptor: Slot,
        address: Slot,
        n: Slot,
    },
    Read {
        to: Slot,
        descriptor: Slot,
        address: Slot,
        n: Slot,
    },
    ArgsSizes {
        to: Slot,
    },
    Args {
        to: Slot,
        address: Slot,
    },
    Clock {
        to: Slot,
        id: Slot,
    },
    Sleep {
        to: Slot,
        n: Slot,
    },
    /// An operation on files.
    File {
        prim: Prim,
        to: Slot,
        args: Range,
    },
    Exit {
        status: Slot,
    },
    Broken {
        problem: &'static str,
    },
}

pub struct FunctionCode {
    pub entry: usize,
    /// The parameters come first.
    pub slots: u32,
}

/// A whole program.
pub struct Code {
    pub functions: PrimaryMap<LlFunc, FunctionCode>,
    pub instructions: Vec<Ins>,
    pub links: Vec<LinkCode>,
    pub moves: Vec<(Slot, Slot)>,
    pub slots: Vec<Slot>,
    /// Sorted within each switch.
    pub cases: Vec<(i64, LinkRef)>,
    pub sites: Vec<Site>,
    /// Where each block begins, in order.
    blocks: Vec<(usize, LlFunc, Block)>,
}

impl Code {
    /// `statics` says where the objects lie that exist from the start.
    pub fn of(program: &LlProgram, statics: &SecondaryMap<StaticId, u64>) -> Code {
        let mut code = Code {
            functions: PrimaryMap::new(),
            instructions: Vec::new(),
            links: Vec::new(),
            moves: Vec::new(),
            slots: Vec::new(),
            cases: Vec::new(),
            sites: Vec::new(),
            blocks: Vec::new(),
        };
        for func in program.functions.keys() {
            let mut resolver = Resolver {
                program,
                statics,
                code: &mut code,
                slots: SecondaryMap::with_default(UNASSIGNED),
                n_slots: 0,
            };
            let function = resolver.function(func);
            code.functions.push(function);
        }
        code
    }

    /// The function and block of an instruction.
    pub fn location(&self, pc: usize) -> (LlFunc, Block) {
        let i = self.blocks.partition_point(|b| b.0 <= pc) - 1;
        (self.blocks[i].1, self.blocks[i].2)
    }
}

const UNASSIGNED: Slot = Slot(u32::MAX);

struct Resolver<'a> {
    program: &'a LlProgram,
    statics: &'a SecondaryMap<StaticId, u64>,
    code: &'a mut Code,
    slots: SecondaryMap<Value, Slot>,
    n_slots: u32,
}

impl Resolver<'_> {
    fn function(&mut self, func: LlFunc) -> FunctionCode {
        let graph = &self.program.functions[func].graph;
        let order = graph.reverse_postorder();
        for &param in graph.params() {
            self.slot(param);
        }
        let first_link = self.code.links.len();
        let entry = self.code.instructions.len();
        let mut starts: SecondaryMap<Block, usize> = SecondaryMap::new();
        for &block in &order {
            starts[block] = self.code.instructions.len();
            self.code.blocks.push((starts[block], func, block));
            let data = &graph.blocks[block];
            let (guarded, plain) = match (&data.terminator, data.ops.split_last()) {
                (Terminator::Guard { .. }, Some((last, rest))) => (Some(last), rest),
                _ => (None, &data.ops[..]),
            };
            for op in plain {
                self.op(op, None);
            }
            self.terminator(&data.terminator, guarded);
        }
        // A link holds its target's number until all blocks have their place.
        for link in &mut self.code.links[first_link..] {
            link.pc = starts[Block::new(link.pc)];
        }
        FunctionCode { entry, slots: self.n_slots }
    }

    fn slot(&mut self, value: Value) -> Slot {
        if self.slots[value] == UNASSIGNED {
            self.slots[value] = Slot(self.n_slots);
            self.n_slots += 1;
        }
        self.slots[value]
    }

    fn slots(&mut self, values: &[Value]) -> Range {
        let start = self.code.slots.len() as u32;
        for &value in values {
            let slot = self.slot(value);
            self.code.slots.push(slot);
        }
        Range { start, end: self.code.slots.len() as u32 }
    }

    fn link(&mut self, link: &Link) -> LinkRef {
        let func = self.code.functions.next_key();
        let params = &self.program.functions[func].graph.blocks[link.target].params;
        let start = self.code.moves.len();
        for (&arg, &param) in link.args.iter().zip(params) {
            let (from, to) = (self.slot(arg), self.slot(param));
            if from != to {
                self.code.moves.push((from, to));
            }
        }
        let moves = &self.code.moves[start..];
        let mut written: Vec<u32> = moves.iter().map(|m| m.1.0).collect();
        written.sort_unstable();
        let at_once = moves.len() > 1 && moves.iter().any(|m| written.binary_search(&m.0.0).is_ok());
        let range = Range { start: start as u32, end: self.code.moves.len() as u32 };
        self.code.links.push(LinkCode { pc: link.target.index(), moves: range, at_once });
        LinkRef(self.code.links.len() as u32 - 1)
    }

    fn site(&mut self, op: &Op<Low>, guard: Option<GuardCode>) -> SiteRef {
        self.code.sites.push(Site { place: op.place, adds_own: op.kind != LlOp::Reraise, guard });
        SiteRef(self.code.sites.len() as u32 - 1)
    }

    fn terminator(&mut self, terminator: &Terminator<Low>, guarded: Option<&Op<Low>>) {
        let ins = match terminator {
            Terminator::Jump(link) => Ins::Jump { link: self.link(link) },
            Terminator::Branch { cond, then, otherwise } => {
                Ins::Branch { cond: self.slot(*cond), then: self.link(then), otherwise: self.link(otherwise) }
            }
            Terminator::Switch { value, cases, default } => {
                let mut numbered: Vec<(i64, LinkRef)> = cases.iter().map(|(n, l)| (*n, self.link(l))).collect();
                numbered.sort_unstable_by_key(|c| c.0);
                let start = self.code.cases.len() as u32;
                self.code.cases.extend(numbered);
                let cases = Range { start, end: self.code.cases.len() as u32 };
                Ins::Switch { value: self.slot(*value), cases, default: self.link(default) }
            }
            Terminator::Next { step, .. } => match *step {},
            Terminator::Guard { exc, ok, err, guard } => {
                let guard = GuardCode { exc: self.slot(*exc), link: self.link(err), levels: guard.0 };
                self.op(guarded.expect("a guard has its operation"), Some(guard));
                Ins::Jump { link: self.link(ok) }
            }
            Terminator::Return(values) => Ins::Return { values: self.slots(values) },
            Terminator::Unreachable => Ins::Broken { problem: "control came to what is unreachable" },
        };
        self.code.instructions.push(ins);
    }

    fn op(&mut self, op: &Op<Low>, guard: Option<GuardCode>) {
        let args: Vec<Slot> = op.args.iter().map(|&v| self.slot(v)).collect();
        let results: Vec<Slot> = op.results.iter().map(|&v| self.slot(v)).collect();
        let to = results.first().copied().unwrap_or(UNASSIGNED);
        let arg = |i: usize| args[i];
        let ins = match op.kind {
            LlOp::Int(n) => Ins::Const { to, bits: n as u64 },
            LlOp::Float(bits) => Ins::Const { to, bits },
            LlOp::Bool(b) => Ins::Const { to, bits: b as u64 },
            LlOp::Null(_) => Ins::Const { to, bits: 0 },
            LlOp::Static(id) => Ins::Const { to, bits: self.statics[id] },
            LlOp::Prim(prim) => self.prim(prim, op, &args, &results, guard),
            LlOp::Select => Ins::Select { to, c: arg(0), a: arg(1), b: arg(2) },
            LlOp::Call(func) => Ins::Call {
                func,
                args: self.slots(&op.args),
                results: self.slots(&op.results),
                site: self.site(op, guard),
            },
            LlOp::New(id) => Ins::New { to, id },
            LlOp::NewTail(id) => Ins::NewTail { to, id, n: arg(0) },
            LlOp::GetField(id, field) => Ins::GetField { to, p: arg(0), id, field: field as u32 },
            LlOp::SetField(id, field) => Ins::SetField { p: arg(0), value: arg(1), id, field: field as u32 },
            LlOp::TailLen(id) => Ins::TailLen { to, p: arg(0), id },
            LlOp::GetItem(id) => Ins::GetItem { to, p: arg(0), i: arg(1), id },
            LlOp::SetItem(id) => Ins::SetItem { p: arg(0), i: arg(1), value: arg(2), id },
            LlOp::CopyItems(source, target) => Ins::CopyItems { source, target, args: self.slots(&op.args) },
            LlOp::ItemAddr(id) => Ins::ItemAddr { to, p: arg(0), i: arg(1), id },
            LlOp::LeaveRoom(id) => Ins::LeaveRoom { to, p: arg(0), n: arg(1), id },
            LlOp::TakeRoom(id) => Ins::TakeRoom { to, p: arg(0), n: arg(1), id },
            LlOp::ForgetRoom(_) => Ins::ForgetRoom { p: arg(0) },
            LlOp::Cast(_) | LlOp::Address => Ins::Copy { to, a: arg(0) },
            LlOp::PtrEq => Ins::Equal { to, a: arg(0), b: arg(1) },
            LlOp::IsNull => Ins::IsNull { to, p: arg(0) },
            LlOp::TypeId => Ins::TypeId { to, p: arg(0) },
            LlOp::LoadCell(cell) => Ins::LoadCell { to, cell: cell.index() as u32 },
            LlOp::StoreCell(cell) => Ins::StoreCell { cell: cell.index() as u32, value: arg(0) },
            LlOp::Raise | LlOp::Reraise => Ins::Raise { exc: arg(0), site: self.site(op, guard) },
            LlOp::InitObject(_) | LlOp::ObjectAt(_) | LlOp::IsWatched => {
                Ins::Broken { problem: "an operation of the lowered form" }
            }
        };
        self.code.instructions.push(ins);
    }

    fn prim(&mut self, prim: Prim, op: &Op<Low>, args: &[Slot], results: &[Slot], guard: Option<GuardCode>) -> Ins {
        let checked = match prim {
            Prim::IntAddOvf => Some((Prim::IntAddFlag, 0)),
            Prim::IntSubOvf => Some((Prim::IntSubFlag, 1)),
            Prim::IntMulOvf => Some((Prim::IntMulFlag, 2)),
            _ => None,
        };
        if let Some((prim, code)) = checked {
            return Ins::Checked { prim, code, to: results[0], a: args[0], b: args[1], site: self.site(op, guard) };
        }
        match (prim, args, results) {
            (Prim::PlatformWrite, &[descriptor, address, n], &[to]) => Ins::Write { to, descriptor, address, n },
            (Prim::PlatformRead, &[descriptor, address, n], &[to]) => Ins::Read { to, descriptor, address, n },
            (Prim::PlatformArgsSizes, &[], &[to]) => Ins::ArgsSizes { to },
            (Prim::PlatformArgs, &[_, address], &[to]) => Ins::Args { to, address },
            (Prim::PlatformClock, &[id], &[to]) => Ins::Clock { to, id },
            (Prim::PlatformSleep, &[_, n], &[to]) => Ins::Sleep { to, n },
            (Prim::PlatformExit, &[status], _) => Ins::Exit { status },
            (Prim::PlatformIsWasi, &[], &[to]) => Ins::Const { to, bits: 1 },
            (_, _, &[to]) if prim.row().name.starts_with("platform_") => {
                Ins::File { prim, to, args: self.slots(&op.args) }
            }
            _ if prim.row().effect != Effect::Pure => Ins::Broken { problem: "raw memory is not for the interpreter" },
            (_, &[a], &[to]) => Ins::Unary { prim, to, a },
            (_, &[a, b], &[to]) => Ins::Binary { prim, to, a, b },
            (_, &[a, b], &[to, flag]) => Ins::Flag { prim, to, flag, a, b },
            _ => Ins::Broken { problem: "an operation of unknown form" },
        }
    }
}
