//! What one operation does to the state of the analysis: asks the rules of
//! `ops/`, and follows calls, globals and exceptions.

use crate::annotation::{Annotation, Interval, Member};
use crate::call::{self, ArgSource, BindError};
use crate::constant;
use crate::errors::Mistake;
use crate::fixpoint::{At, Definition, Engine, GraphFacts, Holder, is_library};
use crate::ops::callable::{Arguments, Builtin, builtin, is_known_to_python};
use crate::ops::{self, Lack, attribute, exception, library, lowlevel, text, tuple};
use crate::refine;
use naja_ir::classes::BASE_EXCEPTION;
use naja_ir::flow::{BinaryOp, Constant, Conversion, Default, Flow, FlowOp, FuncId, Program, UnaryOp};
use naja_ir::graph::{Op, Value};
use naja_ir::lltype::{EXCEPTION, LlType, STR};
use naja_ir::{Name, SmallVec, smallvec};

/// The annotations of an operation's results.
pub type Results = SmallVec<[Annotation; 1]>;

/// More members than this only a tuple that grows has.
const MOST_MEMBERS: usize = 24;

impl Engine<'_> {
    /// What the operation gives. `spoilt` becomes true where the result depends on
    /// something that a mistake spoilt.
    pub fn transfer(
        &mut self,
        program: &Program,
        facts: &GraphFacts,
        at: At,
        op: &Op<Flow>,
        spoilt: &mut bool,
    ) -> Result<Results, Mistake> {
        let structs = self.options.structs;
        let library = is_library(program, self.specs[at.spec].func);
        let values = &self.specs[at.spec].values;
        let arg = |i: usize| &values[op.args[i]];
        let result = match &op.kind {
            FlowOp::Const(c) => match constant(c, library) {
                Some(s) => {
                    known_name(c)?;
                    s
                }
                None => return Err(Mistake::BigInt),
            },
            FlowOp::Unary(unary) => ops::unary(*unary, arg(0)).map_err(|l| Mistake::unary(*unary, l))?,
            FlowOp::Binary { op: binary, inplace } => {
                let s = ops::binary(*binary, arg(0), arg(1)).map_err(|l| Mistake::binary(*binary, *inplace, l))?;
                if s.is_never() && leaves_64_bits(program, self.specs[at.spec].func, facts, *binary, &op.args) {
                    return Err(Mistake::BigInt);
                }
                if s.members().len() > MOST_MEMBERS {
                    return Err(Mistake::TupleGrows);
                }
                if *binary == BinaryOp::Pow {
                    self.float_power_may_overflow(&s);
                }
                s
            }
            FlowOp::Compare(compare) => {
                ops::compare(*compare, arg(0), arg(1)).map_err(|l| Mistake::compare(*compare, l))?
            }
            FlowOp::Truth => ops::truth(arg(0)).map_err(Mistake::truth)?,
            FlowOp::Tuple => {
                let items = op.args.iter().map(|&v| values[v].clone()).collect();
                tuple::build(items).ok_or(Mistake::TupleGrows)?
            }
            FlowOp::Unpack { n } => {
                return Ok(match ops::unpack(arg(0), *n).map_err(|l| Mistake::unpack(*n, l))? {
                    Some(items) => items.into_iter().collect(),
                    // Another length: raises ValueError.
                    None => (0..*n).map(|_| Annotation::NEVER).collect(),
                });
            }
            FlowOp::Call { keywords } => self.call(program, facts, at, op, keywords, spoilt)?,
            FlowOp::GetAttr(name) => self.get_attr(at, op.args[0], name)?,
            FlowOp::SetAttr(name) => {
                let field = match arg(0).single() {
                    Some(Member::Low(LlType::Ptr(id))) => lowlevel::get_field(structs, *id, name),
                    _ => None,
                };
                return match field {
                    Some(field) if lowlevel::fits(&field, arg(1)) => Ok(Results::new()),
                    _ => Err(Mistake::SetAttribute(name.clone())),
                };
            }
            FlowOp::GetItem if library && matches!(arg(0).single(), Some(Member::Low(_))) => {
                lowlevel::get_item(structs, arg(0), arg(1)).map_err(|_| Mistake::NoItems)?
            }
            FlowOp::GetItem => ops::get_item(arg(0), arg(1)).map_err(Mistake::item)?,
            FlowOp::SetItem => {
                return match lowlevel::get_item(structs, arg(0), arg(1)) {
                    Ok(item) if lowlevel::fits(&item, arg(2)) => Ok(Results::new()),
                    _ => Err(Mistake::NoItemAssignment),
                };
            }
            FlowOp::LoadGlobal(id) => {
                let id = *id;
                self.global_readers[id].insert((at.spec, at.block));
                *spoilt |= self.is_spoilt(Holder::Global(id));
                let s = self.global(program, id);
                // Where no check follows, flowspace knows that it is bound.
                if facts.checked.contains(op.results[0]) { s } else { s.filter(|m| *m != Member::Unbound) }
            }
            FlowOp::StoreGlobal(id) => {
                let s = arg(0).clone();
                self.grow_global(program, *id, &s, *spoilt);
                return Ok(Results::new());
            }
            FlowOp::CheckBound { .. } => arg(0).filter(|m| *m != Member::Unbound),
            FlowOp::Iter => ops::iter(arg(0)).map_err(Mistake::iter)?,
            FlowOp::Format(_) if library => return Err(Mistake::LowLevel("there are no f-strings here".into())),
            FlowOp::Format(conversion) => text(arg(0), *conversion).map_err(Mistake::text)?,
            FlowOp::Concat => Annotation::str(),
            FlowOp::Refine(refinement) => {
                let others: SmallVec<[&Annotation; 2]> = op.args[1..].iter().map(|&v| &values[v]).collect();
                refine::refine(refinement, arg(0), &others)
            }
            FlowOp::MatchException => exception::matches(arg(0), arg(1)).map_err(Mistake::except)?,
            FlowOp::AttachContext => return Ok(Results::new()),
            FlowOp::Raise | FlowOp::RaiseFrom => {
                exception::raised(arg(0)).map_err(Mistake::raise)?;
                // `from None` hides the context.
                if op.kind == FlowOp::RaiseFrom && *arg(1) != Annotation::none() {
                    exception::raised(&ops::none::without(arg(1))).map_err(Mistake::raise)?;
                }
                return Ok(Results::new());
            }
            FlowOp::Reraise => return Ok(Results::new()),
            FlowOp::RevealType => arg(0).clone(),
        };
        Ok(smallvec![result])
    }

    /// What an operation can raise.
    pub fn raised_by(&self, program: &Program, spec: crate::SpecId, op: &Op<Flow>) -> Annotation {
        if is_library(program, self.specs[spec].func) {
            return lowlevel::value(LlType::Ptr(EXCEPTION));
        }
        let any = || Annotation::of(Member::Instance(BASE_EXCEPTION));
        match &op.kind {
            // To raise an exception that exists needs nothing that could fail.
            FlowOp::Raise | FlowOp::Reraise => {
                let exc = &self.specs[spec].values[op.args[0]];
                if exc.members().iter().all(|m| matches!(m, Member::Instance(_))) { exc.clone() } else { any() }
            }
            _ => any(),
        }
    }

    // ---- calls ----

    fn call(
        &mut self,
        program: &Program,
        facts: &GraphFacts,
        at: At,
        op: &Op<Flow>,
        keywords: &[Name],
        spoilt: &mut bool,
    ) -> Result<Annotation, Mistake> {
        let values = &self.specs[at.spec].values;
        let callee = values[op.args[0]].clone();
        let args: Vec<Annotation> = op.args[1..].iter().map(|&v| values[v].clone()).collect();
        let positional = args.len() - keywords.len();
        let func = self.specs[at.spec].func;
        let is_low_level = is_library(program, func);
        let Some(callee) = callee.single() else {
            let several = callee.members().iter().any(is_callable);
            return Err(if several { Mistake::SeveralCallees } else { Mistake::NotCallable });
        };
        match callee {
            Member::Function(callee) => self.call_function(program, at, *callee, op, keywords, spoilt),
            Member::Builtin(name) if is_low_level && &**name == "len" && args.len() == 1 => {
                lowlevel::len(self.options.structs, &args[0]).map_err(|_| Mistake::Arguments(name.clone()))
            }
            Member::Builtin(name) if is_low_level && &**name == "range" => {
                // Of low-level ints only the constants are known.
                let known = |v: Value| literal(program, func, facts, v).map_or(Interval::FULL, Interval::constant);
                let is_int = |s: &Annotation| *s == lowlevel::value(LlType::I64);
                let ints: Vec<Annotation> = args
                    .iter()
                    .zip(&op.args[1..])
                    .map(|(s, &v)| if is_int(s) { Annotation::of(Member::Int(known(v))) } else { s.clone() })
                    .collect();
                call_builtin(builtin("range"), name, positional, keywords, &ints)
            }
            Member::Builtin(name) if matches!(&**name, "exit" | "quit") => {
                let code = args.first().cloned().unwrap_or(Annotation::none());
                self.call_exit(name, keywords, &args, Annotation::of(Member::Tuple(vec![code])))
            }
            Member::Builtin(name) => {
                let s = call_builtin(builtin(name), name, positional, keywords, &args)?;
                if &**name == "pow" {
                    self.float_power_may_overflow(&s);
                }
                Ok(s)
            }
            Member::Library(module, name) if lowlevel::is_lowlevel(module) => {
                lowlevel::operation(self.options.structs, name, &args).map_err(Mistake::LowLevel)
            }
            Member::Library(module, name) if &**module == "sys" && &**name == "exit" => {
                let code = args.first().cloned().unwrap_or(Annotation::none());
                self.call_exit(name, keywords, &args, exception::exit_args(&code))
            }
            Member::Library(module, name) => {
                let full: Name = format!("{module}.{name}").into();
                call_builtin(library::function(module, name), &full, positional, keywords, &args)
            }
            Member::ExceptionClass(_) if is_low_level => {
                let text = lowlevel::value(LlType::Ptr(STR));
                match args.as_slice() {
                    [] => Ok(lowlevel::value(LlType::Ptr(EXCEPTION))),
                    [message] if *message == text => Ok(lowlevel::value(LlType::Ptr(EXCEPTION))),
                    // The overflow of a power of floats: see `float_power_may_overflow`.
                    [number, message] if *number == lowlevel::value(LlType::I64) && *message == text => {
                        Ok(lowlevel::value(LlType::Ptr(EXCEPTION)))
                    }
                    _ => Err(Mistake::LowLevel("an exception is made of nothing or of a `*Str` here".into())),
                }
            }
            Member::ExceptionClass(class) => {
                if let Some(keyword) = keywords.first() {
                    return Err(Mistake::NotYet(format!("{}({keyword}=...)", class.name()).into()));
                }
                exception::constructor(*class, &args).map_err(Mistake::text)?;
                let tuple = tuple::build(args).ok_or(Mistake::TupleGrows)?;
                self.grow_exception_args(&tuple);
                Ok(Annotation::of(Member::Instance(*class)))
            }
            Member::Typing(name) => match (&**name, args.as_slice()) {
                ("cast", [_, x]) if keywords.is_empty() => Ok(x.clone()),
                _ => Err(Mistake::NotYet(format!("a call of `typing.{name}`").into())),
            },
            _ => Err(Mistake::NotCallable),
        }
    }

    /// A power that is a float can raise `OverflowError(34, text)`: the one exception
    /// of the library whose `args` are not a text.
    fn float_power_may_overflow(&mut self, result: &Annotation) {
        if result.members().contains(&Member::Float) {
            self.grow_exception_args(&Annotation::of(Member::Tuple(vec![Annotation::int(), Annotation::str()])));
        }
    }

    /// `sys.exit(x)`, `exit(x)`: an exception of these `args`.
    fn call_exit(
        &mut self,
        name: &Name,
        keywords: &[Name],
        args: &[Annotation],
        exception_args: Annotation,
    ) -> Result<Annotation, Mistake> {
        let error = match keywords {
            [keyword, ..] => Some(BindError::UnknownKeyword(keyword.clone())),
            [] => (args.len() > 1).then_some(BindError::TooMany { most: 1, given: args.len() }),
        };
        if let Some(error) = error {
            return Err(Mistake::Bind { name: name.clone(), func: None, error });
        }
        for code in args {
            text(code, Conversion::Str).map_err(Mistake::text)?;
        }
        self.grow_exception_args(&exception_args);
        Ok(Annotation::NEVER)
    }

    fn call_function(
        &mut self,
        program: &Program,
        at: At,
        func: FuncId,
        op: &Op<Flow>,
        keywords: &[Name],
        spoilt: &mut bool,
    ) -> Result<Annotation, Mistake> {
        let function = &program.functions[func];
        let library = is_library(program, func);
        let bound = call::bind(function, op.args.len() - 1 - keywords.len(), keywords)
            .map_err(|error| Mistake::Bind { name: function.name.clone(), func: Some(func), error })?;
        let mut params = Vec::with_capacity(bound.len());
        let mut spoilt_params = Vec::new();
        for (i, (source, param)) in bound.iter().zip(&function.params).enumerate() {
            let (s, holder) = match (source, &param.default) {
                (ArgSource::Arg(k), _) => {
                    let value = op.args[k + 1];
                    let s = &self.specs[at.spec].values[value];
                    // Not one specialisation for each constant.
                    let s = if library { s.filter_map(forget_constant) } else { s.clone() };
                    (s, Some(Holder::Value(at.spec, value)))
                }
                (ArgSource::Default, Some(Default::Constant(c))) => {
                    (constant(c, library).ok_or(Mistake::BigInt)?, None)
                }
                (ArgSource::Default, Some(Default::Global(id))) => {
                    self.global_readers[*id].insert((at.spec, at.block));
                    (self.global(program, *id).filter(|m| *m != Member::Unbound), Some(Holder::Global(*id)))
                }
                (ArgSource::Default, None) => unreachable!("only a parameter with a default is left out"),
            };
            if holder.is_some_and(|holder| self.is_spoilt(holder)) {
                spoilt_params.push(i);
            }
            params.push(s);
        }
        let spec = self.spec(program, func, &params);
        self.callers[spec].insert((at.spec, at.block));
        self.specs[at.spec].calls.insert((at.block, at.op), spec);
        self.grow_params(spec, &params);
        for i in spoilt_params {
            self.spoil_param(spec, i);
        }
        // What spoils an argument need not spoil the result.
        *spoilt = self.is_spoilt(Holder::Result(spec));
        Ok(self.specs[spec].result.clone())
    }

    // ---- attributes ----

    fn get_attr(&mut self, at: At, object: Value, name: &Name) -> Result<Annotation, Mistake> {
        let object = self.specs[at.spec].values[object].clone();
        let structs = self.options.structs;
        let found = ops::union::each(&object, |m| match m {
            Member::Low(LlType::Ptr(id)) => lowlevel::get_field(structs, *id, name).ok_or(Lack::NoMeaning),
            Member::Instance(_) if &**name == "args" => {
                self.exception_readers.insert((at.spec, at.block));
                Ok(self.exception_args.clone())
            }
            Member::Library(module, of) => library::attribute(module, of, name),
            m => attribute::of(m, name),
        });
        if found.is_ok() && object.single().is_none() && !matches!(&**name, "args" | "__name__") {
            return Err(Mistake::NotYet(format!("`{name}` of one of several types").into()));
        }
        found.map_err(|lack| Mistake::attribute(name.clone(), lack))
    }
}

fn is_callable(m: &Member) -> bool {
    matches!(m, Member::Function(_) | Member::Builtin(_) | Member::ExceptionClass(_) | Member::Library(..))
}

fn forget_constant(m: &Member) -> Option<Member> {
    Some(match m {
        Member::Bool(_) => Member::Bool(None),
        m => m.clone(),
    })
}

/// A call of a builtin; `None` for the row of one that is not there.
fn call_builtin(
    row: Option<&Builtin>,
    name: &Name,
    positional: usize,
    keywords: &[Name],
    args: &[Annotation],
) -> Result<Annotation, Mistake> {
    let Some(row) = row else { return Err(Mistake::NotYet(format!("`{name}`").into())) };
    let bound = call::bind_builtin(&row.params, positional, keywords).map_err(|error| Mistake::Bind {
        name: name.clone(),
        func: None,
        error,
    })?;
    // The rtyper takes them as they stand.
    let given: Vec<usize> = bound.positional.iter().flatten().copied().collect();
    if given.iter().enumerate().any(|(i, &arg)| i != arg) {
        return Err(Mistake::NotYet(format!("a call of `{name}` with keywords in this order").into()));
    }
    (row.rule)(&Arguments { bound: &bound, args }).map_err(|lack| Mistake::arguments(name.clone(), lack))
}

/// Is the name one that is there?
fn known_name(c: &Constant) -> Result<(), Mistake> {
    match c {
        Constant::Library(module, name) if library::value(module, name).is_none() => {
            Err(Mistake::NotYet(format!("`{module}.{name}`").into()))
        }
        Constant::Builtin(name) => {
            let callable = builtin(name).is_some() || matches!(&**name, "exit" | "quit");
            if callable || ops::callable::is_type_name(name) || !is_known_to_python(name) {
                Ok(())
            } else {
                Err(Mistake::NotYet(format!("`{name}`").into()))
            }
        }
        _ => Ok(()),
    }
}

/// Is this an int operation on literals whose result is beyond 64 bits? Where a
/// variable is between, it raises OverflowError when the program runs.
fn leaves_64_bits(program: &Program, func: FuncId, facts: &GraphFacts, op: BinaryOp, args: &[Value]) -> bool {
    if args.iter().any(|&v| program.functions[func].graph.values[v].is_some()) {
        return false;
    }
    let (Some(_), Some(b)) = (literal(program, func, facts, args[0]), literal(program, func, facts, args[1])) else {
        return false;
    };
    match op {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul => true,
        BinaryOp::Pow | BinaryOp::LShift => b >= 0,
        _ => false,
    }
}

/// The int that a literal, or a literal with a sign, is.
fn literal(program: &Program, func: FuncId, facts: &GraphFacts, value: Value) -> Option<i64> {
    let Definition::Op(block, i) = facts.definitions[value] else { return None };
    let op = &program.functions[func].graph.blocks[block].ops[i];
    match &op.kind {
        FlowOp::Const(Constant::Int(n)) => i64::try_from(n).ok(),
        FlowOp::Unary(UnaryOp::Neg) => {
            let Definition::Op(block, i) = facts.definitions[op.args[0]] else { return None };
            match &program.functions[func].graph.blocks[block].ops[i].kind {
                FlowOp::Const(Constant::Int(n)) => i64::try_from(-n).ok(),
                _ => None,
            }
        }
        _ => None,
    }
}
