//! Room behind objects: `LeaveRoom`, `TakeRoom` and `ForgetRoom` become calls of the
//! collector's hooks, which know where an object ends.
//!
//! ```text
//! v3 = take_room[Str] v1 v2      v4 = address v1
//!                                v5 = call take_room v4 v2 kind
//!                                v3 = select v5 v1 null
//! ```

use super::Facts;
use naja_ir::entity::EntityRef;
use naja_ir::graph::{Op, Value};
use naja_ir::layout::Target;
use naja_ir::lltype::{LlType, ROOM, StructId};
use naja_ir::lowlevel::{LlFunc, LlGraph, LlOp, LlProgram, Low};
use naja_ir::smallvec;
use naja_ir::source::SourceMap;

pub fn run(program: &mut LlProgram, _: &mut Facts, _: &SourceMap, _: Target) {
    let hooks = program.hooks;
    for function in program.functions.values_mut() {
        let graph = &mut function.graph;
        let is_room = |op: &Op<Low>| matches!(op.kind, LlOp::LeaveRoom(_) | LlOp::TakeRoom(_) | LlOp::ForgetRoom(_));
        for block in graph.reverse_postorder() {
            if !graph.blocks[block].ops.iter().any(is_room) {
                continue;
            }
            let mut ops = Vec::new();
            for op in std::mem::take(&mut graph.blocks[block].ops) {
                match op.kind {
                    LlOp::LeaveRoom(id) => {
                        call(graph, &mut ops, hooks.leave_room, &op, None);
                        same(&mut ops, id, op);
                    }
                    LlOp::TakeRoom(id) => {
                        let taken = call(graph, &mut ops, hooks.take_room, &op, Some(LlType::Bool));
                        let null = push(graph, &mut ops, &op, LlOp::Null(id), &[], LlType::Ptr(id));
                        let args = smallvec![taken.expect("a result"), op.args[0], null];
                        ops.push(Op { kind: LlOp::Select, args, ..op });
                    }
                    LlOp::ForgetRoom(_) => {
                        call(graph, &mut ops, hooks.forget_room, &op, None);
                    }
                    _ => ops.push(op),
                }
            }
            graph.blocks[block].ops = ops;
        }
    }
}

/// A call of the hook, with the object's address, the operation's other operands, and the
/// number of the struct of room.
fn call(
    graph: &mut LlGraph,
    ops: &mut Vec<Op<Low>>,
    hook: Option<LlFunc>,
    of: &Op<Low>,
    result: Option<LlType>,
) -> Option<Value> {
    let hook = hook.expect("a program that leaves room has the hooks for it");
    let address = push(graph, ops, of, LlOp::Address, &of.args[..1], LlType::I64);
    let kind = push(graph, ops, of, LlOp::Int(ROOM.index() as i64), &[], LlType::I64);
    let args = [address].into_iter().chain(of.args[1..].iter().copied()).chain([kind]).collect();
    let result = result.map(|ty| graph.new_value(ty));
    ops.push(Op { kind: LlOp::Call(hook), args, results: result.into_iter().collect(), place: of.place });
    result
}

fn push(graph: &mut LlGraph, ops: &mut Vec<Op<Low>>, of: &Op<Low>, kind: LlOp, args: &[Value], ty: LlType) -> Value {
    let result = graph.new_value(ty);
    ops.push(Op { kind, args: args.into(), results: smallvec![result], place: of.place });
    result
}

/// The operation's result is its operand.
fn same(ops: &mut Vec<Op<Low>>, id: StructId, op: Op<Low>) {
    ops.push(Op { kind: LlOp::Cast(id), args: smallvec![op.args[0]], results: op.results, place: op.place });
}
