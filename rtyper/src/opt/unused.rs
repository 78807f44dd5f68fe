//! Leaves behind the functions that nobody calls any more.

use naja_ir::entity::{EntitySet, PrimaryMap, SecondaryMap};
use naja_ir::lowlevel::{LlFunc, LlOp, LlProgram};

pub fn run(program: &mut LlProgram) {
    let hooks = program.hooks;
    let mut work: Vec<LlFunc> = vec![program.main];
    work.extend(hooks.each());
    let mut used: EntitySet<LlFunc> = EntitySet::new();
    while let Some(func) = work.pop() {
        if used.insert(func) {
            let ops = program.functions[func].graph.blocks.values().flat_map(|data| &data.ops);
            work.extend(ops.filter_map(|op| match op.kind {
                LlOp::Call(callee) => Some(callee),
                _ => None,
            }));
        }
    }
    let mut functions = PrimaryMap::new();
    let mut renumbered: SecondaryMap<LlFunc, Option<LlFunc>> = SecondaryMap::new();
    for (func, function) in std::mem::take(&mut program.functions) {
        if used.contains(func) {
            renumbered[func] = Some(functions.push(function));
        }
    }
    let new = |func: LlFunc| renumbered[func].expect("what is called is used");
    for function in functions.values_mut() {
        for data in function.graph.blocks.values_mut() {
            for op in &mut data.ops {
                if let LlOp::Call(callee) = &mut op.kind {
                    *callee = new(*callee);
                }
            }
        }
    }
    program.functions = functions;
    program.main = new(program.main);
    for hook in program.hooks.each_mut() {
        *hook = hook.map(new);
    }
}
