//! Reads low-level programs in the form in which they are printed, with types
//! where they are not `i64`.
//!
//! ```text
//! cell total: i64 = 0
//! fn main() -> (i64):
//!   block0():
//!     v0 = call f
//!     guard block1(v0) except v1 block2(v1)
//!   block1(v2):
//!     return v2
//! library fn f() -> (i64):
//! ```

use naja_ir::entity::{EntityRef, PrimaryMap};
use naja_ir::graph::{Block, Graph, Link, Op, Terminator, Value};
use naja_ir::lltype::{EXCEPTION, Field, INT_ARRAY, LlType, Storage, Struct, StructId, well_known_structs};
use naja_ir::lowlevel::*;
use naja_ir::prim::Prim;
use naja_ir::source::{SourceId, Span};
use std::collections::HashMap;

/// Functions that every test can use: what hooks need, and `emit`, which shows a number.
pub const PRELUDE: &str = "
library fn overflow(v0: i64) -> ():
  block0():
    v1 = int 7
    v2 = call make v1
    raise v2
    unreachable
library fn recursion() -> ():
  block0():
    v1 = int 8
    v2 = call make v1
    raise v2
    unreachable
library fn make(v0: i64) -> (*Exception):
  block0():
    v1: *Exception = new Exception
    setfield Exception.class_id v1 v0
    v2 = null Traceback
    setfield Exception.traceback v1 v2
    return v1
library fn traceback(v0: *Exception, v1: *Frame) -> ():
  block0():
    v2 = new Traceback
    setfield Traceback.frame v2 v1
    v3 = getfield Exception.traceback v0
    setfield Traceback.next v2 v3
    setfield Exception.traceback v0 v2
    return
library fn emit(v0: i64) -> ():
  block0():
    v1 = static 0
    v2 = int 0
    setitem IntArray v1 v2 v0
    v3 = item_addr IntArray v1 v2
    v4 = int 1
    v5 = int 8
    v6 = int_write v4 v3 v5
    return
library fn show(v0: *Exception) -> ():
  block0():
    v1 = getfield Exception.class_id v0
    call emit v1
    v2 = getfield Exception.traceback v0
    jump block1(v2)
  block1(v3: *Traceback):
    v4 = is_null v3
    branch v4 block2() block3()
  block2():
    return
  block3():
    v5 = getfield Traceback.frame v3
    v6 = getfield Frame.line v5
    call emit v6
    v7 = getfield Traceback.next v3
    jump block1(v7)
";

/// A program of the prelude and these functions; `main` is the one of that name.
pub fn program(text: &str) -> LlProgram {
    let text = format!("{text}\n{PRELUDE}").replace("int_write", "platform_write");
    let mut assembler = Assembler::new();
    for line in text.lines().filter(|l| l.contains("fn ")) {
        assembler.declare(line);
    }
    let mut current = None;
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        assembler.line(line, &mut current).unwrap_or_else(|| panic!("cannot read: {line}"));
    }
    let program = assembler.finish();
    if let Err(problem) = naja_ir::verify::ll_program(&program, false) {
        panic!("{problem}");
    }
    program
}

struct Assembler {
    program: LlProgram,
    functions: HashMap<String, LlFunc>,
    cells: HashMap<String, CellId>,
    n_places: u32,
}

/// Where the next line belongs.
#[derive(Clone, Copy)]
struct At {
    func: LlFunc,
    block: Block,
}

impl Assembler {
    fn new() -> Assembler {
        let mut structs = well_known_structs();
        let field =
            |name: &str, immutable| Field { name: name.into(), storage: Storage::Value(LlType::I64), immutable };
        structs.push(Struct {
            name: "Pair".into(),
            fields: vec![field("a", false), field("b", false), field("fixed", true)],
            tail: None,
            tail_immutable: true,
            prefixes: vec![],
        });
        let items = Field { name: "items".into(), storage: Storage::Value(LlType::Ptr(INT_ARRAY)), immutable: false };
        let vector = structs.push(Struct {
            name: "Vector".into(),
            fields: vec![field("length", false), items],
            tail: None,
            tail_immutable: true,
            prefixes: vec![],
        });
        structs.push(Struct {
            name: "Vectors".into(),
            fields: vec![],
            tail: Some(Storage::Value(LlType::Ptr(vector))),
            tail_immutable: false,
            prefixes: vec![],
        });
        let mut statics = PrimaryMap::new();
        statics.push(Static { ty: INT_ARRAY, fields: vec![], tail: StaticTail::Items(vec![StaticValue::Int(0)]) });
        let program = LlProgram {
            structs,
            statics,
            cells: PrimaryMap::new(),
            functions: PrimaryMap::new(),
            places: PrimaryMap::new(),
            main: LlFunc::new(0),
            hooks: Hooks::default(),
        };
        Assembler { program, functions: HashMap::new(), cells: HashMap::new(), n_places: 0 }
    }

    fn struct_id(&self, name: &str) -> Option<StructId> {
        self.program.structs.iter().find(|(_, s)| &*s.name == name).map(|(id, _)| id)
    }

    fn ty(&self, text: &str) -> Option<LlType> {
        Some(match text.trim() {
            "i64" => LlType::I64,
            "f64" => LlType::F64,
            "bool" => LlType::Bool,
            "addr" => LlType::Addr,
            other => LlType::Ptr(self.struct_id(other.strip_prefix('*')?)?),
        })
    }

    fn declare(&mut self, line: &str) {
        let (head, rest) = line.split_once("fn ").expect("a function");
        let (name, rest) = rest.split_once('(').expect("parameters");
        let (_, results) = rest.rsplit_once("-> (").expect("results");
        let results = results.trim_end_matches(['\n', ':', ')', ' ']);
        let results = split(results).map(|t| self.ty(t).expect("a type")).collect();
        let name = name.trim();
        let graph = Graph::new(name.into());
        let is_library = head.contains("library");
        let id = self.program.functions.push(LlFunction { name: name.into(), results, graph, is_library });
        self.functions.insert(name.into(), id);
    }

    fn line(&mut self, line: &str, current: &mut Option<At>) -> Option<()> {
        if let Some(rest) = line.strip_prefix("cell ") {
            let (name, init) = rest.split_once(": i64 = ")?;
            let init = StaticValue::Int(init.trim().parse().ok()?);
            let id = self.program.cells.push(Cell { name: name.into(), ty: LlType::I64, init });
            self.cells.insert(name.into(), id);
            return Some(());
        }
        if let Some((_, rest)) = line.split_once("fn ") {
            let (name, rest) = rest.split_once('(')?;
            let func = self.functions[name.trim()];
            let (params, _) = rest.rsplit_once(") ->")?;
            let entry = self.program.functions[func].graph.entry;
            self.params(func, entry, params)?;
            *current = Some(At { func, block: entry });
            return Some(());
        }
        let at = current.as_mut()?;
        if line.starts_with("block") && line.ends_with(':') {
            let (block, params) = line.trim_end_matches(':').trim_end_matches(')').split_once('(')?;
            at.block = self.block(at.func, block)?;
            if at.block != self.program.functions[at.func].graph.entry {
                self.params(at.func, at.block, params)?;
            }
            return Some(());
        }
        let at = *at;
        match self.terminator(at, line) {
            Some(terminator) => self.program.functions[at.func].graph.blocks[at.block].terminator = terminator,
            None => self.op(at, line)?,
        }
        Some(())
    }

    fn block(&mut self, func: LlFunc, text: &str) -> Option<Block> {
        let n: usize = text.trim().strip_prefix("block")?.parse().ok()?;
        let graph = &mut self.program.functions[func].graph;
        while graph.blocks.len() <= n {
            graph.new_block();
        }
        Some(Block::new(n))
    }

    fn value(&mut self, func: LlFunc, text: &str) -> Option<Value> {
        let n: usize = text.trim().strip_prefix('v')?.parse().ok()?;
        let graph = &mut self.program.functions[func].graph;
        while graph.values.len() <= n {
            graph.values.push(LlType::I64);
        }
        Some(Value::new(n))
    }

    fn params(&mut self, func: LlFunc, block: Block, text: &str) -> Option<()> {
        for param in split(text) {
            let (name, ty) = param.split_once(':').unwrap_or((param, "i64"));
            let value = self.value(func, name)?;
            let ty = self.ty(ty)?;
            let graph = &mut self.program.functions[func].graph;
            graph.values[value] = ty;
            graph.blocks[block].params.push(value);
        }
        Some(())
    }

    /// `block1(v2, v3)`
    fn link(&mut self, func: LlFunc, text: &str) -> Option<Link> {
        let (block, args) = text.trim().trim_end_matches(')').split_once('(')?;
        let target = self.block(func, block)?;
        let args: Option<Vec<Value>> = split(args).map(|a| self.value(func, a)).collect();
        Some(Link::new(target, args?))
    }

    fn terminator(&mut self, At { func, .. }: At, line: &str) -> Option<Terminator<Low>> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let links = |text: &str| -> Vec<String> { text.split_inclusive(')').map(|s| s.trim().to_string()).collect() };
        Some(match word {
            "jump" => Terminator::Jump(self.link(func, rest)?),
            "branch" => {
                let (cond, rest) = rest.split_once(' ')?;
                let links = links(rest);
                Terminator::Branch {
                    cond: self.value(func, cond)?,
                    then: self.link(func, &links[0])?,
                    otherwise: self.link(func, &links[1])?,
                }
            }
            "switch" => {
                let (value, rest) = rest.split_once(' ')?;
                let (cases, default) = rest.split_once("else ")?;
                let mut parsed = Vec::new();
                for case in links(cases).iter().filter(|c| !c.is_empty()) {
                    let (n, link) = case.split_once(": ")?;
                    parsed.push((n.parse().ok()?, self.link(func, link)?));
                }
                Terminator::Switch {
                    value: self.value(func, value)?,
                    cases: parsed,
                    default: self.link(func, default)?,
                }
            }
            _ if word.starts_with("guard") => {
                let levels = word.strip_prefix("guard[").map_or(Some(1), |n| n.trim_end_matches(']').parse().ok())?;
                let (ok, rest) = rest.split_once(" except ")?;
                let (exc, err) = rest.split_once(' ')?;
                let exc = self.value(func, exc)?;
                self.program.functions[func].graph.values[exc] = LlType::Ptr(EXCEPTION);
                Terminator::Guard { exc, ok: self.link(func, ok)?, err: self.link(func, err)?, guard: Levels(levels) }
            }
            "return" => {
                let values: Option<Vec<Value>> = rest.split_whitespace().map(|v| self.value(func, v)).collect();
                Terminator::Return(values?.as_slice().into())
            }
            "unreachable" => Terminator::Unreachable,
            _ => return None,
        })
    }

    fn op(&mut self, At { func, block }: At, line: &str) -> Option<()> {
        let (results, text) = line.split_once(" = ").unwrap_or(("", line));
        let results = results.split(':').next()?;
        let results: Option<Vec<Value>> = split(results).map(|r| self.value(func, r)).collect();
        let mut words = text.split_whitespace();
        let name = words.next()?;
        let mut words = words.peekable();
        let mut subject = || words.next_if(|w| !is_value(w));
        let kind = match name {
            "int" => LlOp::Int(subject()?.parse().ok()?),
            "float" => LlOp::Float(subject()?.parse::<f64>().ok()?.to_bits()),
            "bool" => LlOp::Bool(subject()? == "true"),
            "null" => LlOp::Null(self.struct_id(subject()?)?),
            "static" => LlOp::Static(StaticId::new(subject()?.parse().ok()?)),
            "select" => LlOp::Select,
            "call" => LlOp::Call(self.functions[subject()?]),
            "new" => LlOp::New(self.struct_id(subject()?)?),
            "new_tail" => LlOp::NewTail(self.struct_id(subject()?)?),
            "tail_len" => LlOp::TailLen(self.struct_id(subject()?)?),
            "getitem" => LlOp::GetItem(self.struct_id(subject()?)?),
            "setitem" => LlOp::SetItem(self.struct_id(subject()?)?),
            "item_addr" => LlOp::ItemAddr(self.struct_id(subject()?)?),
            "cast" => LlOp::Cast(self.struct_id(subject()?)?),
            "ptr_eq" => LlOp::PtrEq,
            "is_null" => LlOp::IsNull,
            "type_id" => LlOp::TypeId,
            "load" => LlOp::LoadCell(self.cells[subject()?]),
            "store" => LlOp::StoreCell(self.cells[subject()?]),
            "raise" => LlOp::Raise,
            "reraise" => LlOp::Reraise,
            "getfield" | "setfield" => {
                let (id, field) = subject()?.split_once('.')?;
                let id = self.struct_id(id)?;
                let field = self.program.structs[id].field(field)?;
                if name == "getfield" { LlOp::GetField(id, field) } else { LlOp::SetField(id, field) }
            }
            _ => LlOp::Prim(Prim::by_name(name)?),
        };
        let args: Option<Vec<Value>> = words.map(|w| self.value(func, w)).collect();
        let args = args?;
        let results = results?;
        let types = self.result_types(func, &kind, &args);
        for (&result, ty) in results.iter().zip(types) {
            self.program.functions[func].graph.values[result] = ty;
        }
        let place = self.place(func);
        let op = Op { kind, args: args.as_slice().into(), results: results.as_slice().into(), place };
        self.program.functions[func].graph.blocks[block].ops.push(op);
        Some(())
    }

    fn result_types(&self, func: LlFunc, kind: &LlOp, args: &[Value]) -> Vec<LlType> {
        let item = |id: StructId| self.program.structs[id].tail.expect("a tail").value_type();
        match kind {
            LlOp::Int(_) | LlOp::TailLen(_) | LlOp::TypeId => vec![LlType::I64],
            LlOp::Float(_) => vec![LlType::F64],
            LlOp::Bool(_) | LlOp::PtrEq | LlOp::IsNull => vec![LlType::Bool],
            LlOp::Null(id) | LlOp::New(id) | LlOp::NewTail(id) | LlOp::Cast(id) => vec![LlType::Ptr(*id)],
            LlOp::Static(id) => vec![LlType::Ptr(self.program.statics[*id].ty)],
            LlOp::Prim(p) => p.row().results.to_vec(),
            LlOp::Select => vec![self.program.functions[func].graph.values[args[1]]],
            LlOp::Call(f) => self.program.functions[*f].results.clone(),
            LlOp::GetField(id, i) => vec![self.program.structs[*id].fields[*i].storage.value_type()],
            LlOp::GetItem(id) => vec![item(*id)],
            LlOp::ItemAddr(_) => vec![LlType::Addr],
            LlOp::LoadCell(c) => vec![self.program.cells[*c].ty],
            _ => vec![],
        }
    }

    /// Each operation stands in a line of its own.
    fn place(&mut self, func: LlFunc) -> Place {
        let function = &self.program.functions[func];
        let start = self.n_places * 2;
        self.n_places += 1;
        self.program.places.push(PlaceData {
            function: (!function.is_library).then(|| function.name.clone()),
            span: Span { source: SourceId::new(0), start, end: start + 1 },
            inlined_at: None,
        })
    }

    fn finish(mut self) -> LlProgram {
        let hook = |name: &str| self.functions.get(name).copied();
        self.program.hooks = Hooks {
            overflow: hook("overflow"),
            recursion: hook("recursion"),
            traceback: hook("traceback"),
            ..Hooks::default()
        };
        self.program.main = self.functions["main"];
        self.program
    }
}

fn is_value(word: &str) -> bool {
    word.strip_prefix('v').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()))
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|t| !t.is_empty())
}
