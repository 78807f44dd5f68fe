//! Small programs for the tests of this crate.

use crate::lower::lower;
use naja_ir::builder::Builder;
use naja_ir::entity::PrimaryMap;
use naja_ir::graph::Value;
use naja_ir::layout::WASM32;
use naja_ir::lltype::{EXCEPTION, FRAME, LlType, well_known_structs};
use naja_ir::lowlevel::*;
use naja_ir::source::{Source, SourceMap, Span};
use naja_ir::verify;

pub const EXC: LlType = LlType::Ptr(EXCEPTION);

/// A program under construction, with the hooks and some places.
pub struct Made {
    pub program: LlProgram,
    pub sources: SourceMap,
    /// In function `f`, on line 1.
    pub in_f: Place,
    /// In `g`, on line 2, inlined into `f`.
    pub in_g_in_f: Place,
}

impl Made {
    pub fn new() -> Made {
        let mut sources = SourceMap::default();
        let source = sources.add(Source::new("p.py".into(), "first\n  second\n".into(), false));
        let span = |start| Span { source, start, end: start + 1 };
        let mut places = PrimaryMap::new();
        let in_library = places.push(PlaceData { function: None, span: span(0), inlined_at: None });
        let in_f = places.push(PlaceData { function: Some("f".into()), span: span(0), inlined_at: None });
        let in_g_in_f = places.push(PlaceData { function: Some("g".into()), span: span(9), inlined_at: Some(in_f) });
        let program = LlProgram {
            structs: well_known_structs(),
            statics: PrimaryMap::new(),
            cells: PrimaryMap::new(),
            functions: PrimaryMap::new(),
            places,
            main: LlFunc::from_u32(0),
            hooks: Hooks::default(),
        };
        let mut made = Made { program, sources, in_f, in_g_in_f };
        let raising = |b: &mut Builder, _: &[Value]| {
            let e = b.null(EXCEPTION);
            b.op0(LlOp::Raise, &[e]);
        };
        made.program.hooks.overflow = Some(made.function("overflow", &[LlType::I64], &[], in_library, raising));
        made.program.hooks.recursion = Some(made.function("recursion", &[], &[], in_library, raising));
        let frame = LlType::Ptr(FRAME);
        made.program.hooks.traceback =
            Some(made.function("traceback", &[EXC, frame], &[], in_library, |b, _| b.ret(&[])));
        made.program.hooks.allocate =
            Some(made.function("allocate", &[LlType::I64], &[LlType::I64], in_library, |b, p| b.ret(&[p[0]])));
        made.program.hooks.remember =
            Some(made.function("remember", &[LlType::I64], &[], in_library, |b, _| b.ret(&[])));
        made.program.hooks.remember_item =
            Some(made.function("remember_item", &[LlType::I64; 2], &[], in_library, |b, _| b.ret(&[])));
        made
    }

    pub fn function(
        &mut self,
        name: &str,
        params: &[LlType],
        results: &[LlType],
        place: Place,
        write: impl FnOnce(&mut Builder, &[Value]),
    ) -> LlFunc {
        let mut graph = LlGraph::new(name.into());
        let entry = graph.entry;
        let params: Vec<Value> = params.iter().map(|&ty| graph.add_param(entry, ty)).collect();
        write(&mut Builder { graph: &mut graph, block: entry, place }, &params);
        let function = LlFunction { name: name.into(), results: results.to_vec(), graph, is_library: false };
        self.program.functions.push(function)
    }

    /// `main` calls these functions with zeros and gives 0.
    pub fn main(&mut self, callees: &[LlFunc]) {
        let signatures: Vec<(LlFunc, usize, Vec<LlType>)> = (callees.iter())
            .map(|&f| (f, self.program.functions[f].graph.params().len(), self.program.functions[f].results.clone()))
            .collect();
        self.program.main = self.function("main", &[], &[LlType::I64], self.in_f, |b, _| {
            for (func, n_params, results) in signatures {
                let args: Vec<Value> = (0..n_params).map(|_| b.int(0)).collect();
                b.op(LlOp::Call(func), &args, &results);
            }
            let status = b.int(0);
            b.ret(&[status]);
        });
    }

    pub fn lowered(&self) -> LlProgram {
        verify::ll_program(&self.program, false).expect("the test's program is well-formed");
        lower(&self.program, &self.sources, WASM32)
    }
}
