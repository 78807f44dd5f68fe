//! Programs in memory, and the graphs or mistakes that they give.

#![allow(dead_code)]

pub mod generate;
pub mod interpret;

use naja_flowspace::{Failure, Files, FlowSpace, build};
use naja_ir::{print, verify};

pub struct InMemory<'a>(pub &'a [(&'a str, &'a str)]);

impl Files for InMemory<'_> {
    fn read(&self, path: &str) -> Option<std::io::Result<Vec<u8>>> {
        self.0.iter().find(|file| file.0 == path).map(|file| Ok(file.1.as_bytes().to_vec()))
    }
}

/// The graphs of a program whose entry is the first file, verified.
pub fn flow(files: &[(&str, &str)]) -> FlowSpace {
    match build(files[0].0, &InMemory(files)) {
        Ok(space) => {
            for function in space.program.functions.values() {
                verify::flow_graph(&function.graph).unwrap_or_else(|e| panic!("{}: {e}", function.qualname));
            }
            space
        }
        Err(failure) => panic!("{}", report(&failure)),
    }
}

/// Every function of a program, printed.
pub fn printed(files: &[(&str, &str)]) -> String {
    let space = flow(files);
    space.program.functions.values().map(|f| print::flow_function(&space.program, f)).collect::<Vec<_>>().join("")
}

/// The mistakes of a program: `file:line:column code message`, a line each.
pub fn mistakes(files: &[(&str, &str)]) -> String {
    match build(files[0].0, &InMemory(files)) {
        Ok(_) => String::new(),
        Err(failure) => report(&failure),
    }
}

fn report(failure: &Failure) -> String {
    let mut lines = String::new();
    for d in &failure.diagnostics {
        let place = d.span.map_or(String::new(), |span| {
            let source = failure.sources.get(span.source);
            let (line, column) = source.position(span.start);
            format!("{}:{line}:{column} ", source.path)
        });
        lines += &format!("{place}{} {}\n", d.code, d.message);
    }
    lines
}
