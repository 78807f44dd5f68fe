//! Runs flow graphs, with as much of Python as the test programs need: the
//! order of evaluation, the ways of control and the contexts of exceptions are
//! what is tested, not the types.

use naja_flowspace::FlowSpace;
use naja_ir::Name;
use naja_ir::classes::{ClassId, exception_class};
use naja_ir::flow::*;
use naja_ir::graph::{Link, Terminator, Value};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::fmt::Write;
use std::rc::Rc;

#[derive(Clone)]
pub enum Object {
    Constant(Constant),
    Tuple(Rc<Vec<Object>>),
    List(Rc<RefCell<Vec<Object>>>),
    /// A set is one whose values are None.
    Dict(Rc<RefCell<Vec<(Object, Object)>>>),
    /// A context manager, `open(tag)`: it swallows exceptions if its tag is odd.
    Manager(i64),
    Method(i64, Name),
    Cell(Rc<RefCell<Object>>),
    Closure(FuncId, Rc<Vec<Object>>),
    /// What is left of an iteration.
    Iteration(Rc<Vec<Object>>, usize),
    ListIteration(Rc<RefCell<Vec<Object>>>, usize),
    Exception(Rc<Exception>),
}

pub struct Exception {
    class: ClassId,
    args: Vec<Object>,
    context: RefCell<Option<Rc<Exception>>>,
    cause: RefCell<Option<Object>>,
}

impl Exception {
    fn new(class: ClassId, args: Vec<Object>) -> Exception {
        Exception { class, args, context: RefCell::default(), cause: RefCell::default() }
    }
}

type Raised = Rc<Exception>;

pub struct Interpreter<'a> {
    space: &'a FlowSpace,
    globals: HashMap<GlobalId, Object>,
    pub output: String,
    steps: u32,
    /// What the generators that run have given.
    yielded: Vec<Vec<Object>>,
    /// It came to something that is not played here.
    gave_up: bool,
}

/// Where values grow larger than this a program is not looked at any further.
const TOO_LARGE: usize = 1 << 16;

fn list(items: Vec<Object>) -> Object {
    Object::List(Rc::new(RefCell::new(items)))
}

fn none() -> Object {
    Object::Constant(Constant::None)
}

fn text(s: impl AsRef<str>) -> Object {
    Object::Constant(Constant::Str(s.as_ref().into()))
}

fn int(n: i64) -> Object {
    Object::Constant(Constant::Int(n.into()))
}

fn boolean(b: bool) -> Object {
    Object::Constant(Constant::Bool(b))
}

fn error(class: &str, message: &str) -> Raised {
    let class = exception_class(class).expect("a builtin exception");
    Rc::new(Exception::new(class, vec![text(message)]))
}

/// What a program prints; an uncaught exception with its chain is the last
/// lines. None of one that makes values too large to be printed, or that formats.
pub fn run(space: &FlowSpace) -> Option<String> {
    let mut interpreter = Interpreter {
        space,
        globals: HashMap::new(),
        output: String::new(),
        steps: 0,
        yielded: Vec::new(),
        gave_up: false,
    };
    if let Err(raised) = interpreter.call_graph(space.main, &[]) {
        let chain = chain_text(&raised);
        write!(interpreter.output, "{chain}").unwrap();
    }
    let is_small = interpreter.output.lines().all(|line| line.len() < TOO_LARGE);
    (is_small && !interpreter.gave_up).then_some(interpreter.output)
}

/// As the test's `chain` function prints it under CPython.
fn chain_text(raised: &Raised) -> String {
    let mut lines = String::new();
    let mut at = Some(raised.clone());
    while let Some(exc) = at {
        let message: Vec<String> = exc.args.iter().map(str_of).collect();
        let cause = match &*exc.cause.borrow() {
            None => String::new(),
            Some(Object::Exception(cause)) => format!(" from {}", cause.class.name()),
            Some(other) => format!(" from {}", str_of(other)),
        };
        writeln!(lines, "{}({}){cause}", exc.class.name(), message.join(", ")).unwrap();
        at = exc.context.borrow().clone();
    }
    lines
}

fn str_of(object: &Object) -> String {
    match object {
        Object::Constant(Constant::Str(s)) => s.to_string(),
        Object::Exception(e) => e.args.iter().map(str_of).collect::<Vec<_>>().join(", "),
        other => repr_of(other),
    }
}

fn repr_of(object: &Object) -> String {
    match object {
        Object::Constant(Constant::Str(s)) => format!("'{s}'"),
        Object::Constant(Constant::Bool(b)) => if *b { "True" } else { "False" }.into(),
        Object::Constant(Constant::None) => "None".into(),
        Object::Constant(Constant::Int(n)) => n.to_string(),
        Object::Constant(Constant::Exception(class)) => format!("<class '{}'>", class.name()),
        Object::Constant(Constant::Builtin(name)) => format!("<built-in function {name}>"),
        Object::Constant(other) => format!("{other:?}"),
        Object::Tuple(items) => format!("({}{})", reprs_of(items), if items.len() == 1 { "," } else { "" }),
        // Lists may contain themselves.
        Object::List(items) => match items.try_borrow_mut() {
            Ok(items) => format!("[{}]", reprs_of(&items)),
            Err(_) => "[...]".into(),
        },
        Object::Dict(items) => {
            let texts =
                items.borrow().iter().map(|(k, v)| format!("{}: {}", repr_of(k), repr_of(v))).collect::<Vec<_>>();
            format!("{{{}}}", texts.join(", "))
        }
        Object::Closure(..) | Object::Manager(_) | Object::Method(..) => "<object>".into(),
        Object::Iteration(..) | Object::ListIteration(..) | Object::Cell(_) => panic!("no object of Python's"),
        Object::Exception(e) => {
            format!("{}({})", e.class.name(), e.args.iter().map(repr_of).collect::<Vec<_>>().join(", "))
        }
    }
}

/// The items' texts, or something that is too large.
fn reprs_of(items: &[Object]) -> String {
    let mut text = String::new();
    for (i, item) in items.iter().enumerate() {
        if text.len() < TOO_LARGE {
            text += if i > 0 { ", " } else { "" };
            text += &repr_of(item);
        }
    }
    text
}

fn number(object: &Object) -> Option<i64> {
    match object {
        Object::Constant(Constant::Int(n)) => i64::try_from(n).ok(),
        Object::Constant(Constant::Bool(b)) => Some(i64::from(*b)),
        _ => None,
    }
}

fn truth(object: &Object) -> bool {
    match object {
        Object::Constant(Constant::None) => false,
        Object::Constant(Constant::Bool(b)) => *b,
        Object::Constant(Constant::Int(n)) => *n != 0.into(),
        Object::Constant(Constant::Str(s)) => !s.is_empty(),
        Object::Tuple(items) => !items.is_empty(),
        Object::List(items) => !items.borrow().is_empty(),
        Object::Dict(items) => !items.borrow().is_empty(),
        _ => true,
    }
}

fn equal(a: &Object, b: &Object) -> bool {
    match (a, b) {
        (Object::Tuple(a), Object::Tuple(b)) => {
            Rc::ptr_eq(a, b) || a.len() == b.len() && a.iter().zip(&**b).all(|(a, b)| equal(a, b))
        }
        (Object::List(a), Object::List(b)) if Rc::ptr_eq(a, b) => true,
        (Object::List(a), Object::List(b)) => {
            let (a, b) = (a.borrow(), b.borrow());
            a.len() == b.len() && a.iter().zip(&*b).all(|(a, b)| equal(a, b))
        }
        (Object::Dict(a), Object::Dict(b)) => {
            let (a, b) = (a.borrow(), b.borrow());
            let has = |(key, value): &(Object, Object)| b.iter().any(|(k, v)| equal(k, key) && equal(v, value));
            a.len() == b.len() && a.iter().all(has)
        }
        (Object::Closure(_, a), Object::Closure(_, b)) => Rc::ptr_eq(a, b),
        (Object::Exception(a), Object::Exception(b)) => Rc::ptr_eq(a, b),
        (Object::Constant(x), Object::Constant(y)) => match (number(a), number(b)) {
            (Some(a), Some(b)) => a == b,
            _ => x == y,
        },
        _ => false,
    }
}

fn is_hashable(object: &Object) -> bool {
    match object {
        Object::List(_) | Object::Dict(_) => false,
        Object::Tuple(items) => items.iter().all(is_hashable),
        _ => true,
    }
}

fn store(dict: &Object, key: &Object, value: &Object) {
    let Object::Dict(pairs) = dict else { panic!("no dict") };
    let mut pairs = pairs.borrow_mut();
    match pairs.iter_mut().find(|(known, _)| equal(known, key)) {
        Some(pair) => pair.1 = value.clone(),
        None => pairs.push((key.clone(), value.clone())),
    }
}

fn order(a: &Object, b: &Object) -> Option<Ordering> {
    match (a, b) {
        (Object::Constant(Constant::Str(a)), Object::Constant(Constant::Str(b))) => Some(a.cmp(b)),
        (Object::Tuple(a), Object::Tuple(b)) => match a.iter().zip(&**b).find(|(a, b)| !equal(a, b)) {
            Some((a, b)) => order(a, b),
            None => Some(a.len().cmp(&b.len())),
        },
        (Object::List(a), Object::List(b)) => {
            let tuple = |items: &Rc<RefCell<Vec<Object>>>| Object::Tuple(Rc::new(items.borrow().to_vec()));
            order(&tuple(a), &tuple(b))
        }
        _ => Some(number(a)?.cmp(&number(b)?)),
    }
}

fn is_instance(exc: &Exception, class: &Object) -> bool {
    match class {
        Object::Constant(Constant::Exception(class)) => exc.class.is_subclass_of(*class),
        Object::Tuple(items) => items.iter().any(|class| is_instance(exc, class)),
        _ => false,
    }
}

impl Interpreter<'_> {
    /// A generator runs to its end at once: the programs take all its items as soon as it is made.
    fn call_graph(&mut self, func: FuncId, args: &[Object]) -> Result<Object, Raised> {
        if !self.space.program.functions[func].is_generator {
            return self.run_graph(func, args);
        }
        self.yielded.push(Vec::new());
        let done = self.run_graph(func, args);
        let items = self.yielded.pop().expect("pushed above");
        match done {
            Ok(_) => Ok(Object::Iteration(Rc::new(items), 0)),
            // PEP 479
            Err(exc) if exc.class.name() == "StopIteration" => {
                let failed = error("RuntimeError", "generator raised StopIteration");
                *failed.cause.borrow_mut() = Some(Object::Exception(exc.clone()));
                *failed.context.borrow_mut() = Some(exc);
                Err(failed)
            }
            Err(exc) => Err(exc),
        }
    }

    fn run_graph(&mut self, func: FuncId, args: &[Object]) -> Result<Object, Raised> {
        let function = &self.space.program.functions[func];
        let graph = &function.graph;
        let mut values: HashMap<Value, Object> = HashMap::new();
        values.extend(graph.params().iter().copied().zip(args.iter().cloned()));
        let mut block = graph.entry;
        loop {
            self.steps += 1;
            assert!(self.steps < 1_000_000, "{} runs for ever", function.name);
            let data = &graph.blocks[block];
            let mut raised = None;
            for (i, op) in data.ops.iter().enumerate() {
                let operands: Vec<Object> = op.args.iter().map(|arg| values[arg].clone()).collect();
                match self.op(&op.kind, &operands, op.results.len()) {
                    Ok(results) => values.extend(op.results.iter().copied().zip(results)),
                    // A guard is for the last operation only.
                    Err(exc) if i + 1 < data.ops.len() => return Err(exc),
                    Err(exc) => raised = Some(exc),
                }
            }
            let mut follow = |link: &Link, values: &mut HashMap<Value, Object>| {
                let given: Vec<Object> = link.args.iter().map(|arg| values[arg].clone()).collect();
                values.extend(graph.blocks[link.target].params.iter().copied().zip(given));
                block = link.target;
            };
            match (&data.terminator, raised) {
                (Terminator::Guard { exc, err, .. }, Some(raised)) => {
                    values.insert(*exc, Object::Exception(raised));
                    follow(err, &mut values);
                }
                (_, Some(raised)) => return Err(raised),
                (Terminator::Guard { ok, .. }, None) => follow(ok, &mut values),
                (Terminator::Jump(link), None) => follow(link, &mut values),
                (Terminator::Branch { cond, then, otherwise }, None) => {
                    let Object::Constant(Constant::Bool(b)) = values[cond] else { panic!("branches on no bool") };
                    follow(if b { then } else { otherwise }, &mut values);
                }
                (Terminator::Next { step, body, done, .. }, None) => {
                    let (item, rest) = match values[&step.iter].clone() {
                        Object::Iteration(items, at) => (items.get(at).cloned(), Object::Iteration(items, at + 1)),
                        Object::ListIteration(items, at) => {
                            let item = items.borrow().get(at).cloned();
                            (item, Object::ListIteration(items, at + 1))
                        }
                        _ => panic!("no iteration"),
                    };
                    match item {
                        Some(item) => {
                            values.insert(step.item, item);
                            values.insert(step.rest, rest);
                            follow(body, &mut values);
                        }
                        None => follow(done, &mut values),
                    }
                }
                (Terminator::Return(results), None) => return Ok(values[&results[0]].clone()),
                (other, None) => panic!("{other:?}"),
            }
        }
    }

    fn op(&mut self, op: &FlowOp, args: &[Object], results: usize) -> Result<Vec<Object>, Raised> {
        let one = |object| Ok(vec![object]);
        match op {
            FlowOp::Const(c) => one(Object::Constant(c.clone())),
            FlowOp::Unary(op) => match op {
                UnaryOp::Not => one(boolean(!truth(&args[0]))),
                UnaryOp::Neg => one(int(-number(&args[0]).unwrap())),
                UnaryOp::Pos => one(int(number(&args[0]).unwrap())),
                UnaryOp::Invert => one(int(!number(&args[0]).unwrap())),
            },
            FlowOp::Binary { op, inplace: true } if matches!(args[0], Object::List(_)) => {
                let Object::List(items) = &args[0] else { unreachable!("just seen") };
                let new = match op {
                    BinaryOp::Add => [items.borrow().to_vec(), self.items(&args[1])?].concat(),
                    _ => self.items(&self.binary(*op, &args[0], &args[1])?)?,
                };
                *items.borrow_mut() = new;
                one(args[0].clone())
            }
            FlowOp::Binary { op, .. } => one(self.binary(*op, &args[0], &args[1])?),
            FlowOp::Compare(op) => one(self.compare(*op, &args[0], &args[1])?),
            FlowOp::Truth => one(boolean(truth(&args[0]))),
            FlowOp::Tuple => one(Object::Tuple(Rc::new(args.to_vec()))),
            FlowOp::List => one(list(args.to_vec())),
            FlowOp::ListAppend => {
                let Object::List(items) = &args[0] else { panic!("no list") };
                items.borrow_mut().push(args[1].clone());
                Ok(vec![])
            }
            FlowOp::ListExtend => {
                let Object::List(items) = &args[0] else { panic!("no list") };
                let more = self.items(&args[1])?;
                items.borrow_mut().extend(more);
                Ok(vec![])
            }
            FlowOp::ListToTuple => one(Object::Tuple(Rc::new(self.items(&args[0])?))),
            FlowOp::Dict => {
                let dict = Object::Dict(Rc::default());
                args.chunks(2).for_each(|pair| store(&dict, &pair[0], &pair[1]));
                match args.chunks(2).all(|pair| is_hashable(&pair[0])) {
                    true => one(dict),
                    false => Err(error("TypeError", "unhashable")),
                }
            }
            FlowOp::DictSetItem if !is_hashable(&args[1]) => Err(error("TypeError", "unhashable")),
            FlowOp::DictSetItem => {
                store(&args[0], &args[1], &args[2]);
                Ok(vec![])
            }
            FlowOp::DictUpdate => match &args[1] {
                Object::Dict(pairs) => {
                    pairs.borrow().iter().for_each(|(key, value)| store(&args[0], key, value));
                    Ok(vec![])
                }
                _ => Err(error("TypeError", "no mapping")),
            },
            FlowOp::KeywordsUpdate => match &args[1] {
                Object::Dict(pairs) => {
                    for (key, value) in &*pairs.borrow() {
                        let Object::Constant(Constant::Str(_)) = key else {
                            return Err(error("TypeError", "keywords must be strings"));
                        };
                        let Object::Dict(there) = &args[0] else { panic!("no dict") };
                        if there.borrow().iter().any(|(other, _)| equal(other, key)) {
                            return Err(error("TypeError", "keyword twice"));
                        }
                        store(&args[0], key, value);
                    }
                    Ok(vec![])
                }
                _ => Err(error("TypeError", "no mapping")),
            },
            FlowOp::Closure(func) => one(Object::Closure(*func, Rc::new(args.to_vec()))),
            FlowOp::NewCell => one(Object::Cell(Rc::new(RefCell::new(args[0].clone())))),
            FlowOp::LoadCell => match &args[0] {
                Object::Cell(cell) => one(cell.borrow().clone()),
                _ => panic!("no cell"),
            },
            FlowOp::StoreCell => match &args[0] {
                Object::Cell(cell) => {
                    *cell.borrow_mut() = args[1].clone();
                    Ok(vec![])
                }
                _ => panic!("no cell"),
            },
            FlowOp::UnpackStar { before, after } => {
                let mut items = self.items(&args[0])?;
                if items.len() < before + after {
                    return Err(error("ValueError", "unpack"));
                }
                let end = items.split_off(items.len() - after);
                let middle = items.split_off(*before);
                Ok(items.into_iter().chain([list(middle)]).chain(end).collect())
            }
            FlowOp::Unpack { n } => match &args[0] {
                Object::List(items) if items.borrow().len() == *n => Ok(items.borrow().to_vec()),
                Object::Tuple(items) if items.len() == *n => Ok(items.to_vec()),
                _ => Err(error("ValueError", "unpack")),
            },
            FlowOp::Call { keywords } => one(self.call(&args[0], &args[1..], keywords)?),
            FlowOp::GetAttr(name) => match &args[0] {
                Object::Manager(tag) => one(Object::Method(*tag, name.clone())),
                _ => panic!("only of context managers"),
            },
            FlowOp::Items => one(args[0].clone()),
            FlowOp::StarArgs => one(Object::Tuple(Rc::new(self.items(&args[0])?))),
            FlowOp::CallStar(how) => {
                let (mut positional, mut names, mut named) = (Vec::new(), Vec::new(), Vec::new());
                for (how, arg) in how.iter().zip(&args[1..]) {
                    match how {
                        Arg::Positional => positional.push(arg.clone()),
                        Arg::Star => positional.extend(self.items(arg)?),
                        Arg::Keyword(name) => {
                            names.push(name.clone());
                            named.push(arg.clone());
                        }
                        Arg::DoubleStar => {
                            let Object::Dict(pairs) = arg else { return Err(error("TypeError", "no mapping")) };
                            for (key, value) in &*pairs.borrow() {
                                let Object::Constant(Constant::Str(key)) = key else {
                                    return Err(error("TypeError", "keywords must be strings"));
                                };
                                names.push(key.clone());
                                named.push(value.clone());
                            }
                        }
                    }
                }
                positional.extend(named);
                one(self.call(&args[0], &positional, &names)?)
            }
            FlowOp::GetItem if matches!(args[0], Object::Dict(_)) => {
                let Object::Dict(pairs) = &args[0] else { unreachable!("just seen") };
                match pairs.borrow().iter().find(|(key, _)| equal(key, &args[1])) {
                    Some((_, value)) => one(value.clone()),
                    None => Err(error("KeyError", "key")),
                }
            }
            FlowOp::DelItem => {
                let Object::Dict(pairs) = &args[0] else { panic!("no dict") };
                pairs.borrow_mut().retain(|(key, _)| !equal(key, &args[1]));
                Ok(vec![])
            }
            FlowOp::GetItem => match (&args[0], number(&args[1])) {
                (Object::List(items), Some(i)) => match items.borrow().get(i as usize) {
                    Some(item) => one(item.clone()),
                    None => Err(error("IndexError", "list index out of range")),
                },
                (Object::Tuple(items), Some(i)) => {
                    let n = items.len() as i64;
                    match items.get(if i < 0 { i + n } else { i } as usize) {
                        Some(item) => one(item.clone()),
                        None => Err(error("IndexError", "tuple index out of range")),
                    }
                }
                _ => Err(error("TypeError", "indices")),
            },
            FlowOp::LoadGlobal(g) => one(self.globals.get(g).cloned().unwrap_or(Object::Constant(Constant::Unbound))),
            FlowOp::StoreGlobal(g) => {
                self.globals.insert(*g, args[0].clone());
                Ok(vec![])
            }
            FlowOp::CheckBound { name, scope } => match &args[0] {
                Object::Constant(Constant::Unbound) => Err(match scope {
                    Scope::Global => error("NameError", &format!("name '{name}' is not defined")),
                    Scope::Local => error(
                        "UnboundLocalError",
                        &format!("cannot access local variable '{name}' where it is not associated with a value"),
                    ),
                    Scope::Free => error(
                        "NameError",
                        &format!(
                            "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
                        ),
                    ),
                }),
                object => one(object.clone()),
            },
            FlowOp::Iter => match &args[0] {
                Object::List(items) => one(Object::ListIteration(items.clone(), 0)),
                Object::Iteration(..) => one(args[0].clone()),
                other => one(Object::Iteration(Rc::new(self.items(other)?), 0)),
            },
            FlowOp::Format(conversion) => one(text(match conversion {
                Conversion::Repr | Conversion::Ascii => repr_of(&args[0]),
                Conversion::None | Conversion::Str => str_of(&args[0]),
            })),
            FlowOp::FormatSpec(_) | FlowOp::Percent(_) => {
                self.gave_up = true;
                one(text(""))
            }
            FlowOp::Concat => one(text(args.iter().map(str_of).collect::<String>())),
            FlowOp::Refine(refinement) => {
                let holds = match refinement {
                    Refinement::IsNone => matches!(args[0], Object::Constant(Constant::None)),
                    Refinement::NotNone => !matches!(args[0], Object::Constant(Constant::None)),
                    Refinement::Truthy => truth(&args[0]),
                    Refinement::Falsy => !truth(&args[0]),
                    Refinement::Compare(op) => {
                        let ints = number(&args[0]).is_some() && number(&args[1]).is_some();
                        !ints || truth(&self.compare(*op, &args[0], &args[1]).unwrap_or(boolean(true)))
                    }
                    Refinement::IsInstance | Refinement::NotInstance => true,
                };
                assert!(holds, "{refinement:?} does not hold");
                one(args[0].clone())
            }
            FlowOp::MatchException => match &args[0] {
                Object::Exception(exc) => one(boolean(is_instance(exc, &args[1]))),
                _ => panic!("no exception"),
            },
            FlowOp::AttachContext => {
                let (Object::Exception(exc), Object::Exception(handled)) = (&args[0], &args[1]) else {
                    panic!("no exception")
                };
                let mut last = exc.clone();
                loop {
                    if Rc::ptr_eq(&last, handled) {
                        return Ok(vec![]);
                    }
                    let next = last.context.borrow().clone();
                    match next {
                        Some(next) => last = next,
                        None => break,
                    }
                }
                // No chain becomes a ring.
                let mut link = handled.clone();
                loop {
                    let next = link.context.borrow().clone();
                    match next {
                        Some(next) if Rc::ptr_eq(&next, exc) => {
                            *link.context.borrow_mut() = None;
                            break;
                        }
                        Some(next) => link = next,
                        None => break,
                    }
                }
                *last.context.borrow_mut() = Some(handled.clone());
                Ok(vec![])
            }
            // Only a generator notices.
            FlowOp::EndIter => Ok(vec![]),
            FlowOp::Yield => {
                self.yielded.last_mut().expect("a generator runs").push(args[0].clone());
                one(Object::Constant(Constant::None))
            }
            FlowOp::Raise => Err(self.exception(&args[0])),
            FlowOp::RaiseFrom => {
                let exc = self.exception(&args[0]);
                if !matches!(args[1], Object::Exception(_) | Object::Constant(Constant::None | Constant::Exception(_)))
                {
                    return Err(error("TypeError", "exception causes must derive from BaseException"));
                }
                *exc.cause.borrow_mut() = Some(args[1].clone());
                Err(exc)
            }
            FlowOp::Reraise => Err(self.exception(&args[0])),
            other => panic!("{other:?} with {} operands, {results} results", args.len()),
        }
    }

    /// What an iteration over an object gives.
    fn items(&self, object: &Object) -> Result<Vec<Object>, Raised> {
        match object {
            Object::Tuple(items) => Ok(items.to_vec()),
            Object::List(items) => Ok(items.borrow().to_vec()),
            Object::Dict(pairs) => Ok(pairs.borrow().iter().map(|(key, _)| key.clone()).collect()),
            Object::Constant(Constant::Str(s)) => Ok(s.chars().map(|c| text(c.to_string())).collect()),
            Object::Iteration(items, at) => Ok(items[(*at).min(items.len())..].to_vec()),
            _ => Err(error("TypeError", "not iterable")),
        }
    }

    fn exception(&self, object: &Object) -> Raised {
        match object {
            Object::Exception(exc) => exc.clone(),
            Object::Constant(Constant::Exception(class)) => Rc::new(Exception::new(*class, vec![])),
            _ => error("TypeError", "exceptions must derive from BaseException"),
        }
    }

    fn binary(&self, op: BinaryOp, a: &Object, b: &Object) -> Result<Object, Raised> {
        let repeated = |n: i64| n.clamp(0, TOO_LARGE as i64) as usize;
        match (op, a, b) {
            (BinaryOp::Add, Object::Constant(Constant::Str(a)), Object::Constant(Constant::Str(b))) => {
                return Ok(text(format!("{a}{b}")));
            }
            (BinaryOp::Add, Object::Tuple(a), Object::Tuple(b)) => {
                return Ok(Object::Tuple(Rc::new(a.iter().chain(&**b).cloned().collect())));
            }
            (BinaryOp::Add, Object::List(a), Object::List(b)) => {
                return Ok(list(a.borrow().iter().chain(&*b.borrow()).cloned().collect()));
            }
            (BinaryOp::Mul, Object::List(items), n) | (BinaryOp::Mul, n, Object::List(items))
                if number(n).is_some() =>
            {
                let n = repeated(number(n).unwrap());
                return Ok(list(std::iter::repeat_n(&*items.borrow(), n).flatten().cloned().collect()));
            }
            (BinaryOp::Mul, Object::Constant(Constant::Str(s)), n)
            | (BinaryOp::Mul, n, Object::Constant(Constant::Str(s)))
                if number(n).is_some() =>
            {
                return Ok(text(s.repeat(repeated(number(n).unwrap()))));
            }
            (BinaryOp::Mul, Object::Tuple(items), n) | (BinaryOp::Mul, n, Object::Tuple(items))
                if number(n).is_some() =>
            {
                let n = repeated(number(n).unwrap());
                return Ok(Object::Tuple(Rc::new(std::iter::repeat_n(&**items, n).flatten().cloned().collect())));
            }
            _ => {}
        }
        let (Some(a), Some(b)) = (number(a), number(b)) else { return Err(error("TypeError", "operands")) };
        let rest = |a: i64, b: i64| (a % b + b) % b;
        Ok(match op {
            BinaryOp::Add => int(a + b),
            BinaryOp::Sub => int(a - b),
            BinaryOp::Mul => int(a.saturating_mul(b)),
            BinaryOp::FloorDiv if b == 0 => {
                return Err(error("ZeroDivisionError", "integer division or modulo by zero"));
            }
            BinaryOp::Mod if b == 0 => return Err(error("ZeroDivisionError", "integer modulo by zero")),
            BinaryOp::FloorDiv => int((a - rest(a, b)) / b),
            BinaryOp::Mod => int(rest(a, b)),
            other => panic!("{other:?}"),
        })
    }

    fn compare(&self, op: CompareOp, a: &Object, b: &Object) -> Result<Object, Raised> {
        let order = |accepts: &[Ordering]| match order(a, b) {
            Some(order) => Ok(boolean(accepts.contains(&order))),
            None => Err(error("TypeError", "operands")),
        };
        use Ordering::*;
        match op {
            CompareOp::Eq => Ok(boolean(equal(a, b))),
            CompareOp::Ne => Ok(boolean(!equal(a, b))),
            // Only with None on the right.
            CompareOp::In => match b {
                Object::Dict(pairs) => Ok(boolean(pairs.borrow().iter().any(|(key, _)| equal(key, a)))),
                _ => panic!("only for mapping patterns"),
            },
            CompareOp::Is => Ok(boolean(matches!(a, Object::Constant(Constant::None)))),
            CompareOp::IsNot => Ok(boolean(!matches!(a, Object::Constant(Constant::None)))),
            CompareOp::Lt => order(&[Less]),
            CompareOp::Le => order(&[Less, Equal]),
            CompareOp::Gt => order(&[Greater]),
            CompareOp::Ge => order(&[Greater, Equal]),
            CompareOp::NotIn => panic!("{op:?}"),
        }
    }

    fn call(&mut self, callee: &Object, args: &[Object], keywords: &[Name]) -> Result<Object, Raised> {
        let (positional, named) = args.split_at(args.len() - keywords.len());
        let (func, captured) = match callee {
            Object::Constant(Constant::Function(func)) => (Some(func), Vec::new()),
            Object::Closure(func, captured) => (Some(func), captured.to_vec()),
            _ => (None, Vec::new()),
        };
        match callee {
            Object::Constant(Constant::Function(_)) | Object::Closure(..) => {
                let func = func.expect("it is a function");
                let function = &self.space.program.functions[*func];
                let mut given = captured.clone();
                let params = &function.params[captured.len()..];
                let is_named = |p: &Param| !matches!(p.kind, ParamKind::VarArgs | ParamKind::VarKeywords);
                let by_position = params.iter().take_while(|p| is_named(p) && p.kind != ParamKind::KeywordOnly).count();
                let unknown: Vec<usize> = (0..keywords.len())
                    .filter(|&k| !params.iter().any(|p| is_named(p) && p.name == keywords[k]))
                    .collect();
                let twice = (0..keywords.len()).any(|k| {
                    keywords[..k].contains(&keywords[k])
                        || params.iter().take(positional.len().min(by_position)).any(|p| p.name == keywords[k])
                });
                let takes = |kind: ParamKind| params.iter().any(|p| p.kind == kind);
                if twice
                    || positional.len() > by_position && !takes(ParamKind::VarArgs)
                    || !unknown.is_empty() && !takes(ParamKind::VarKeywords)
                {
                    return Err(error("TypeError", "arguments"));
                }
                for (i, param) in params.iter().enumerate() {
                    match param.kind {
                        ParamKind::VarArgs => {
                            given.push(Object::Tuple(Rc::new(positional.iter().skip(by_position).cloned().collect())));
                            continue;
                        }
                        ParamKind::VarKeywords => {
                            let dict = Object::Dict(Rc::default());
                            unknown.iter().for_each(|&k| store(&dict, &text(&keywords[k]), &named[k]));
                            given.push(dict);
                            continue;
                        }
                        _ => {}
                    }
                    let by_name = keywords.iter().position(|name| *name == param.name);
                    let value = match (positional[..positional.len().min(by_position)].get(i), by_name, &param.default)
                    {
                        (Some(value), _, _) => value.clone(),
                        (None, Some(at), _) => named[at].clone(),
                        (None, None, Some(Default::Constant(c))) => Object::Constant(c.clone()),
                        (None, None, Some(Default::Global(g))) => self.globals[g].clone(),
                        (None, None, Some(Default::Captured(n))) => captured[*n].clone(),
                        (None, None, None) => return Err(error("TypeError", "missing argument")),
                    };
                    given.push(value);
                }
                self.call_graph(*func, &given)
            }
            Object::Constant(Constant::Exception(class)) => {
                Ok(Object::Exception(Rc::new(Exception::new(*class, positional.to_vec()))))
            }
            Object::Constant(Constant::Builtin(name)) => self.builtin(name, positional),
            Object::Method(tag, name) if &**name == "__enter__" => {
                writeln!(self.output, "enter {tag}").unwrap();
                Ok(int(*tag))
            }
            Object::Method(tag, _) => {
                let class = match &positional[0] {
                    Object::Constant(Constant::Exception(class)) => class.name(),
                    _ => "None",
                };
                writeln!(self.output, "exit {tag} {class}").unwrap();
                Ok(int(tag % 2))
            }
            _ => Err(error("TypeError", "not callable")),
        }
    }

    fn builtin(&mut self, name: &str, args: &[Object]) -> Result<Object, Raised> {
        match (name, args) {
            ("print", args) => {
                let texts: Vec<String> = args.iter().map(str_of).collect();
                writeln!(self.output, "{}", texts.join(" ")).unwrap();
                Ok(none())
            }
            ("range", [n]) => {
                let n = number(n).unwrap();
                Ok(Object::Tuple(Rc::new((0..n).map(int).collect())))
            }
            ("len", [Object::Tuple(items)]) => Ok(int(items.len() as i64)),
            ("len", [Object::List(items)]) => Ok(int(items.borrow().len() as i64)),
            ("tuple", [object]) => Ok(Object::Tuple(Rc::new(self.items(object)?))),
            ("open", [tag]) => Ok(Object::Manager(number(tag).unwrap())),
            ("type", [Object::Exception(exc)]) => Ok(Object::Constant(Constant::Exception(exc.class))),
            ("max", args) => Ok(int(args.iter().filter_map(number).max().unwrap())),
            ("isinstance", [object, Object::Constant(Constant::Builtin(class))]) => Ok(boolean(matches!(
                (object, &**class),
                (Object::Constant(Constant::Int(_) | Constant::Bool(_)), "int")
                    | (Object::Constant(Constant::Str(_)), "str")
                    | (Object::Tuple(_), "tuple")
                    | (Object::List(_), "list")
                    | (Object::Dict(_), "dict")
            ))),
            ("isinstance", [Object::Exception(_), Object::Tuple(classes)])
                if classes.iter().any(|class| matches!(class, Object::Constant(Constant::Builtin(_)))) =>
            {
                Ok(boolean(false))
            }
            ("isinstance", [object, Object::Tuple(classes)]) if !matches!(object, Object::Exception(_)) => {
                let mut found = false;
                for class in &**classes {
                    found |= truth(&self.builtin("isinstance", &[object.clone(), class.clone()])?);
                }
                Ok(boolean(found))
            }
            ("len", [Object::Dict(items)]) => Ok(int(items.borrow().len() as i64)),
            ("isinstance", [Object::Exception(exc), class]) => Ok(boolean(is_instance(exc, class))),
            _ => panic!("{name} of {} arguments", args.len()),
        }
    }
}
