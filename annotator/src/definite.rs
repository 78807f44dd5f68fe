//! Which attributes every object of a class has as soon as anybody but its `__init__` can
//! see it: those that are assigned on every way through `__init__`, before the object
//! escapes. Methods of the object, `super().__init__` and comprehensions are followed. The
//! others are checked where they are read.

use naja_ir::Name;
use naja_ir::entity::SecondaryMap;
use naja_ir::flow::{Constant, FlowOp, FuncId, MemberKind, Program, UserClass};
use naja_ir::graph::{Block, Terminator, Value};
use std::collections::{BTreeSet, HashMap};

/// The method of `rlib/std/__bases__.py` that every new object begins with.
pub const MAKE: &str = "__make__";

/// How many calls deep the object is followed.
const DEEPEST: usize = 8;

pub fn definite_attributes(program: &Program, class: UserClass) -> BTreeSet<Name> {
    let mut walk = Walk { program, class, seen: None, early: BTreeSet::new(), done: HashMap::new() };
    let mut names = BTreeSet::new();
    for name in [MAKE, "__init__"] {
        let Some((_, MemberKind::Function(func))) = program.find_member(class, name) else { continue };
        let Some(after) = walk.function(func, 0, names, DEEPEST) else { return BTreeSet::new() };
        names = after;
    }
    if let Some(seen) = &walk.seen {
        names.retain(|name| seen.contains(name));
    }
    names.retain(|name| !walk.early.contains(name));
    names
}

type Names = BTreeSet<Name>;

struct Walk<'p> {
    program: &'p Program,
    class: UserClass,
    /// What was assigned whenever the object escaped; `None` as long as it did not.
    seen: Option<Names>,
    /// What may be read before it is assigned.
    early: Names,
    /// What functions were found to assign behind what is assigned.
    done: HashMap<(FuncId, usize, Names), Option<Names>>,
}

/// What is known of a value.
enum Known {
    Object,
    /// A method of the object, which is passed to it.
    Method(FuncId),
    /// `object.__init__`.
    Nothing,
    Function(FuncId),
    Class(UserClass),
    Super(UserClass),
}

impl Walk<'_> {
    /// What is assigned when the function returns; `None` where it never does.
    fn function(&mut self, func: FuncId, param: usize, assigned: Names, depth: usize) -> Option<Names> {
        let key = (func, param, assigned.clone());
        if let Some(found) = self.done.get(&key) {
            return found.clone();
        }
        // A function that calls itself.
        self.done.insert(key.clone(), Some(assigned.clone()));
        let found = self.body(func, param, assigned, depth);
        self.done.insert(key, found.clone());
        found
    }

    fn body(&mut self, func: FuncId, param: usize, assigned: Names, depth: usize) -> Option<Names> {
        let function = &self.program.functions[func];
        let graph = &function.graph;
        if depth == 0 || function.is_generator || graph.params().len() <= param {
            self.escape(&assigned);
            return Some(assigned);
        }
        let mut known: HashMap<Value, Known> = HashMap::new();
        known.insert(graph.params()[param], Known::Object);
        let mut before: SecondaryMap<Block, Option<Names>> = SecondaryMap::new();
        before[graph.entry] = Some(assigned);
        let mut result: Option<Names> = None;
        let order = graph.reverse_postorder();
        loop {
            let mut changed = false;
            for &block in &order {
                let Some(mut names) = before[block].clone() else { continue };
                let data = &graph.blocks[block];
                // An operation that raises has not assigned.
                let mut at_last = names.clone();
                for op in &data.ops {
                    at_last = names.clone();
                    self.op(&op.kind, &op.args, &op.results, &mut known, &mut names, depth);
                }
                let mut flows = |target: Block, names: &Names| match &mut before[target] {
                    Some(old) => {
                        let n = old.len();
                        old.retain(|name| names.contains(name));
                        changed |= old.len() != n;
                    }
                    new => {
                        *new = Some(names.clone());
                        changed = true;
                    }
                };
                match &data.terminator {
                    Terminator::Guard { ok, err, .. } => {
                        flows(ok.target, &names);
                        flows(err.target, &at_last);
                    }
                    terminator => terminator.links().into_iter().for_each(|link| flows(link.target, &names)),
                }
                let mut used = Vec::new();
                data.terminator.for_each_use(|v| used.push(v));
                if used.iter().any(|v| matches!(known.get(v), Some(Known::Object)))
                    && !matches!(data.terminator, Terminator::Branch { .. })
                {
                    self.escape(&names);
                }
                if let Terminator::Return(_) = data.terminator {
                    match &mut result {
                        Some(result) => result.retain(|name| names.contains(name)),
                        None => result = Some(names.clone()),
                    }
                }
            }
            if !changed {
                return result;
            }
        }
    }

    fn op(
        &mut self,
        kind: &FlowOp,
        args: &[Value],
        results: &[Value],
        known: &mut HashMap<Value, Known>,
        names: &mut Names,
        depth: usize,
    ) {
        let is_object = |known: &HashMap<Value, Known>, v: &Value| matches!(known.get(v), Some(Known::Object));
        let among = |known: &HashMap<Value, Known>, args: &[Value]| args.iter().any(|v| is_object(known, v));
        match kind {
            FlowOp::Const(Constant::Function(func)) => {
                known.insert(results[0], Known::Function(*func));
            }
            FlowOp::Const(Constant::Class(class)) => {
                known.insert(results[0], Known::Class(*class));
            }
            FlowOp::Super(class) if is_object(known, &args[0]) => {
                known.insert(results[0], Known::Super(*class));
            }
            FlowOp::SetAttr(name) if is_object(known, &args[0]) && !is_object(known, &args[1]) => {
                match self.program.find_member(self.class, name).map(|(_, kind)| kind) {
                    Some(MemberKind::Property { .. }) => self.escape(names),
                    _ => {
                        names.insert(name.clone());
                    }
                }
            }
            FlowOp::DelAttr(name) if is_object(known, &args[0]) => {
                names.remove(name);
                self.escape(names);
            }
            FlowOp::GetAttr(name) => match known.get(&args[0]) {
                Some(Known::Object) => match self.program.find_member(self.class, name).map(|(_, kind)| kind) {
                    _ if names.contains(name) => {}
                    Some(MemberKind::Function(func)) => {
                        known.insert(results[0], Known::Method(func));
                        self.early.insert(name.clone());
                    }
                    Some(MemberKind::Property { .. }) => self.escape(names),
                    _ => {
                        self.early.insert(name.clone());
                    }
                },
                Some(Known::Super(after)) => {
                    let found = self.program.find_behind(self.class, *after, name).map(|(_, kind)| kind);
                    match found {
                        Some(MemberKind::Function(func)) => {
                            known.insert(results[0], Known::Method(func));
                        }
                        None => {
                            known.insert(results[0], Known::Nothing);
                        }
                        _ => self.escape(names),
                    }
                }
                Some(Known::Class(class)) => {
                    if let Some((_, MemberKind::Function(func))) = self.program.find_member(*class, name) {
                        known.insert(results[0], Known::Function(func));
                    }
                }
                _ => {}
            },
            FlowOp::Call { .. } => {
                let places: Vec<usize> = (1..args.len()).filter(|&i| is_object(known, &args[i])).collect();
                match (known.get(&args[0]), places.as_slice()) {
                    (Some(Known::Method(func)), []) => {
                        if let Some(after) = self.function(*func, 0, names.clone(), depth - 1) {
                            *names = after;
                        }
                    }
                    (Some(Known::Function(func)), [only]) => {
                        if let Some(after) = self.function(*func, only - 1, names.clone(), depth - 1) {
                            *names = after;
                        }
                    }
                    (Some(Known::Method(_)), _) => self.escape(names),
                    (_, []) => {}
                    _ => self.escape(names),
                }
            }
            _ if among(known, args) => self.escape(names),
            // A method that is kept keeps the object.
            _ if args.iter().any(|v| matches!(known.get(v), Some(Known::Method(_) | Known::Super(_)))) => {
                self.escape(names);
            }
            _ => {}
        }
    }

    fn escape(&mut self, assigned: &Names) {
        match &mut self.seen {
            Some(seen) => seen.retain(|name| assigned.contains(name)),
            None => self.seen = Some(assigned.clone()),
        }
    }
}
