//! Objects that nobody but their function sees are its variables: one for each
//! field. Such an object is only made, written and read; it is never passed, stored
//! or compared. Allocations that `inline` brought home end here.
//!
//! ```text
//! v1 = new[Pair]
//! setfield[Pair.a] v1 v2           v3 is v2
//! v3 = getfield[Pair.a] v1
//! ```

use crate::opt::each_function;
use crate::opt::fold::Constant;
use crate::opt::rename::Renaming;
use crate::opt::ssa::{Construction, Variable};
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::graph::{Block, Op, Terminator, Value};
use naja_ir::lltype::{LlType, Storage, Struct};
use naja_ir::lowlevel::{LlGraph, LlOp, LlProgram};
use naja_ir::smallvec;

pub fn run(program: &mut LlProgram) {
    each_function(program, |program, _, graph| scalars(program, graph));
}

/// What a function does with one field of one object, as in `cells`.
#[derive(Clone)]
struct Accesses {
    ty: LlType,
    /// Reads of what the block began with.
    exposed: Vec<(Block, Value)>,
    last: Vec<(Block, Value)>,
}

impl Accesses {
    fn set(&mut self, block: Block, value: Value) {
        match self.last.last_mut() {
            Some((home, held)) if *home == block => *held = value,
            _ => self.last.push((block, value)),
        }
    }
}

fn scalars(program: &LlProgram, graph: &mut LlGraph) {
    let order = graph.reverse_postorder();
    let private = private_objects(program, graph, &order);
    if private.is_empty() {
        return;
    }
    let mut renaming = Renaming::default();
    let mut fields: SecondaryMap<Value, Vec<Accesses>> = SecondaryMap::new();
    for &block in &order {
        let ops = std::mem::take(&mut graph.blocks[block].ops);
        let n_ops = ops.len();
        let mut kept = Vec::with_capacity(n_ops);
        for (i, mut op) in ops.into_iter().enumerate() {
            let object = op.args.first().or(op.results.first()).copied().filter(|&v| private.contains(v));
            match (&op.kind, object) {
                (LlOp::New(id), Some(object)) => {
                    if i + 1 == n_ops
                        && let Terminator::Guard { ok, .. } = &graph.blocks[block].terminator
                    {
                        graph.blocks[block].terminator = Terminator::Jump(ok.clone());
                    }
                    // Memory is zeroed when it is allocated.
                    for (n, field) in program.structs[*id].fields.iter().enumerate() {
                        let ty = field.storage.value_type();
                        let zero = graph.new_value(ty);
                        let kind = zero_of(ty).expect("the field can be a variable").op();
                        kept.push(Op { kind, args: smallvec![], results: smallvec![zero], place: op.place });
                        let accesses = &mut fields[object];
                        if accesses.len() == n {
                            accesses.push(Accesses { ty, exposed: Vec::new(), last: Vec::new() });
                        }
                        accesses[n].set(block, zero);
                    }
                }
                (&LlOp::SetField(_, n), Some(object)) => fields[object][n].set(block, op.args[1]),
                (&LlOp::GetField(_, n), Some(object)) => match fields[object][n].last.last() {
                    Some(&(home, value)) if home == block => renaming.set(op.results[0], value),
                    _ => fields[object][n].exposed.push((block, op.results[0])),
                },
                (LlOp::IsNull, Some(_)) => {
                    op.kind = LlOp::Bool(false);
                    op.args.clear();
                    kept.push(op);
                }
                _ => kept.push(op),
            }
        }
        graph.blocks[block].ops = kept;
    }
    let mut construction = Construction::of(graph);
    for object in private.keys() {
        for accesses in std::mem::take(&mut fields[object]) {
            let mut variable = Variable::new(accesses.ty);
            variable.at_end.extend(accesses.last);
            for (block, read) in accesses.exposed {
                let value = construction.at_entry(&mut variable, block);
                renaming.set(read, value);
            }
            construction.close(&mut variable);
        }
    }
    renaming.apply(graph);
}

/// The objects made here that are seen here only.
fn private_objects(program: &LlProgram, graph: &LlGraph, order: &[Block]) -> EntitySet<Value> {
    let mut private = EntitySet::with_capacity(graph.values.len());
    let ops = || order.iter().flat_map(|&block| &graph.blocks[block].ops);
    for op in ops() {
        if let LlOp::New(id) = op.kind
            && has_variables(&program.structs[id])
        {
            private.insert(op.results[0]);
        }
    }
    for op in ops() {
        let seen = match op.kind {
            LlOp::GetField(..) | LlOp::SetField(..) | LlOp::IsNull => 1,
            _ => 0,
        };
        for &arg in &op.args[seen..] {
            private.remove(arg);
        }
    }
    for &block in order {
        graph.blocks[block].terminator.for_each_use(|v| {
            private.remove(v);
        });
    }
    private
}

/// Is there a variable of each field's type?
fn has_variables(s: &Struct) -> bool {
    let fits = |storage| matches!(storage, Storage::Value(ty) if zero_of(ty).is_some());
    s.tail.is_none() && s.fields.iter().all(|field| fits(field.storage))
}

fn zero_of(ty: LlType) -> Option<Constant> {
    Some(match ty {
        LlType::Bool => Constant::Bool(false),
        LlType::I64 => Constant::Int(0),
        LlType::F64 => Constant::Float(0),
        LlType::Ptr(id) => Constant::Null(id),
        LlType::Addr => return None,
    })
}
