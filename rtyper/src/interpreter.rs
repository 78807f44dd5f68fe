//! Runs low-level graphs as they are, at any point between two passes of the
//! optimiser: the witness that is independent of both backends, and that says
//! which pass broke a program.
//!
//! Primitive operations mean what [`Prim::eval`] says. Exceptions are implicit,
//! as in the graphs: an operation that raises looks for its block's guard, and
//! failing that leaves the function. Every access is checked; what a check finds
//! is an internal error, since the graphs promise that it cannot happen.
//!
//! ```text
//! code    the graphs, resolved once into flat instructions over numbered slots
//! heap    objects: fields that know whether they are set, and tails
//! ```

mod code;
pub mod files;
mod heap;

use crate::interpreter::code::{Code, GuardCode, Ins, LinkRef, Range, Site, SiteRef};
use crate::interpreter::files::{Errno, Files};
use crate::interpreter::heap::{Heap, Problem};
use naja_ir::Name;
use naja_ir::graph::Block;
use naja_ir::lltype::{FRAME, STR};
use naja_ir::lowlevel::{LlFunc, LlProgram, Place};
use naja_ir::prim::Prim;
use naja_ir::source::{SourceId, SourceMap};
use std::collections::HashMap;
use std::fmt;
use std::io::{Read, Write};
use std::time::{Duration, Instant, SystemTime};

/// How far a program may go.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Instructions.
    pub steps: u64,
    /// Bytes of all objects ever made: nothing is collected.
    pub heap: usize,
    /// Functions of the program, library excluded, that are active at once;
    /// beyond it RecursionError is raised.
    pub depth: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { steps: u64::MAX, heap: 1 << 30, depth: 3000 }
    }
}

/// What surrounds a program.
pub struct World<'a> {
    /// Its arguments, from its own name on.
    pub args: &'a [String],
    pub stdin: &'a mut dyn Read,
    pub stdout: &'a mut dyn Write,
    pub stderr: &'a mut dyn Write,
    /// None: it can reach none.
    pub files: Option<&'a mut dyn Files>,
}

/// Why a program was stopped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trap {
    /// The graphs broke their promise: a bug of the compiler.
    Bug {
        function: String,
        block: Block,
        problem: String,
    },
    /// `main` raised.
    Uncaught,
    OutOfMemory,
    OutOfSteps,
    TooDeep,
}

impl fmt::Display for Trap {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Trap::Bug { function, block, problem } => {
                write!(f, "internal error in the interpreter: {function}, {block}: {problem}")
            }
            Trap::Uncaught => write!(f, "internal error in the interpreter: an exception left main"),
            Trap::OutOfMemory => write!(f, "the interpreter's heap is full"),
            Trap::OutOfSteps => write!(f, "the interpreter's steps are used up"),
            Trap::TooDeep => write!(f, "the interpreter's stack is full"),
        }
    }
}

/// Runs `main`; gives the exit status.
pub fn interpret(program: &LlProgram, sources: &SourceMap, world: World, limits: Limits) -> Result<i64, Trap> {
    let mut heap = Heap::new(program, limits.heap);
    let statics = heap.add_statics(program).map_err(|_| Trap::OutOfMemory)?;
    let cells = program.cells.values().map(|c| heap::static_bits(&c.init, &statics)).collect();
    let code = Code::of(program, &statics);
    let mut machine = Machine {
        program,
        sources,
        code: &code,
        heap,
        cells,
        registers: Vec::new(),
        active: Vec::new(),
        depth: 0,
        nested: 0,
        steps: limits.steps,
        limits,
        frames: HashMap::new(),
        moved: Vec::new(),
        args: world.args.iter().flat_map(|arg| arg.bytes().chain([0])).collect(),
        began: Instant::now(),
        world,
    };
    match machine.run(program.main, &[]) {
        Ok(Outcome::Returned(values)) => Ok(values.first().copied().unwrap_or(0) as i64),
        Ok(Outcome::Raised(_)) => Err(Trap::Uncaught),
        Err(Stop::Exit(status)) => Ok(status),
        Err(Stop::Trap(trap)) => Err(trap),
    }
}

/// All functions' activations together, whatever they are.
const MAX_ACTIVE: usize = 200_000;

/// Hooks may raise, and the library that they call may run hooks.
const MAX_NESTED: u32 = 16;

struct Machine<'a, 'w> {
    program: &'a LlProgram,
    sources: &'a SourceMap,
    code: &'a Code,
    heap: Heap,
    cells: Vec<u64>,
    registers: Vec<u64>,
    active: Vec<Activation>,
    depth: u32,
    nested: u32,
    steps: u64,
    limits: Limits,
    /// The Frame objects of the lines that were on a way out.
    frames: HashMap<(SourceId, u32, Name), u64>,
    /// Scratch space for moves that must happen at once.
    moved: Vec<u64>,
    /// The program's arguments, with a zero byte behind each.
    args: Vec<u8>,
    /// Where the clocks begin but for the one on the wall.
    began: Instant,
    world: World<'w>,
}

/// A function that runs, or waits for one that it called.
struct Activation {
    func: LlFunc,
    /// Where its slots begin.
    base: usize,
    /// Where it goes on: behind the call while it waits.
    pc: usize,
    /// The call that it waits for.
    site: SiteRef,
    results: Range,
}

enum Outcome {
    Returned(Vec<u64>),
    Raised(u64),
}

enum Stop {
    Exit(i64),
    Trap(Trap),
}

impl From<Trap> for Stop {
    fn from(trap: Trap) -> Stop {
        Stop::Trap(trap)
    }
}

/// What an instruction does to the flow of control.
enum Event {
    Raise(SiteRef, u64),
    Problem(Problem),
    Stop(Stop),
}

impl From<Problem> for Event {
    fn from(problem: Problem) -> Event {
        Event::Problem(problem)
    }
}

impl From<Stop> for Event {
    fn from(stop: Stop) -> Event {
        Event::Stop(stop)
    }
}

impl Machine<'_, '_> {
    /// Runs a function to its end.
    fn run(&mut self, func: LlFunc, args: &[u64]) -> Result<Outcome, Stop> {
        if self.nested == MAX_NESTED {
            return Err(Trap::TooDeep.into());
        }
        self.nested += 1;
        let outcome = self.run_from(func, args);
        self.nested -= 1;
        outcome
    }

    fn run_from(&mut self, func: LlFunc, args: &[u64]) -> Result<Outcome, Stop> {
        let floor = self.active.len();
        let base = self.registers.len();
        self.enter(func, base);
        self.registers[base..base + args.len()].copy_from_slice(args);
        loop {
            let at = self.active.last().expect("a function runs").pc;
            let (pc, event) = match self.go(floor, at) {
                (_, Ok(values)) => return Ok(Outcome::Returned(values)),
                (pc, Err(event)) => (pc, event),
            };
            match event {
                Event::Stop(stop) => return Err(stop),
                Event::Problem(Problem::Full) => return Err(Trap::OutOfMemory.into()),
                Event::Problem(Problem::Broken(problem)) => return Err(self.bug(pc, problem).into()),
                Event::Raise(site, exc) => {
                    if !self.unwind(floor, site, exc)? {
                        return Ok(Outcome::Raised(exc));
                    }
                }
            }
        }
    }

    fn bug(&self, pc: usize, problem: String) -> Trap {
        let (func, block) = self.code.location(pc);
        Trap::Bug { function: self.program.functions[func].name.to_string(), block, problem }
    }

    fn enter(&mut self, func: LlFunc, base: usize) {
        let code = &self.code.functions[func];
        self.registers.resize(base + code.slots as usize, 0);
        self.depth += !self.program.functions[func].is_library as u32;
        self.active.push(Activation {
            func,
            base,
            pc: code.entry,
            site: SiteRef::NONE,
            results: Range { start: 0, end: 0 },
        });
    }

    fn leave(&mut self) {
        let left = self.active.pop().expect("a function runs");
        self.depth -= !self.program.functions[left.func].is_library as u32;
        self.registers.truncate(left.base);
    }

    /// Adds the frames of the operation that raised; goes on at its handler, or
    /// at the handler of a call that waits for it. `false` where there is none.
    fn unwind(&mut self, floor: usize, mut site: SiteRef, exc: u64) -> Result<bool, Stop> {
        loop {
            let Site { place, adds_own, guard } = self.code.sites[site.0 as usize];
            self.add_frames(exc, place, adds_own, guard.map(|g| g.levels))?;
            if let Some(GuardCode { exc: slot, link, .. }) = guard {
                let base = self.active.last().expect("a function runs").base;
                self.registers[base + slot.0 as usize] = exc;
                let pc = self.follow(base, link);
                self.active.last_mut().expect("a function runs").pc = pc;
                return Ok(true);
            }
            self.leave();
            if self.active.len() == floor {
                return Ok(false);
            }
            site = self.active.last().expect("a caller waits").site;
        }
    }

    fn add_frames(&mut self, exc: u64, place: Place, adds_own: bool, levels: Option<u32>) -> Result<(), Stop> {
        let Some(hook) = self.program.hooks.traceback else { return Ok(()) };
        let mut link = Some(place);
        let mut left = levels.unwrap_or(u32::MAX);
        let mut is_own = true;
        while let Some(place) = link.filter(|_| left > 0) {
            let data = &self.program.places[place];
            if data.function.is_some() && (adds_own || !is_own) {
                let frame = self.frame(place)?;
                if let Outcome::Raised(_) = self.run(hook, &[exc, frame])? {
                    return Err(self.hook_failed(hook, "raised").into());
                }
            }
            link = data.inlined_at;
            left -= 1;
            is_own = false;
        }
        Ok(())
    }

    /// The object that shows a place in tracebacks; one for each line.
    fn frame(&mut self, place: Place) -> Result<u64, Stop> {
        let data = &self.program.places[place];
        let source = self.sources.get(data.span.source);
        let line = source.line(data.span.start);
        let function = data.function.clone().unwrap_or_default();
        let key = (data.span.source, line, function.clone());
        if let Some(&frame) = self.frames.get(&key) {
            return Ok(frame);
        }
        let values = [
            self.string(&source.path)?,
            self.string(&function)?,
            self.string(source.line_text(line).trim())?,
            line as u64,
            0,
        ];
        let frame = self.make(|heap| {
            let frame = heap.new_object(FRAME, 0)?;
            for (i, &value) in values.iter().enumerate() {
                heap.set_field(frame, FRAME, i, value)?;
            }
            Ok(frame)
        })?;
        self.frames.insert(key, frame);
        Ok(frame)
    }

    fn string(&mut self, text: &str) -> Result<u64, Stop> {
        self.make(|heap| {
            let object = heap.new_object(STR, text.len() as u64)?;
            heap.set_field(object, STR, 0, text.chars().count() as u64)?;
            for (i, byte) in text.bytes().enumerate() {
                heap.set_item(object, STR, i as u64, byte as u64)?;
            }
            Ok(object)
        })
    }

    fn make(&mut self, f: impl FnOnce(&mut Heap) -> Result<u64, Problem>) -> Result<u64, Stop> {
        f(&mut self.heap).map_err(|_| Trap::OutOfMemory.into())
    }

    fn hook_failed(&self, hook: LlFunc, problem: &str) -> Trap {
        let function = &self.program.functions[hook];
        Trap::Bug {
            function: function.name.to_string(),
            block: function.graph.entry,
            problem: format!("this hook {problem}"),
        }
    }

    /// Raises by a hook, at an operation that stands at `site`.
    fn raise_by(&mut self, hook: Option<LlFunc>, args: &[u64], site: SiteRef, what: &str) -> Event {
        let Some(hook) = hook else { return Event::Problem(Problem::Broken(format!("no hook raises {what}"))) };
        match self.run(hook, args) {
            Ok(Outcome::Raised(exc)) => Event::Raise(site, exc),
            Ok(Outcome::Returned(_)) => Event::Stop(self.hook_failed(hook, "returned").into()),
            Err(stop) => Event::Stop(stop),
        }
    }

    /// Passes a link's arguments; gives where it leads.
    fn follow(&mut self, base: usize, link: LinkRef) -> usize {
        let code = self.code;
        let link = &code.links[link.0 as usize];
        let moves = &code.moves[link.moves.indices()];
        if link.at_once {
            self.moved.clear();
            self.moved.extend(moves.iter().map(|&(from, _)| self.registers[base + from.0 as usize]));
            for (i, &(_, to)) in moves.iter().enumerate() {
                self.registers[base + to.0 as usize] = self.moved[i];
            }
        } else {
            for &(from, to) in moves {
                self.registers[base + to.0 as usize] = self.registers[base + from.0 as usize];
            }
        }
        link.pc
    }

    /// Executes from `pc` until the activation above `floor` returns, or something
    /// else happens; gives where that was.
    fn go(&mut self, floor: usize, pc: usize) -> (usize, Result<Vec<u64>, Event>) {
        let mut pc = pc;
        let result = self.execute(floor, &mut pc);
        (pc, result)
    }

    fn execute(&mut self, floor: usize, at: &mut usize) -> Result<Vec<u64>, Event> {
        let code = self.code;
        let mut base = self.active.last().expect("a function runs").base;
        let mut pc = *at;
        macro_rules! get {
            ($slot:expr) => {
                self.registers[base + $slot.0 as usize]
            };
        }
        macro_rules! set {
            ($slot:expr, $value:expr) => {{
                let value = $value;
                self.registers[base + $slot.0 as usize] = value;
            }};
        }
        loop {
            *at = pc;
            if self.steps == 0 {
                return Err(Stop::Trap(Trap::OutOfSteps).into());
            }
            self.steps -= 1;
            let ins = code.instructions[pc];
            pc += 1;
            match ins {
                Ins::Const { to, bits } => set!(to, bits),
                Ins::Unary { prim, to, a } => set!(to, eval(prim, &[get!(a)])?[0]),
                Ins::Binary { prim, to, a, b } => set!(to, eval(prim, &[get!(a), get!(b)])?[0]),
                Ins::Flag { prim, to, flag, a, b } => {
                    let [result, left] = eval(prim, &[get!(a), get!(b)])?;
                    set!(to, result);
                    set!(flag, left);
                }
                Ins::Checked { prim, code: number, to, a, b, site } => {
                    let [result, left] = eval(prim, &[get!(a), get!(b)])?;
                    if left != 0 {
                        return Err(self.raise_by(self.program.hooks.overflow, &[number], site, "OverflowError"));
                    }
                    set!(to, result);
                }
                Ins::Select { to, c, a, b } => set!(to, if get!(c) != 0 { get!(a) } else { get!(b) }),
                Ins::Copy { to, a } => set!(to, get!(a)),
                Ins::Equal { to, a, b } => set!(to, (get!(a) == get!(b)) as u64),
                Ins::IsNull { to, p } => set!(to, (get!(p) == 0) as u64),
                Ins::TypeId { to, p } => set!(to, self.heap.type_id(get!(p))?),
                Ins::New { to, id } => set!(to, self.heap.new_object(id, 0)?),
                Ins::NewTail { to, id, n } => set!(to, self.heap.new_object(id, get!(n))?),
                Ins::GetField { to, p, id, field } => set!(to, self.heap.field(get!(p), id, field as usize)?),
                Ins::SetField { p, value, id, field } => {
                    self.heap.set_field(get!(p), id, field as usize, get!(value))?
                }
                Ins::TailLen { to, p, id } => set!(to, self.heap.tail_len(get!(p), id)?),
                Ins::GetItem { to, p, i, id } => set!(to, self.heap.item(get!(p), id, get!(i))?),
                Ins::SetItem { p, i, value, id } => self.heap.set_item(get!(p), id, get!(i), get!(value))?,
                Ins::CopyItems { source, target, args } => {
                    let mut values = [0; 5];
                    for (value, slot) in values.iter_mut().zip(&code.slots[args.indices()]) {
                        *value = get!(slot);
                    }
                    let [from, i, to, j, n] = values;
                    self.heap.copy_items((from, source, i), (to, target, j), n)?;
                }
                Ins::LeaveRoom { to, p, n, id } => set!(to, self.heap.leave_room(get!(p), id, get!(n))?),
                Ins::TakeRoom { to, p, n, id } => set!(to, self.heap.take_room(get!(p), id, get!(n))?),
                Ins::ForgetRoom { p } => self.heap.forget_room(get!(p)),
                Ins::ItemAddr { to, p, i, id } => set!(to, self.heap.item_address(get!(p), id, get!(i))?),
                Ins::LoadCell { to, cell } => set!(to, self.cells[cell as usize]),
                Ins::StoreCell { cell, value } => self.cells[cell as usize] = get!(value),
                Ins::Call { func, args, results, site } => {
                    let caller = self.active.last_mut().expect("a function runs");
                    caller.pc = pc;
                    caller.site = site;
                    caller.results = results;
                    let is_library = self.program.functions[func].is_library;
                    if self.depth >= self.limits.depth && !is_library {
                        return Err(self.raise_by(self.program.hooks.recursion, &[], site, "RecursionError"));
                    }
                    if self.active.len() >= MAX_ACTIVE {
                        return Err(Stop::Trap(Trap::TooDeep).into());
                    }
                    let new_base = self.registers.len();
                    self.enter(func, new_base);
                    for (i, slot) in code.slots[args.indices()].iter().enumerate() {
                        self.registers[new_base + i] = get!(slot);
                    }
                    base = new_base;
                    pc = code.functions[func].entry;
                }
                Ins::Return { values } => {
                    let values = &code.slots[values.indices()];
                    self.moved.clear();
                    self.moved.extend(values.iter().map(|slot| self.registers[base + slot.0 as usize]));
                    self.leave();
                    if self.active.len() == floor {
                        return Ok(self.moved.clone());
                    }
                    let caller = self.active.last().expect("a caller waits");
                    base = caller.base;
                    pc = caller.pc;
                    for (slot, value) in code.slots[caller.results.indices()].iter().zip(&self.moved) {
                        self.registers[base + slot.0 as usize] = *value;
                    }
                }
                Ins::Raise { exc, site } => {
                    let exc = get!(exc);
                    if exc == 0 {
                        return Err(Problem::Broken("raises null".into()).into());
                    }
                    return Err(Event::Raise(site, exc));
                }
                Ins::Jump { link } => pc = self.follow(base, link),
                Ins::Branch { cond, then, otherwise } => {
                    pc = self.follow(base, if get!(cond) != 0 { then } else { otherwise })
                }
                Ins::Switch { value, cases, default } => {
                    let cases = &code.cases[cases.indices()];
                    let value = get!(value) as i64;
                    let link = match cases.binary_search_by_key(&value, |c| c.0) {
                        Ok(i) => cases[i].1,
                        Err(_) => default,
                    };
                    pc = self.follow(base, link);
                }
                Ins::Write { to, descriptor, address, n } => {
                    let bytes = self.heap.bytes(get!(address), get!(n))?;
                    let written = match get!(descriptor) {
                        1 => self.world.stdout.write_all(&bytes),
                        2 => self.world.stderr.write_all(&bytes),
                        descriptor => {
                            let files = self.world.files.as_deref_mut().ok_or(Errno::BADF);
                            set!(to, files::result(files.and_then(|files| files.write(descriptor, &bytes))));
                            continue;
                        }
                    };
                    set!(to, files::result(written.map(|()| bytes.len() as u64).map_err(|_| Errno::IO)));
                }
                Ins::Read { to, descriptor, address, n } => {
                    let mut bytes = self.heap.bytes(get!(address), get!(n))?;
                    let read = match get!(descriptor) {
                        0 => self.world.stdin.read(&mut bytes).map(|n| n as u64).map_err(|_| Errno::IO),
                        descriptor => {
                            let files = self.world.files.as_deref_mut().ok_or(Errno::BADF);
                            files.and_then(|files| files.read(descriptor, &mut bytes))
                        }
                    };
                    if let Ok(n) = read {
                        self.heap.set_bytes(get!(address), &bytes[..n as usize])?;
                    }
                    set!(to, files::result(read));
                }
                Ins::File { prim, to, args } => {
                    let args: Vec<u64> = code.slots[args.indices()].iter().map(|slot| get!(slot)).collect();
                    let result = match self.world.files.as_deref_mut() {
                        Some(files) => files::call(prim, &args, files, &mut self.heap)?,
                        None => files::result(Err(Errno::BADF)),
                    };
                    set!(to, result);
                }
                Ins::ArgsSizes { to } => {
                    set!(to, self.world.args.len() as u64 + ((self.args.len() as u64) << 32))
                }
                Ins::Args { to, address } => {
                    self.heap.set_bytes(get!(address), &self.args)?;
                    set!(to, 0);
                }
                Ins::Clock { to, id } => {
                    let since = match get!(id) {
                        0 => SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default(),
                        _ => self.began.elapsed(),
                    };
                    set!(to, since.as_nanos() as u64);
                }
                Ins::Sleep { to, n } => {
                    std::thread::sleep(Duration::from_nanos(get!(n)));
                    set!(to, 0);
                }
                Ins::Exit { status } => return Err(Stop::Exit(get!(status) as i64).into()),
                Ins::Broken { problem } => return Err(Problem::Broken(problem.into()).into()),
            }
        }
    }
}

fn eval(prim: Prim, args: &[u64]) -> Result<[u64; 2], Problem> {
    prim.eval(args).ok_or_else(|| Problem::Broken(format!("{} of {args:?} has no meaning", prim.row().name)))
}
