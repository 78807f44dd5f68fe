//! The printed form of graphs, for `naja emit`, for tests and for people.

use crate::flow::{Arg, Constant, Directive, Flow, FlowGraph, FlowOp, Function, Program, Refinement, Step};
use crate::graph::{Graph, Level, Link, Op, Terminator, Value};
use crate::lltype::{LlType, Storage, StructId};
use crate::lowlevel::{Levels, LlFunc, LlOp, LlProgram, Low};
use std::fmt::Write;

/// One function of level 1.
pub fn flow_function(program: &Program, function: &Function) -> String {
    let mut out = String::new();
    let params: Vec<_> = function.params.iter().map(|p| p.name.to_string()).collect();
    let module = &program.modules[function.module].name;
    writeln!(out, "def {}.{}({}):", module, function.qualname, params.join(", ")).unwrap();
    graph(&mut out, &FlowPrinter { program, graph: &function.graph, types: None }, &function.graph);
    out
}

/// One function of level 1 with what is known of each value, below its signature.
pub fn annotated_flow_function(
    program: &Program,
    function: &Function,
    signature: &str,
    types: &dyn Fn(Value) -> String,
) -> String {
    let mut out = format!("{signature}:\n");
    graph(&mut out, &FlowPrinter { program, graph: &function.graph, types: Some(types) }, &function.graph);
    out
}

/// One function of level 2.
pub fn ll_function(program: &LlProgram, func: LlFunc) -> String {
    let function = &program.functions[func];
    let mut out = String::new();
    let graph_ = &function.graph;
    let params: Vec<_> =
        graph_.params().iter().map(|&v| format!("{v}: {}", ll_type(program, graph_.values[v]))).collect();
    let results: Vec<_> = function.results.iter().map(|&t| ll_type(program, t)).collect();
    writeln!(out, "{func} {}({}) -> ({}):", function.name, params.join(", "), results.join(", ")).unwrap();
    graph(&mut out, &LowPrinter { program }, graph_);
    out
}

pub fn ll_type(program: &LlProgram, ty: LlType) -> String {
    match ty {
        LlType::Bool => "bool".into(),
        LlType::I64 => "i64".into(),
        LlType::F64 => "f64".into(),
        LlType::Addr => "addr".into(),
        LlType::Ptr(id) => format!("*{}", program.structs[id].name),
    }
}

/// A struct with its fields.
pub fn ll_struct(program: &LlProgram, id: StructId) -> String {
    let s = &program.structs[id];
    let storage = |storage| match storage {
        Storage::U8 => "u8".into(),
        Storage::U16 => "u16".into(),
        Storage::U32 => "u32".into(),
        Storage::Value(ty) => ll_type(program, ty),
    };
    let mut parts: Vec<_> = s.fields.iter().map(|f| format!("{}: {}", f.name, storage(f.storage))).collect();
    parts.extend(s.tail.map(|t| format!("{}...", storage(t))));
    format!("{id} {}({})", s.name, parts.join(", "))
}

trait Printer<L: Level> {
    fn op(&self, op: &L::Op) -> String;
    fn step(&self, step: &L::Step) -> String;
    fn guard(&self, guard: L::Guard) -> String;
    fn define(&self, value: Value) -> String;
}

fn graph<L: Level>(out: &mut String, printer: &impl Printer<L>, graph: &Graph<L>) {
    for block in graph.reverse_postorder() {
        let data = &graph.blocks[block];
        let params: Vec<_> = data.params.iter().map(|&p| printer.define(p)).collect();
        writeln!(out, "  {block}({}):", params.join(", ")).unwrap();
        for op in &data.ops {
            writeln!(out, "    {}", op_text(printer, op)).unwrap();
        }
        let end = match &data.terminator {
            Terminator::Jump(l) => format!("jump {}", link(l)),
            Terminator::Branch { cond, then, otherwise } => {
                format!("branch {cond} {} {}", link(then), link(otherwise))
            }
            Terminator::Switch { value, cases, default } => {
                let cases: Vec<_> = cases.iter().map(|(n, l)| format!("{n}: {}", link(l))).collect();
                format!("switch {value} {} else {}", cases.join(" "), link(default))
            }
            Terminator::Next { step, body, done, raised } => {
                let raised = raised.iter().map(|(exc, l)| format!(" except {exc} {}", link(l)));
                format!("{} {} done {}{}", printer.step(step), link(body), link(done), raised.collect::<String>())
            }
            Terminator::Guard { exc, ok, err, guard } => {
                format!("guard{} {} except {exc} {}", printer.guard(*guard), link(ok), link(err))
            }
            Terminator::Return(values) => {
                let values: Vec<_> = values.iter().map(|v| format!(" {v}")).collect();
                format!("return{}", values.concat())
            }
            Terminator::Unreachable => "unreachable".into(),
        };
        writeln!(out, "    {end}").unwrap();
    }
}

fn op_text<L: Level>(printer: &impl Printer<L>, op: &Op<L>) -> String {
    let mut text = String::new();
    if !op.results.is_empty() {
        let results: Vec<_> = op.results.iter().map(|&r| printer.define(r)).collect();
        write!(text, "{} = ", results.join(", ")).unwrap();
    }
    text += &printer.op(&op.kind);
    for arg in &op.args {
        write!(text, " {arg}").unwrap();
    }
    text
}

fn link(l: &Link) -> String {
    let args: Vec<_> = l.args.iter().map(|a| a.to_string()).collect();
    format!("{}({})", l.target, args.join(", "))
}

struct FlowPrinter<'a> {
    program: &'a Program,
    graph: &'a FlowGraph,
    types: Option<&'a dyn Fn(Value) -> String>,
}

impl Printer<Flow> for FlowPrinter<'_> {
    fn op(&self, op: &FlowOp) -> String {
        match op {
            FlowOp::Const(c) => format!("const {}", constant(self.program, c)),
            FlowOp::Unary(op) => format!("{op:?}").to_lowercase(),
            FlowOp::Binary { op, inplace } => format!("{}{}", op.symbol(), if *inplace { "=" } else { "" }),
            FlowOp::Compare(op) => op.symbol().into(),
            FlowOp::Truth => "truth".into(),
            FlowOp::Tuple => "tuple".into(),
            FlowOp::List => "list".into(),
            FlowOp::Set(_) => "set".into(),
            FlowOp::Dict => "dict".into(),
            FlowOp::ListAppend => "list_append".into(),
            FlowOp::ListExtend => "list_extend".into(),
            FlowOp::ListToTuple => "list_to_tuple".into(),
            FlowOp::SetAdd => "set_add".into(),
            FlowOp::SetUpdate => "set_update".into(),
            FlowOp::DictSetItem => "dict_setitem".into(),
            FlowOp::DictUpdate => "dict_update".into(),
            FlowOp::KeywordsUpdate => "keywords_update".into(),
            FlowOp::Slice => "slice".into(),
            FlowOp::UnpackStar { before, after } => format!("unpack[{before}, *, {after}]"),
            FlowOp::Closure(f) => format!("closure[{}]", self.program.functions[*f].qualname),
            FlowOp::NewCell => "new_cell".into(),
            FlowOp::LoadCell => "load_cell".into(),
            FlowOp::StoreCell => "store_cell".into(),
            FlowOp::Unpack { n } => format!("unpack[{n}]"),
            FlowOp::Call { keywords } if keywords.is_empty() => "call".into(),
            FlowOp::Call { keywords } => format!("call[{}]", keywords.join(", ")),
            FlowOp::CallStar(args) => {
                let how = |arg: &Arg| match arg {
                    Arg::Positional => "_".to_string(),
                    Arg::Star => "*".into(),
                    Arg::Keyword(name) => name.to_string(),
                    Arg::DoubleStar => "**".into(),
                };
                format!("call[{}]", args.iter().map(how).collect::<Vec<_>>().join(", "))
            }
            FlowOp::StarArgs => "star_args".into(),
            FlowOp::Items => "items".into(),
            FlowOp::GetAttr(name) => format!("getattr[{name}]"),
            FlowOp::SetAttr(name) => format!("setattr[{name}]"),
            FlowOp::DelAttr(name) => format!("delattr[{name}]"),
            FlowOp::GetItem => "getitem".into(),
            FlowOp::SetItem => "setitem".into(),
            FlowOp::DelItem => "delitem".into(),
            FlowOp::LoadGlobal(g) => format!("load {}", self.global(*g)),
            FlowOp::StoreGlobal(g) => format!("store {}", self.global(*g)),
            FlowOp::CheckBound { name, .. } => format!("check_bound[{name}]"),
            FlowOp::Iter => "iter".into(),
            FlowOp::Format(c) => format!("format[{}]", format!("{c:?}").to_lowercase()),
            FlowOp::FormatSpec(c) => format!("format_spec[{}]", format!("{c:?}").to_lowercase()),
            FlowOp::Percent(d) => format!("percent[{}]", directive(d)),
            FlowOp::Concat => "concat".into(),
            FlowOp::Refine(r) => format!("refine[{}]", refinement(r)),
            FlowOp::MatchException => "match_exception".into(),
            FlowOp::AttachContext => "attach_context".into(),
            FlowOp::Raise => "raise".into(),
            FlowOp::RaiseFrom => "raise_from".into(),
            FlowOp::Reraise => "reraise".into(),
            FlowOp::RevealType => "reveal_type".into(),
            FlowOp::Super(class) => format!("super[{}]", self.program.classes[*class].qualname),
            FlowOp::EndIter => "end_iter".into(),
            FlowOp::Yield => "yield".into(),
            FlowOp::YieldFrom => "yield_from".into(),
        }
    }

    fn step(&self, step: &Step) -> String {
        format!("{}, {} = next {}", self.define(step.item), self.define(step.rest), step.iter)
    }

    fn guard(&self, (): ()) -> String {
        String::new()
    }

    fn define(&self, value: Value) -> String {
        let mut text = value.to_string();
        if let Some(name) = &self.graph.values[value] {
            write!(text, ":{name}").unwrap();
        }
        if let Some(types) = self.types {
            write!(text, ": {}", types(value)).unwrap();
        }
        text
    }
}

impl FlowPrinter<'_> {
    fn global(&self, id: crate::flow::GlobalId) -> String {
        let global = &self.program.globals[id];
        format!("{}.{}", self.program.modules[global.module].name, global.name)
    }
}

/// A constant as dumps and messages show it.
pub fn constant(program: &Program, c: &Constant) -> String {
    match c {
        Constant::Unbound => "<unbound>".into(),
        Constant::None => "None".into(),
        Constant::Ellipsis => "...".into(),
        Constant::NotImplemented => "NotImplemented".into(),
        Constant::Bool(b) => if *b { "True" } else { "False" }.into(),
        Constant::Int(i) => i.to_string(),
        Constant::Float(x) => format!("{x:?}"),
        Constant::Str(s) => format!("{s:?}"),
        Constant::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
        Constant::Function(f) => program.functions[*f].qualname.to_string(),
        Constant::Builtin(name) => name.to_string(),
        Constant::Exception(class) => class.name().into(),
        Constant::Module(m) => format!("module {}", program.modules[*m].name),
        Constant::Library(module, name) => format!("{module}.{name}"),
        Constant::Class(class) => program.classes[*class].qualname.to_string(),
        Constant::Typing(name) => format!("typing.{name}"),
    }
}

fn directive(d: &Directive) -> String {
    let flags: String = "-+ #0".chars().enumerate().filter(|(i, _)| d.flags >> i & 1 == 1).map(|(_, c)| c).collect();
    let width = d.width.map_or(String::new(), |n| n.to_string());
    let precision = d.precision.map_or(String::new(), |n| format!(".{n}"));
    format!("%{flags}{width}{precision}{}", d.conversion)
}

fn refinement(r: &Refinement) -> String {
    match r {
        Refinement::IsNone => "is None".into(),
        Refinement::NotNone => "is not None".into(),
        Refinement::Truthy => "truthy".into(),
        Refinement::Falsy => "falsy".into(),
        Refinement::IsInstance => "isinstance".into(),
        Refinement::NotInstance => "not isinstance".into(),
        Refinement::Compare(op) => op.symbol().into(),
    }
}

struct LowPrinter<'a> {
    program: &'a LlProgram,
}

impl Printer<Low> for LowPrinter<'_> {
    fn op(&self, op: &LlOp) -> String {
        let program = self.program;
        let name = |id: StructId| program.structs[id].name.clone();
        let field = |id: StructId, i: usize| format!("{}.{}", name(id), program.structs[id].fields[i].name);
        match op {
            LlOp::Int(i) => format!("int {i}"),
            LlOp::Float(bits) => format!("float {:?}", f64::from_bits(*bits)),
            LlOp::Bool(b) => format!("bool {b}"),
            LlOp::Null(id) => format!("null[{}]", name(*id)),
            LlOp::Static(id) => match &program.statics[*id].tail {
                crate::lowlevel::StaticTail::Bytes(b) if b.len() <= 40 => {
                    format!("{id} {:?}", String::from_utf8_lossy(b))
                }
                _ => id.to_string(),
            },
            LlOp::Prim(p) => p.row().name.into(),
            LlOp::Select => "select".into(),
            LlOp::Call(f) => format!("call {}", program.functions[*f].name),
            LlOp::New(id) => format!("new[{}]", name(*id)),
            LlOp::NewTail(id) => format!("new_tail[{}]", name(*id)),
            LlOp::GetField(id, i) => format!("getfield[{}]", field(*id, *i)),
            LlOp::SetField(id, i) => format!("setfield[{}]", field(*id, *i)),
            LlOp::TailLen(id) => format!("tail_len[{}]", name(*id)),
            LlOp::GetItem(id) => format!("getitem[{}]", name(*id)),
            LlOp::SetItem(id) => format!("setitem[{}]", name(*id)),
            LlOp::CopyItems(a, b) => format!("copy_items[{}, {}]", name(*a), name(*b)),
            LlOp::ItemAddr(id) => format!("item_addr[{}]", name(*id)),
            LlOp::LeaveRoom(id) => format!("leave_room[{}]", name(*id)),
            LlOp::TakeRoom(id) => format!("take_room[{}]", name(*id)),
            LlOp::ForgetRoom(id) => format!("forget_room[{}]", name(*id)),
            LlOp::Cast(id) => format!("cast[{}]", name(*id)),
            LlOp::PtrEq => "ptr_eq".into(),
            LlOp::IsNull => "is_null".into(),
            LlOp::TypeId => "type_id".into(),
            LlOp::LoadCell(c) => format!("load {}", program.cells[*c].name),
            LlOp::StoreCell(c) => format!("store {}", program.cells[*c].name),
            LlOp::Raise => "raise".into(),
            LlOp::Reraise => "reraise".into(),
            LlOp::InitObject(id) => format!("init_object[{}]", name(*id)),
            LlOp::ObjectAt(id) => format!("object_at[{}]", name(*id)),
            LlOp::Address => "address".into(),
            LlOp::IsWatched => "is_watched".into(),
        }
    }

    fn step(&self, step: &std::convert::Infallible) -> String {
        match *step {}
    }

    fn guard(&self, levels: Levels) -> String {
        if levels.0 == 1 { String::new() } else { format!("[{}]", levels.0) }
    }

    fn define(&self, value: Value) -> String {
        value.to_string()
    }
}
