//! Values that stand for others: collected while a pass looks, applied at once.

use naja_ir::entity::SecondaryMap;
use naja_ir::entity::packed_option::PackedOption;
use naja_ir::graph::Value;
use naja_ir::lowlevel::LlGraph;

#[derive(Default)]
pub struct Renaming {
    to: SecondaryMap<Value, PackedOption<Value>>,
    count: usize,
}

impl Renaming {
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// From now on `old` is `new`.
    pub fn set(&mut self, old: Value, new: Value) {
        let new = self.resolve(new);
        if old != new {
            debug_assert!(self.to[old].is_none(), "{old} is renamed twice");
            self.to[old] = new.into();
            self.count += 1;
        }
    }

    /// What a value is called now.
    pub fn resolve(&mut self, value: Value) -> Value {
        let mut end = value;
        while let Some(next) = self.to[end].expand() {
            end = next;
        }
        let mut at = value;
        while let Some(next) = self.to[at].expand() {
            self.to[at] = end.into();
            at = next;
        }
        end
    }

    pub fn apply(&mut self, graph: &mut LlGraph) {
        if self.is_empty() {
            return;
        }
        for block in graph.blocks.keys() {
            let data = &mut graph.blocks[block];
            for op in &mut data.ops {
                for arg in &mut op.args {
                    *arg = self.resolve(*arg);
                }
            }
            data.terminator.for_each_use_mut(|v| *v = self.resolve(*v));
        }
    }
}
