//! What a well-formed graph is.
//!
//! At both levels:
//! 1. every value is defined once: by one operation, one block's parameters or one terminator;
//! 2. every use is dominated by its definition;
//! 3. a link passes as many values as its target has parameters; no link enters `entry`;
//! 4. the results of a guarded operation are used only behind its `ok` link, and in that link's arguments;
//! 5. what a terminator defines is used only in the arguments of the one link that sees it;
//! 6. a `Guard` ends a block whose last operation may raise;
//! 7. an operation that always raises is its block's last, before `Unreachable` or `Guard`.
//!
//! At the low level also:
//! 8. operands and results have the types that their operation states; links and
//!    returns agree with parameters and results; the operand of `Branch` is a bool, of `Switch` an i64;
//! 9. no function that the program names is missing.

use crate::dominance::Dominators;
use crate::flow::{Flow, FlowGraph};
use crate::graph::{Block, Graph, Level, Op, Terminator, Value};
use crate::lltype::{EXCEPTION, LlType, OBJECT};
use crate::lowlevel::{LlFunc, LlOp, LlProgram, Low, Place};
use cranelift_entity::{EntityRef, SecondaryMap};

/// Checks a graph of Python's operations. The error is a sentence for us, not for users.
pub fn flow_graph(graph: &FlowGraph) -> Result<(), String> {
    structure::<Flow>(graph, |op| op.kind.may_raise(), |op| op.kind.always_raises())
}

/// Checks every function of a low-level program. `lowered` says whether the
/// shared lowering has made exceptions explicit.
pub fn ll_program(program: &LlProgram, lowered: bool) -> Result<(), String> {
    for func in program.functions.keys() {
        ll_function(program, func, lowered).map_err(|e| format!("{}: {e}", program.functions[func].name))?;
    }
    Ok(())
}

/// Checks one low-level function.
pub fn ll_function(program: &LlProgram, func: LlFunc, lowered: bool) -> Result<(), String> {
    let graph = &program.functions[func].graph;
    structure::<Low>(graph, |op| op.kind.may_raise(), |op| op.kind.always_raises())?;
    types(program, func, lowered)
}

#[derive(Clone, Copy, PartialEq)]
enum Definition {
    Missing,
    Param(Block),
    /// The result of the n-th operation of the block.
    Op(Block, usize),
    /// The result of the guarded last operation: for the `ok` link.
    Guarded(Block),
    /// Defined by the terminator, for the arguments of its link of this index.
    Terminator(Block, usize),
}

fn structure<L: Level>(
    graph: &Graph<L>,
    may_raise: impl Fn(&Op<L>) -> bool,
    always_raises: impl Fn(&Op<L>) -> bool,
) -> Result<(), String> {
    let order = graph.reverse_postorder();
    let dominators = Dominators::of(graph);
    let mut defined: SecondaryMap<Value, Definition> = SecondaryMap::with_default(Definition::Missing);
    let mut define = |value: Value, definition: Definition| {
        if value.index() >= graph.values.len() {
            return Err(format!("{value} does not exist"));
        }
        if defined[value] != Definition::Missing {
            return Err(format!("{value} is defined twice"));
        }
        defined[value] = definition;
        Ok(())
    };
    for &block in &order {
        let data = &graph.blocks[block];
        let guarded = matches!(data.terminator, Terminator::Guard { .. });
        for &param in &data.params {
            define(param, Definition::Param(block))?;
        }
        for (i, op) in data.ops.iter().enumerate() {
            let last = i + 1 == data.ops.len();
            for &result in &op.results {
                let definition = if last && guarded { Definition::Guarded(block) } else { Definition::Op(block, i) };
                define(result, definition)?;
            }
            if always_raises(op)
                && !(last && matches!(data.terminator, Terminator::Guard { .. } | Terminator::Unreachable))
            {
                return Err(format!("{block}: control goes on behind {:?}", op.kind));
            }
        }
        if guarded && !data.ops.last().is_some_and(&may_raise) {
            return Err(format!("{block}: its guard has no operation that may raise"));
        }
        for (value, link) in data.terminator.defines() {
            define(value, Definition::Terminator(block, link))?;
        }
    }

    let check_use = |value: Value, block: Block, at: usize| {
        let fine = match defined[value] {
            Definition::Missing | Definition::Terminator(..) => false,
            Definition::Param(b) => dominators.dominates(b, block),
            Definition::Op(b, i) => (b == block && i < at) || (b != block && dominators.dominates(b, block)),
            Definition::Guarded(b) => {
                // Behind the `ok` link: its target is entered from nowhere else, or takes it as an argument.
                let Terminator::Guard { ok, .. } = &graph.blocks[b].terminator else { unreachable!() };
                b != block && dominators.dominates(ok.target, block) && dominators.immediate(ok.target) == Some(b)
            }
        };
        if fine { Ok(()) } else { Err(format!("{block}: {value} is used where it is not defined")) }
    };
    for &block in &order {
        let data = &graph.blocks[block];
        for (i, op) in data.ops.iter().enumerate() {
            for &arg in &op.args {
                check_use(arg, block, i).map_err(|e| format!("{e}, by {:?}", op.kind))?;
            }
        }
        let mut result = Ok(());
        data.terminator.clone().for_each_operand_mut(|v| {
            if let Err(e) = check_use(*v, block, data.ops.len()) {
                result = Err(e);
            }
        });
        result?;
        let links = data.terminator.links();
        for (i, link) in links.iter().enumerate() {
            if link.target == graph.entry {
                return Err(format!("{block}: a link enters the entry"));
            }
            let params = graph.blocks[link.target].params.len();
            if link.args.len() != params {
                return Err(format!(
                    "{block}: {} has {params} parameters, the link passes {}",
                    link.target,
                    link.args.len()
                ));
            }
            for &arg in &link.args {
                match defined[arg] {
                    Definition::Guarded(b) if b == block && i == 0 => {}
                    Definition::Terminator(b, at) if b == block && at == i => {}
                    _ => check_use(arg, block, data.ops.len())?,
                }
            }
        }
    }
    Ok(())
}

fn types(program: &LlProgram, func: LlFunc, lowered: bool) -> Result<(), String> {
    let function = &program.functions[func];
    let graph = &function.graph;
    let ty = |v: Value| graph.values[v];
    for block in graph.reverse_postorder() {
        let data = &graph.blocks[block];
        for op in &data.ops {
            let args: Vec<LlType> = op.args.iter().map(|&a| ty(a)).collect();
            let results: Vec<LlType> = op.results.iter().map(|&r| ty(r)).collect();
            ll_op(program, &op.kind, op.place, &args, &results, lowered)
                .map_err(|e| format!("{block}: {:?} {:?} -> {:?}: {e}", op.kind, op.args, op.results))?;
        }
        match &data.terminator {
            Terminator::Branch { cond, .. } if ty(*cond) != LlType::Bool => {
                return Err(format!("{block}: branch on {cond}, which is not a bool"));
            }
            Terminator::Switch { value, cases, .. } => {
                if ty(*value) != LlType::I64 {
                    return Err(format!("{block}: switch on {value}, which is not an i64"));
                }
                let mut numbers: Vec<i64> = cases.iter().map(|c| c.0).collect();
                numbers.sort_unstable();
                numbers.dedup();
                if numbers.len() != cases.len() {
                    return Err(format!("{block}: a case twice"));
                }
            }
            Terminator::Guard { exc, .. } => {
                if lowered {
                    return Err(format!("{block}: a guard is left after lowering"));
                }
                if ty(*exc) != LlType::Ptr(EXCEPTION) {
                    return Err(format!("{block}: {exc} is not an exception"));
                }
            }
            Terminator::Return(values) => {
                let types: Vec<LlType> = values.iter().map(|&v| ty(v)).collect();
                if types != function.results {
                    return Err(format!("{block}: returns {types:?}, not {:?}", function.results));
                }
            }
            _ => {}
        }
        for link in data.terminator.links() {
            for (&arg, &param) in link.args.iter().zip(&graph.blocks[link.target].params) {
                if ty(arg) != ty(param) {
                    return Err(format!("{block}: {arg}: {:?} goes to {param}: {:?}", ty(arg), ty(param)));
                }
            }
        }
    }
    Ok(())
}

fn ll_op(
    program: &LlProgram,
    op: &LlOp,
    place: Place,
    args: &[LlType],
    results: &[LlType],
    lowered: bool,
) -> Result<(), String> {
    use LlType::*;
    if !program.places.is_valid(place) {
        return Err("has no place".into());
    }
    let item = |id| program.structs[id].tail.map(|t: crate::lltype::Storage| t.value_type()).ok_or("no tail");
    let (want_args, want_results): (Vec<LlType>, Vec<LlType>) = match op {
        LlOp::Int(_) => (vec![], vec![I64]),
        LlOp::Float(_) => (vec![], vec![F64]),
        LlOp::Bool(_) => (vec![], vec![Bool]),
        LlOp::Null(id) => (vec![], vec![Ptr(*id)]),
        LlOp::Static(id) => (vec![], vec![Ptr(program.statics[*id].ty)]),
        LlOp::Prim(p) => (p.row().args.to_vec(), p.row().results.to_vec()),
        LlOp::Select => {
            let [Bool, a, b] = args else { return Err("wants a bool and two values".into()) };
            if a != b || results != [*a] {
                return Err("its operands and result differ".into());
            }
            return Ok(());
        }
        LlOp::Call(f) => {
            let callee = program.functions.get(*f).ok_or("calls nobody")?;
            let params = callee.graph.params().iter().map(|&v| callee.graph.values[v]).collect();
            (params, callee.results.clone())
        }
        LlOp::New(id) => (vec![], vec![Ptr(*id)]),
        LlOp::NewTail(id) => {
            item(*id)?;
            (vec![I64], vec![Ptr(*id)])
        }
        LlOp::GetField(id, i) | LlOp::SetField(id, i) => {
            let field = program.structs[*id].fields.get(*i).ok_or("no such field")?.storage.value_type();
            let object = match args.first() {
                Some(Ptr(of)) if program.structs[*of].prefixes.iter().any(|prefix| prefix.of == *id) => *of,
                _ => *id,
            };
            match op {
                LlOp::GetField(..) => (vec![Ptr(object)], vec![field]),
                _ => (vec![Ptr(object), field], vec![]),
            }
        }
        LlOp::TailLen(id) => {
            item(*id)?;
            (vec![Ptr(*id)], vec![I64])
        }
        LlOp::GetItem(id) => (vec![Ptr(*id), I64], vec![item(*id)?]),
        LlOp::SetItem(id) => (vec![Ptr(*id), I64, item(*id)?], vec![]),
        LlOp::CopyItems(a, b) => {
            if program.structs[*a].tail != program.structs[*b].tail {
                return Err("the items differ".into());
            }
            (vec![Ptr(*a), I64, Ptr(*b), I64, I64], vec![])
        }
        LlOp::ItemAddr(id) => {
            item(*id)?;
            (vec![Ptr(*id), I64], vec![Addr])
        }
        LlOp::LeaveRoom(id) | LlOp::TakeRoom(id) => {
            item(*id)?;
            (vec![Ptr(*id), I64], vec![Ptr(*id)])
        }
        LlOp::ForgetRoom(id) => (vec![Ptr(*id)], vec![]),
        LlOp::Cast(id) => {
            let [Ptr(from)] = args else { return Err("wants a reference".into()) };
            if *from != OBJECT && *id != OBJECT && from != id {
                return Err("casts between unlike structs".into());
            }
            (args.to_vec(), vec![Ptr(*id)])
        }
        LlOp::PtrEq => {
            let [Ptr(a), Ptr(b)] = args else { return Err("wants two references".into()) };
            if a != b {
                return Err("compares unlike references".into());
            }
            (args.to_vec(), vec![Bool])
        }
        LlOp::IsNull | LlOp::IsWatched => {
            let [Ptr(_)] = args else { return Err("wants a reference".into()) };
            (args.to_vec(), vec![Bool])
        }
        LlOp::TypeId | LlOp::Address => {
            let [Ptr(_)] = args else { return Err("wants a reference".into()) };
            (args.to_vec(), vec![I64])
        }
        LlOp::ObjectAt(id) => (vec![I64], vec![Ptr(*id)]),
        LlOp::LoadCell(c) => (vec![], vec![program.cells[*c].ty]),
        LlOp::StoreCell(c) => (vec![program.cells[*c].ty], vec![]),
        LlOp::Raise | LlOp::Reraise => (vec![Ptr(EXCEPTION)], vec![]),
        LlOp::InitObject(id) => {
            let address = if program.structs[*id].tail.is_some() { vec![I64, I64] } else { vec![I64] };
            (address, vec![Ptr(*id)])
        }
    };
    let is_lowered_away = matches!(op, LlOp::LeaveRoom(_) | LlOp::TakeRoom(_) | LlOp::ForgetRoom(_));
    if lowered && (is_lowered_away || op.may_raise() && !matches!(op, LlOp::Call(_))) {
        return Err("is left after lowering".into());
    }
    if !lowered && matches!(op, LlOp::InitObject(_) | LlOp::ObjectAt(_) | LlOp::IsWatched) {
        return Err("stands before lowering".into());
    }
    if args != want_args {
        return Err(format!("wants {want_args:?}, gets {args:?}"));
    }
    if results != want_results {
        return Err(format!("gives {want_results:?}, not {results:?}"));
    }
    Ok(())
}
