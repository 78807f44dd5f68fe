//! `import`: a module's top level is run once, when the first import comes to it.

use super::Lowering;
use super::name::Asked;
use crate::ast::*;
use crate::errors::Mistake;
use crate::modules::Target;
use crate::unit::Bound;
use naja_ir::Name;
use naja_ir::flow::{Constant, FlowOp, ModuleId};
use naja_ir::graph::Link;
use naja_ir::source::Span;

impl Lowering<'_> {
    /// At the very beginning no module has been run.
    pub(super) fn clear_import_flags(&mut self) {
        let span = self.world.program.functions[self.func].span;
        let flags: Vec<_> = self.world.flags.values().flatten().copied().collect();
        for flag in flags {
            let no = self.constant(Constant::Bool(false), span);
            self.emit0(FlowOp::StoreGlobal(flag), &[no], span);
        }
    }

    /// A stream that will be given another file is there before `sys` is imported.
    pub(super) fn begin_streams(&mut self) {
        let span = self.world.program.functions[self.func].span;
        for (variable, stream) in &self.world.redirected.variables {
            let stream = self.constant(stream.clone(), span);
            self.emit0(FlowOp::StoreGlobal(*variable), &[stream], span);
        }
    }

    pub(super) fn import(&mut self, id: StmtId, aliases: &[Alias]) {
        let Some(import) = self.module.imports.get(&id) else { return self.import_of_nothing(id) };
        for (alias, target) in aliases.iter().zip(&import.targets) {
            let span = alias.span;
            let constant = match target {
                Target::User(chain) => {
                    self.run_all(chain, span);
                    Constant::Module(if alias.asname.is_some() { chain[chain.len() - 1] } else { chain[0] })
                }
                Target::Provided(provided) => provided.module(),
                Target::Library(_) | Target::Nothing => continue,
            };
            let root: &str = alias.name.split('.').next().unwrap_or_default();
            let name = alias.asname.clone().unwrap_or_else(|| root.into());
            let value = self.constant(constant, span);
            self.store_name(&name, value, span);
        }
    }

    pub(super) fn import_from(&mut self, id: StmtId, names: &[Alias], span: Span) {
        let Some(import) = self.module.imports.get(&id) else { return self.import_of_nothing(id) };
        match import.targets.first() {
            Some(Target::User(chain)) => {
                self.run_all(chain, span);
                let module = chain[chain.len() - 1];
                for alias in names {
                    match &*alias.name {
                        "*" => self.import_star(id, module, span),
                        _ => self.import_name(id, module, alias),
                    }
                }
            }
            Some(Target::Provided(provided)) => {
                let all: Vec<(Name, Name)> = match names {
                    [star] if &*star.name == "*" => {
                        provided.names.iter().map(|&name| (name.into(), name.into())).collect()
                    }
                    _ => {
                        let pairs =
                            names.iter().map(|a| (a.name.clone(), a.asname.as_ref().unwrap_or(&a.name).clone()));
                        pairs.collect()
                    }
                };
                for (name, asname) in all {
                    if let Some(constant) = provided.get(&name).filter(|_| self.is_kept(&asname)) {
                        let value = self.constant(constant, span);
                        self.store_name(&asname, value, span);
                    }
                }
            }
            // Constants of the module.
            Some(Target::Library(_)) => {}
            Some(Target::Nothing) | None => {}
        }
    }

    /// An import that was not looked at, because it seemed never to run.
    fn import_of_nothing(&mut self, id: StmtId) {
        let help = "import it where it is sure to be needed".into();
        let mistake =
            Mistake::NotYet { what: "imports behind a changed TYPE_CHECKING or __name__".into(), help: Some(help) };
        self.mistake(mistake, self.ast.stmts[id].span);
    }

    fn import_name(&mut self, id: StmtId, module: ModuleId, alias: &Alias) {
        let (name, span) = (&alias.name, alias.span);
        let value = if let Some(&submodule) = self.module.imports[&id].submodules.get(name) {
            self.run(submodule, span);
            self.constant(Constant::Module(submodule), span)
        } else if self.world.names.modules[module].contains_key(name) {
            self.load_global(module, name, Asked::From, span)
        } else {
            let given = self.given(module, name).expect("loading has looked for the name");
            self.constant(given, span)
        };
        self.store_name(alias.asname.as_ref().unwrap_or(name), value, span);
    }

    fn import_star(&mut self, id: StmtId, module: ModuleId, span: Span) {
        let names: Vec<Name> = self
            .unit
            .bindings
            .iter()
            .filter(|b| matches!(&b.bound, Bound::From { stmt, .. } if *stmt == id))
            .map(|b| b.name.clone())
            .collect();
        for name in names {
            if let Some(&submodule) = self.module.imports[&id].submodules.get(&name) {
                self.run(submodule, span);
                let value = self.constant(Constant::Module(submodule), span);
                self.store_name(&name, value, span);
            } else {
                self.copy_if_bound(module, &name, &name, span);
            }
        }
    }

    fn run_all(&mut self, chain: &[ModuleId], span: Span) {
        for &module in chain {
            self.run(module, span);
        }
    }

    /// Runs a module's top level, unless that was done or is being done. If it
    /// raises, the next import tries again.
    fn run(&mut self, module: ModuleId, span: Span) {
        let body = Constant::Function(self.world.program.modules[module].body);
        let Some(flag) = self.world.flags[module] else {
            let body = self.constant(body, span);
            self.emit(FlowOp::Call { keywords: Vec::new() }, &[body], span);
            return;
        };
        let (first, after, failed) = (self.new_block(), self.new_block(), self.new_block());
        let exc = self.add_param(failed, None);
        self.branch_on_flag(flag, Link::new(after, []), Link::new(first, []), span);
        self.enter(first);
        let yes = self.constant(Constant::Bool(true), span);
        self.emit0(FlowOp::StoreGlobal(flag), &[yes], span);
        let body = self.constant(body, span);
        self.push(FlowOp::Call { keywords: Vec::new() }, &[body], 1, span);
        self.guard(failed);
        self.jump(after, &[]);
        self.enter(failed);
        let no = self.constant(Constant::Bool(false), span);
        self.emit0(FlowOp::StoreGlobal(flag), &[no], span);
        self.raise(FlowOp::Reraise, &[exc], span);
        self.enter(after);
    }
}
