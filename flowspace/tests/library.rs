//! Every function of the library has a graph, in which nothing may be unbound.

mod common;

use naja_ir::flow::FlowOp;
use naja_ir::{print, verify};

#[test]
fn every_library_function() {
    let mut space = common::flow(&[("prog.py", "pass\n")]);
    for module in naja_rlib::modules() {
        let text = naja_rlib::source(module).expect("it is listed");
        let names = text.lines().filter_map(|line| line.strip_prefix("def ")?.split('(').next());
        for name in names {
            let func = space.library_function(module, name);
            space.ensure_graph(func);
            let function = &space.program.functions[func];
            verify::flow_graph(&function.graph).unwrap_or_else(|e| panic!("{module}.{name}: {e}"));
            let unbound = function.graph.blocks.values().flat_map(|b| &b.ops);
            let unbound = unbound.filter(|op| matches!(op.kind, FlowOp::CheckBound { .. }));
            assert_eq!(unbound.count(), 0, "{}", print::flow_function(&space.program, function));
        }
    }
}
