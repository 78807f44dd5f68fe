//! From syntax to a flow graph: one function at a time.
//!
//! The graph is built in SSA form at once (`ssa.rs`), in the order in which
//! Python evaluates, and tidied at the end (`simplify.rs`). Statements recurse
//! over indentation and expressions over nesting, both bounded by the parser;
//! chains of any length are walked in loops.
//!
//! ```text
//! expr        values                        stmt      statements, assignment
//! display     lists, sets, dicts, slices
//! condition   tests, and what they teach    attempt   try, with, raise, leaving by finally
//! name        variables and globals         import    modules
//! pattern     `match`
//! closure     functions inside functions    comprehension  loops that make lists, sets, dicts
//! class       classes and `super()`
//! annotation  what Python evaluates of them
//! ```

mod annotation;
mod attempt;
mod class;
mod closure;
mod comprehension;
mod condition;
mod display;
mod expr;
mod import;
mod name;
mod pattern;
mod stmt;
mod template;

use crate::ast::*;
use crate::closures::{Capture, Closure, Closures};
use crate::enclosed;
use crate::kept;
use crate::modules::{MAIN, Module, Modules};
use crate::names::{Names, Standpoint};
use crate::namespace;
use crate::redirected::Redirected;
use crate::simplify;
use crate::ssa::{Ssa, Var};
use crate::unit::{Node, Unit};
use comprehension::Consumer;
pub use comprehension::USES_UP;
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::flow::{
    CompareOp, Constant, FlowGraph, FlowOp, FuncId, GlobalId, ModuleId, ParamKind, Program, Scope, Step,
};
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::source::Span;
use naja_ir::{SmallVec, verify};
use std::collections::HashMap;

/// What lowering knows of the program around a function.
pub struct World<'a> {
    pub program: &'a Program,
    pub modules: &'a Modules,
    pub names: &'a Names,
    pub closures: &'a Closures,
    /// "This module has been run": for modules that more than one statement imports.
    pub flags: &'a SecondaryMap<ModuleId, Option<GlobalId>>,
    /// The program has something by which StopIteration may be raised.
    pub has_stop_iteration: bool,
    /// Some class of the program is a named tuple.
    pub has_named_tuples: bool,
    /// Some object of the program may be a namespace.
    pub namespaces: Option<namespace::Notes>,
    pub redirected: Redirected,
}

/// What functions say of those inside them, which are lowered later.
pub type Inner = HashMap<FuncId, Made>;

impl Made {
    /// Is it a generator expression that makes a generator?
    pub fn is_generator(&self) -> bool {
        self.consumer == Some(Consumer::Unknown)
    }
}

/// A function that is made somewhere.
#[derive(Default)]
pub struct Made {
    /// What a generator expression is used for.
    consumer: Option<Consumer>,
    /// By parameter: may it be given a variable that is unbound?
    unbound: Vec<bool>,
}

/// The graph of a module's top level.
pub fn module(world: &World, id: ModuleId, inner: &mut Inner, mistakes: &mut Vec<Diagnostic>) -> FlowGraph {
    let module = &world.modules.list[id];
    let func = world.program.modules[id].body;
    let mut lowering = Lowering::new(world, id, func, None, inner, mistakes);
    if &*module.name == MAIN {
        lowering.clear_import_flags();
        lowering.begin_streams();
    }
    lowering.declare_top_level();
    lowering.body_of_function(&module.ast.body);
    lowering.finish()
}

/// The graph of a function; none of one that no control ever makes. Those
/// around it come before it.
pub fn function(
    world: &World,
    id: ModuleId,
    index: usize,
    inner: &mut Inner,
    mistakes: &mut Vec<Diagnostic>,
) -> Option<FlowGraph> {
    let module = &world.modules.list[id];
    let function = &module.functions[index];
    let is_of_module = matches!(function.child.node, Node::Def(_)) && function.parent.is_none();
    if !is_of_module && !inner.contains_key(&function.func) {
        return None;
    }
    let mut lowering = Lowering::new(world, id, function.func, Some(index), inner, mistakes);
    lowering.declare_locals();
    match function.child.node {
        Node::Def(stmt) => lowering.body_of_function(&module.ast.function_def(stmt).body),
        Node::Lambda(expr) => lowering.body_of_lambda(expr),
        Node::Comprehension(expr) => lowering.body_of_comprehension(expr),
    }
    Some(lowering.finish())
}

struct Lowering<'a> {
    world: &'a World<'a>,
    module_id: ModuleId,
    module: &'a Module,
    ast: &'a Ast,
    unit: &'a Unit,
    func: FuncId,
    /// The function's number in the module; none: its top level.
    index: Option<usize>,
    closure: &'a Closure,
    inner: &'a mut Inner,
    is_top_level: bool,
    /// The statement that is being lowered, of the function's body, or of its owner's.
    position: usize,
    vars: HashMap<Name, Var>,
    /// The variables that live in cells. What only this function binds is in `vars` as well.
    cells: HashMap<Name, Cell>,
    graph: FlowGraph,
    ssa: Ssa,
    /// Where operations go; `None` behind a statement that control never leaves.
    block: Option<Block>,
    /// The loops and `try` statements around the statement, outermost first.
    frames: Vec<Frame<'a>>,
    /// The values that are sure not to be `Unbound`.
    bound: EntitySet<Value>,
    /// The values that are bools for sure.
    bools: EntitySet<Value>,
    /// The values that are constants.
    constants: HashMap<Value, Constant>,
    /// The statements in copies of `finally` blocks so far.
    copied: u32,
    /// See `kept.rs`.
    kept: Vec<(usize, Name)>,
    in_copy: bool,
    mistakes: &'a mut Vec<Diagnostic>,
}

/// What surrounds a statement within its function.
enum Frame<'a> {
    Loop {
        next: Block,
        /// The state of a `for` loop's iteration, which its next round takes.
        rest: Option<Value>,
        /// The state that it began with, where nobody else may have it.
        own: Option<(Value, Span)>,
        done: Block,
    },
    /// The body of a `try` with `except` clauses.
    Try { landing: Block },
    /// What a `finally` block follows.
    Finally { body: &'a Body, landing: Block },
    /// The body of a `with` statement, by its context manager's `__exit__`.
    With { exit: Value, landing: Block, span: Span },
    /// An `except` clause, or the copy of a `finally` block for an exception.
    Handler { landing: Block, exc: Value, name: Option<&'a Name>, span: Span },
}

/// A variable that is shared with inner functions.
struct Cell {
    /// Holds the cell.
    var: Var,
    is_made: bool,
    scope: Scope,
    always_bound: bool,
    /// The statement of the function's body after which it is bound.
    bound_after: Option<usize>,
}

impl<'a> Lowering<'a> {
    fn new(
        world: &'a World<'a>,
        module_id: ModuleId,
        func: FuncId,
        index: Option<usize>,
        inner: &'a mut Inner,
        mistakes: &'a mut Vec<Diagnostic>,
    ) -> Lowering<'a> {
        let module = &world.modules.list[module_id];
        let unit = index.map_or(&module.unit, |index| &module.functions[index].unit);
        let function = &world.program.functions[func];
        let graph = FlowGraph::new(function.name.clone());
        let mut lowering = Lowering {
            world,
            module_id,
            module,
            ast: &module.ast,
            unit,
            func,
            index,
            closure: &world.closures[func],
            inner,
            is_top_level: index.is_none(),
            // Of a comprehension that of the statement that it stands in.
            position: index.map_or(0, |index| module.functions[index].child.position),
            vars: HashMap::new(),
            cells: HashMap::new(),
            block: Some(graph.entry),
            ssa: Ssa::new(function.span),
            graph,
            frames: Vec::new(),
            bound: EntitySet::new(),
            bools: EntitySet::new(),
            constants: HashMap::new(),
            kept: Vec::new(),
            copied: 0,
            in_copy: false,
            mistakes,
        };
        let entry = lowering.graph.entry;
        lowering.ssa.seal(&mut lowering.graph, entry);
        lowering
    }

    /// The entry's names that are variables of its top level, and what its cells
    /// hold at the start.
    fn declare_top_level(&mut self) {
        let names = &self.world.names.modules[self.module_id];
        for binding in &self.unit.bindings {
            let entry = &names[&binding.name];
            if self.vars.contains_key(&binding.name) {
                continue;
            }
            if entry.is_variable() {
                let var = self.new_var(&binding.name);
                if let Some(builtin) = &entry.hides {
                    let value = self.constant(builtin.clone(), binding.span);
                    self.write(var, value);
                }
            }
        }
        // A module whose import failed may be run again, and then begins with nothing.
        let again = self.world.flags[self.module_id].is_some() && self.world.modules.some_import_is_conditional();
        let mut first_values = Vec::new();
        for entry in names.values() {
            match (entry.cell, &entry.hides) {
                (Some(cell), Some(builtin)) => first_values.push((cell, builtin.clone())),
                (Some(cell), None) if again && self.world.program.globals[cell].starts_unbound => {
                    first_values.push((cell, Constant::Unbound));
                }
                _ => {}
            }
        }
        first_values.sort_by_key(|&(cell, _)| cell);
        for (cell, first) in first_values {
            let span = self.world.program.globals[cell].span;
            let value = self.constant(first, span);
            self.emit0(FlowOp::StoreGlobal(cell), &[value], span);
        }
    }

    /// The parameters and the variables of a function.
    fn declare_locals(&mut self) {
        let (world, closure) = (self.world, self.closure);
        let params = &world.program.functions[self.func].params;
        let mut captures = closure.captures.iter();
        for (number, param) in params.iter().enumerate() {
            let mut value = self.graph.add_param(self.graph.entry, Some(param.name.clone()));
            if number == 0
                && let Some(class) = self.enum_around()
            {
                value = self.constant(Constant::Class(class), param.span);
            }
            if param.kind != ParamKind::Captured {
                self.bound.insert(value);
                self.declare(&param.name, value, param.span);
                continue;
            }
            // The state of a comprehension's loop and default values are no captured variables.
            let Some(capture) = captures.as_slice().first().filter(|capture| capture.name == param.name) else {
                continue;
            };
            captures.next();
            let var = self.ssa.vars.push(param.name.clone());
            self.write(var, value);
            if capture.is_cell {
                self.bound.insert(value);
                let (scope, always_bound) = (capture.scope, capture.is_bound);
                let cell = Cell { var, is_made: true, scope, always_bound, bound_after: None };
                self.cells.insert(param.name.clone(), cell);
            } else {
                self.vars.insert(param.name.clone(), var);
                let given = self.inner.get(&self.func).and_then(|made| made.unbound.get(number));
                if given.is_some_and(|maybe| !maybe) {
                    self.bound.insert(value);
                }
            }
        }
        self.declare_enclosed();
        for binding in self.unit.bindings.iter().filter(|b| self.unit.locals.contains(&b.name)) {
            let name = &binding.name;
            let is_known = self.vars.contains_key(name) || self.cells.contains_key(name);
            if is_known || closure.constants.contains_key(name) {
                continue;
            }
            if closure.cells.get(name).is_some_and(|cell| !cell.by_binding) {
                let unbound = self.constant(Constant::Unbound, binding.span);
                self.declare(name, unbound, binding.span);
            } else if closure.cells.contains_key(name) {
                self.declare_cell(name, false);
            } else {
                self.new_var(name);
            }
        }
    }

    /// What a method uses of the function around its class its object has.
    fn declare_enclosed(&mut self) {
        let Some(function) = self.index.map(|index| &self.module.functions[index]) else { return };
        let Some(class) = enclosed::class_of_method(self.module, function) else { return };
        let closure = self.closure;
        for capture in &closure.captures {
            let span = self.world.program.functions[self.func].span;
            let Some(&object) = self.graph.params().first() else { return };
            let held = enclosed::attribute(class, &capture.name);
            let value = self.emit(FlowOp::GetAttr(held), &[object], span);
            let var = self.ssa.vars.push(capture.name.clone());
            self.write(var, value);
            match capture.is_cell {
                true => {
                    let Capture { scope, is_bound: always_bound, .. } = *capture;
                    let cell = Cell { var, is_made: true, scope, always_bound, bound_after: None };
                    self.cells.insert(capture.name.clone(), cell);
                }
                false => drop(self.vars.insert(capture.name.clone(), var)),
            }
        }
    }

    /// A variable of the function with its first value.
    fn declare(&mut self, name: &Name, value: Value, span: Span) {
        if !self.closure.cells.contains_key(name) {
            let var = self.new_var(name);
            self.write(var, value);
            return;
        }
        let cell = self.emit(FlowOp::NewCell, &[value], span);
        let var = self.declare_cell(name, true);
        self.write(var, cell);
        if let Some(&var) = self.vars.get(name) {
            self.write(var, value);
        }
    }

    fn declare_cell(&mut self, name: &Name, is_made: bool) -> Var {
        let own = &self.closure.cells[name];
        let var = self.ssa.vars.push(name.clone());
        if !own.is_written {
            self.new_var(name);
        }
        let (always_bound, bound_after) = (own.always_bound, own.bound_after);
        self.cells.insert(name.clone(), Cell { var, is_made, scope: Scope::Local, always_bound, bound_after });
        var
    }

    fn new_var(&mut self, name: &Name) -> Var {
        let var = self.ssa.vars.push(name.clone());
        self.vars.insert(name.clone(), var);
        var
    }

    fn body_of_function(&mut self, body: &'a Body) {
        if !self.is_top_level && !self.world.program.modules[self.module_id].is_library {
            self.kept = kept::variables(self.ast, body);
        }
        for (position, &stmt) in body.iter().enumerate() {
            self.position = position;
            self.stmt(stmt);
        }
        self.position = body.len();
        if self.block.is_some() {
            let span = self.world.program.functions[self.func].span;
            let none = self.constant(Constant::None, span);
            self.close_kept(span);
            self.return_value(none);
        }
    }

    /// Before the function returns: the generators go that only its variables have.
    fn close_kept(&mut self, span: Span) {
        let own = |var: &&(usize, Name)| var.0 < self.position && !self.cells.contains_key(&var.1);
        let names: Vec<Name> = self.kept.iter().filter(own).map(|(_, name)| name.clone()).collect();
        for name in names {
            if let (Some(&var), true) = (self.vars.get(&name), self.block.is_some()) {
                let value = self.read(var);
                self.emit0(FlowOp::EndIter, &[value], span);
            }
        }
    }

    fn return_value(&mut self, value: Value) {
        if let Some(block) = self.block.take() {
            self.graph.blocks[block].terminator = Terminator::Return(SmallVec::from_slice(&[value]));
        }
    }

    fn finish(mut self) -> FlowGraph {
        let unbound = self.inner.get(&self.func).map_or(Vec::new(), |made| made.unbound.clone());
        let is_library = self.world.program.modules[self.module_id].is_library;
        simplify::graph(&mut self.graph, &unbound, is_library);
        if cfg!(debug_assertions)
            && let Err(error) = verify::flow_graph(&self.graph)
        {
            panic!("flowspace made a bad graph of {}: {error}", self.graph.name);
        }
        self.tell_inner(&unbound);
        self.graph
    }

    fn standpoint(&self) -> Standpoint {
        let func = self.index.map_or(self.func, |index| self.module.functions[index].owner);
        Standpoint { func, position: self.position }
    }

    fn mistake(&mut self, mistake: crate::errors::Mistake, span: Span) {
        self.mistakes.push(mistake.at(span));
    }

    /// The block that operations go to. Expressions are lowered only where control comes.
    fn here(&self) -> Block {
        self.block.expect("operations are only made where control comes")
    }

    fn write(&mut self, var: Var, value: Value) {
        let block = self.here();
        self.ssa.write(var, block, value);
    }

    fn read(&mut self, var: Var) -> Value {
        let block = self.here();
        self.ssa.read(&mut self.graph, var, block)
    }

    fn constant(&mut self, constant: Constant, span: Span) -> Value {
        if matches!(&constant, Constant::Library(module, name) if &**module == "sys" && &**name == "argv") {
            // A list that can change is no constant: the name stands for the function that gives it.
            let function = self.push(FlowOp::Const(constant), &[], 1, span)[0];
            return self.emit(FlowOp::Call { keywords: Vec::new() }, &[function], span);
        }
        let value = self.push(FlowOp::Const(constant.clone()), &[], 1, span)[0];
        if constant != Constant::Unbound {
            self.bound.insert(value);
        }
        self.constants.insert(value, constant);
        value
    }

    /// An operation with one result.
    fn emit(&mut self, op: FlowOp, args: &[Value], span: Span) -> Value {
        self.emit_n(op, args, 1, span)[0]
    }

    fn emit0(&mut self, op: FlowOp, args: &[Value], span: Span) {
        self.emit_n(op, args, 0, span);
    }

    /// An operation; if it may raise where a handler is in scope, the block ends with it.
    fn emit_n(&mut self, op: FlowOp, args: &[Value], results: usize, span: Span) -> SmallVec<[Value; 1]> {
        let may_raise = op.may_raise();
        let mut args: SmallVec<[Value; 4]> = args.into();
        let iterated = match op {
            FlowOp::Iter | FlowOp::StarArgs | FlowOp::Unpack { .. } | FlowOp::UnpackStar { .. } | FlowOp::GetItem => {
                Some(0)
            }
            FlowOp::ListExtend | FlowOp::SetUpdate | FlowOp::Compare(CompareOp::In | CompareOp::NotIn) => Some(1),
            _ => None,
        };
        if let Some(number) = iterated {
            args[number] = self.iterable(args[number], span);
        }
        let is_load = matches!(op, FlowOp::LoadGlobal(_) | FlowOp::LoadCell);
        let results = self.push(op, &args, results, span);
        if !is_load {
            self.bound.extend(results.iter().copied());
        }
        if may_raise && let Some(landing) = self.landing() {
            self.guard(landing);
        }
        results
    }

    fn push(&mut self, kind: FlowOp, args: &[Value], results: usize, span: Span) -> SmallVec<[Value; 1]> {
        let results: SmallVec<[Value; 1]> = (0..results).map(|_| self.graph.new_value(None)).collect();
        let block = self.here();
        let op = Op { kind, args: args.into(), results: results.clone(), place: span };
        self.graph.blocks[block].ops.push(op);
        results
    }

    /// Ends the block behind its last operation, which may raise: then control goes to `landing`.
    fn guard(&mut self, landing: Block) {
        let block = self.here();
        let ok = self.new_block();
        let exc = self.graph.new_value(None);
        self.graph.blocks[block].terminator =
            Terminator::Guard { exc, ok: Link::new(ok, []), err: Link::new(landing, [exc]), guard: () };
        self.ssa.connect(block, 0, ok);
        self.ssa.connect(block, 1, landing);
        self.enter(ok);
    }

    fn new_block(&mut self) -> Block {
        self.graph.new_block()
    }

    /// A parameter that is given by the links themselves, before any variable's.
    fn add_param(&mut self, block: Block, name: Option<Name>) -> Value {
        let value = self.graph.add_param(block, name);
        self.bound.insert(value);
        value
    }

    /// All links into the block are known: go on there, if there are any.
    fn enter(&mut self, block: Block) {
        self.ssa.seal(&mut self.graph, block);
        self.block = self.ssa.is_reached(block).then_some(block);
    }

    fn jump(&mut self, target: Block, args: &[Value]) {
        if let Some(block) = self.block.take() {
            self.graph.blocks[block].terminator = Terminator::Jump(Link::new(target, args.iter().copied()));
            self.ssa.connect(block, 0, target);
        }
    }

    /// Ends the block with a step of a loop, which may raise as an operation may.
    fn next(&mut self, head: Block, step: Step, body: Link, done: Link) {
        self.ssa.connect(head, 0, body.target);
        self.ssa.connect(head, 1, done.target);
        let raised = self.landing().map(|landing| {
            let exc = self.graph.new_value(None);
            self.ssa.connect(head, 2, landing);
            (exc, Link::new(landing, [exc]))
        });
        self.graph.blocks[head].terminator = Terminator::Next { step, body, done, raised };
    }

    fn branch(&mut self, cond: Value, then: Link, otherwise: Link) {
        let block = self.here();
        self.ssa.connect(block, 0, then.target);
        self.ssa.connect(block, 1, otherwise.target);
        self.graph.blocks[block].terminator = Terminator::Branch { cond, then, otherwise };
        self.block = None;
    }

    /// Where an exception goes that is raised here; `None`: out of the function.
    fn landing(&self) -> Option<Block> {
        self.frames.iter().rev().find_map(|frame| match frame {
            Frame::Loop { .. } => None,
            Frame::Try { landing }
            | Frame::Finally { landing, .. }
            | Frame::With { landing, .. }
            | Frame::Handler { landing, .. } => Some(*landing),
        })
    }

    /// The exception that is being handled here, and by what.
    fn handled(&self) -> Option<(Value, Span)> {
        self.frames.iter().rev().find_map(|frame| match frame {
            Frame::Handler { exc, span, .. } => Some((*exc, *span)),
            _ => None,
        })
    }
}
