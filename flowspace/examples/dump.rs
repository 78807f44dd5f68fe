use naja_flowspace::{build, Files};
use naja_ir::print;
struct Disk;
impl Files for Disk { fn read(&self, path: &str) -> Option<std::io::Result<Vec<u8>>> { std::fs::metadata(path).ok()?; Some(std::fs::read(path)) } }
fn main() {
    let path = std::env::args().nth(1).unwrap();
    match build(&path, &Disk) {
        Ok(space) => {
            for (id, c) in &space.program.classes { println!("{id} {} bases {:?} mro {:?}", c.qualname, c.bases, c.mro);
                for (n, m) in &c.members { println!("    {n}: {:?}", m.kind); } }
            for f in space.program.functions.values() { print!("{}", print::flow_function(&space.program, f)); }
        }
        Err(f) => for d in &f.diagnostics { let p = d.span.map(|s| f.sources.get(s.source).position(s.start)); println!("{p:?} {} {}", d.code, d.message); }
    }
}
