//! Calls: of functions and closures, and what else can be called.

use crate::annotation::{Annotation, Container, Interval, Member};
use crate::builtin_calls::call_builtin;
use crate::call::{self, ArgSource, Stars};
use crate::classes::is_callable_kind;
use crate::containers;
use crate::containers::class_module;
use crate::errors::Mistake;
use crate::fixpoint::{At, Engine, GraphFacts, Holder, is_low_level};
use crate::literals::literal;
use crate::ops::callable::builtin;
use crate::ops::{exception, library, lowlevel, tuple};
use crate::transfer::literal_text;
use crate::{Call, constant};
use naja_ir::Name;
use naja_ir::flow::{Arg, Default, Flow, FuncId, Program};
use naja_ir::graph::{Op, Value};
use naja_ir::lltype::{EXCEPTION, LlType, STR};

/// The parameters of a function that is called with stars have a bit each.
const MOST_STARRED: usize = 60;

/// One argument of a call, and the value that it is, where it is one.
#[derive(Clone)]
pub struct Argument {
    pub s: Annotation,
    pub value: Option<Value>,
}

/// Where a call stands, and the names that its last arguments go by.
pub struct Site<'c> {
    pub program: &'c Program,
    pub facts: &'c GraphFacts,
    pub at: At,
    pub keywords: &'c [Name],
    pub stars: Stars,
}

impl Engine<'_> {
    pub fn call(
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
        let given = |&v: &Value| Argument { s: values[v].clone(), value: Some(v) };
        let args: Vec<Argument> = op.args[1..].iter().map(given).collect();
        self.call_with(&Site { program, facts, at, keywords, stars: Stars::default() }, &callee, args, spoilt)
    }

    /// A call with stars: the items of a tuple of known length are arguments by themselves.
    pub fn call_star(
        &mut self,
        program: &Program,
        facts: &GraphFacts,
        at: At,
        op: &Op<Flow>,
        passed: &[Arg],
        spoilt: &mut bool,
    ) -> Result<Annotation, Mistake> {
        let callee = self.specs[at.spec].values[op.args[0]].clone();
        let (mut args, mut named, mut keywords) = (Vec::new(), Vec::new(), Vec::new());
        let (mut stars, mut others) = (Stars::default(), None);
        for (&v, how) in op.args[1..].iter().zip(passed) {
            let given = Argument { s: self.specs[at.spec].values[v].clone(), value: Some(v) };
            match how {
                Arg::Positional => args.push(given),
                Arg::Keyword(name) => {
                    named.push(given);
                    keywords.push(name.clone());
                }
                Arg::Star => match given.s.single() {
                    Some(Member::Tuple(items)) => {
                        args.extend(items.iter().map(|s| Argument { s: s.clone(), value: None }));
                    }
                    _ => {
                        stars.rest = true;
                        args.push(given);
                    }
                },
                Arg::DoubleStar if is_builtin_function(&callee) && self.is_empty_dict(at, &given.s) => {}
                Arg::DoubleStar => {
                    stars.others = Some(keywords.len());
                    others = Some(given);
                }
            }
        }
        args.extend(named);
        args.extend(others);
        self.call_with(&Site { program, facts, at, keywords: &keywords, stars }, &callee, args, spoilt)
    }

    /// Is it a dict into which nothing is put? A builtin function then gets none.
    fn is_empty_dict(&mut self, at: At, s: &Annotation) -> bool {
        let Some(Member::Container(Container::Dict, sites)) = s.single() else { return false };
        self.contents(at, &sites.clone()).items.is_never()
    }

    pub fn call_with(
        &mut self,
        call: &Site,
        callee: &Annotation,
        args: Vec<Argument>,
        spoilt: &mut bool,
    ) -> Result<Annotation, Mistake> {
        let mut result: Option<Annotation> = None;
        for m in callee.members() {
            // What cannot be called raises TypeError, where something else can.
            if !is_callable_kind(m) {
                continue;
            }
            let s = self.call_member(call, m, args.clone(), spoilt)?;
            result = Some(result.map_or_else(|| s.clone(), |r| r.join(&s)));
        }
        result.ok_or(Mistake::NotCallable)
    }

    pub fn call_member(
        &mut self,
        call: &Site,
        callee: &Member,
        args: Vec<Argument>,
        spoilt: &mut bool,
    ) -> Result<Annotation, Mistake> {
        let &Site { program, facts, at, keywords, stars } = call;
        let func = self.specs[at.spec].func;
        let is_low = is_low_level(program, func);
        let positional = stars.positional(args.len(), keywords);
        let given: Vec<Annotation> = args.iter().map(|a| a.s.clone()).collect();
        match callee {
            Member::Function(callee) => self.call_function(call, *callee, args, spoilt),
            Member::Closure(callee, captured) => {
                let captured = captured.iter().map(|s| Argument { s: s.clone(), value: None }).collect();
                self.call_function(call, *callee, [captured, args].concat(), spoilt)
            }
            Member::Method(receiver, name) if class_module(receiver).is_none() => {
                self.call_method(call, receiver, name, args, spoilt)
            }
            Member::Object(_) | Member::Error(..) => self.call_method(call, callee, &"__call__".into(), args, spoilt),
            Member::Class(class) => self.construct(call, *class, args, spoilt),
            Member::Method(object, name) => {
                let module = class_module(object).ok_or(Mistake::NotCallable)?;
                match self.python(at, module, name) {
                    Some(func) => {
                        let receiver = Argument { s: Annotation::of((**object).clone()), value: None };
                        self.call_function(call, func, [vec![receiver], args].concat(), spoilt)
                    }
                    None => Ok(Annotation::NEVER),
                }
            }
            Member::LowFunction(number) => {
                let (params, results) = self.options.structs.function(*number).expect("it was given");
                let fits =
                    given.len() == params.len() && given.iter().zip(&params).all(|(s, &ty)| *s == lowlevel::value(ty));
                match (fits, results.as_slice()) {
                    (false, _) => Err(Mistake::LowLevel(format!("this function takes {params:?}"))),
                    (true, []) => Ok(Annotation::none()),
                    (true, [ty]) => Ok(lowlevel::value(*ty)),
                    (true, several) => {
                        Ok(Annotation::of(Member::Tuple(several.iter().map(|&ty| lowlevel::value(ty)).collect())))
                    }
                }
            }
            Member::Builtin(name) if stars.are_there() => self.call_builtin_with_stars(call, name, args, spoilt),
            _ if stars.are_there() => Err(Mistake::NotYet("`*` and `**` in a call of this".into())),
            Member::Builtin(name) if is_low && &**name == "len" && args.len() == 1 => {
                lowlevel::len(self.options.structs, &given[0]).map_err(|_| Mistake::Arguments(name.clone()))
            }
            Member::Builtin(name) if is_low && &**name == "range" => {
                // Of low-level ints only the constants are known.
                let known = |v: Value| literal(program, func, facts, v).map_or(Interval::FULL, Interval::constant);
                let is_int = |s: &Annotation| *s == lowlevel::value(LlType::I64);
                let ints: Vec<Annotation> = args
                    .iter()
                    .map(|a| match a.value {
                        Some(v) if is_int(&a.s) => Annotation::of(Member::Int(known(v))),
                        _ => a.s.clone(),
                    })
                    .collect();
                call_builtin(builtin("range"), name, positional, keywords, &ints)
            }
            Member::Builtin(name) if matches!(&**name, "exit" | "quit") => {
                let code = given.first().cloned().unwrap_or(Annotation::none());
                self.call_exit(name, keywords, &given, Annotation::of(Member::Tuple(vec![code])))
            }
            Member::Builtin(name) => self.call_builtin(call, name, args, spoilt),
            Member::Library(module, name) if lowlevel::is_lowlevel(module) && !is_low => {
                if matches!(&**name, "expect" | "check") {
                    let types = args[0].value.and_then(|v| literal_text(program, func, facts, v));
                    let types = types.expect("`ll.expect` takes a literal");
                    // What remains of a union raises when it comes here.
                    if args[1].value.is_some_and(|v| self.is_narrowed(program, facts, at, v)) {
                        let found = given[1].filter(|m| containers::is_expected(m, &types));
                        return Ok(if &**name == "expect" { found } else { Annotation::none() });
                    }
                    let found = self.expect(&given[1], &types)?;
                    return Ok(if &**name == "expect" { found } else { Annotation::none() });
                }
                let text = args.first().and_then(|a| literal_text(program, func, facts, a.value?));
                self.intrinsic(program, at, name, &given, text.as_deref())
            }
            Member::Library(module, name) if lowlevel::is_lowlevel(module) => {
                lowlevel::operation(self.options.structs, name, &given).map_err(Mistake::LowLevel)
            }
            Member::Library(module, name) if &**module == "sys" && &**name == "argv" => Ok(self.program_arguments()),
            Member::Library(module, name) if &**module == "sys" && &**name == "exit" => {
                let code = given.first().cloned().unwrap_or(Annotation::none());
                self.call_exit(name, keywords, &given, exception::exit_args(&code))
            }
            Member::Library(module, name) if &**module == "copy" => self.call_copy(program, at, name, keywords, &args),
            Member::Library(module, name) => {
                if &**module == "sys.stdout" && &**name == "flush" {
                    self.may_raise_with_number();
                }
                let full: Name = format!("{module}.{name}").into();
                call_builtin(library::function(module, name), &full, positional, keywords, &given)
            }
            Member::ExceptionClass(_) if is_low => {
                let text = lowlevel::value(LlType::Ptr(STR));
                match given.as_slice() {
                    [] => Ok(lowlevel::value(LlType::Ptr(EXCEPTION))),
                    [message] if *message == text => Ok(lowlevel::value(LlType::Ptr(EXCEPTION))),
                    // The overflow of a power of floats: see `may_raise_with_number`.
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
                exception::constructor(*class, &given).map_err(Mistake::text)?;
                if matches!(given.len(), 3 | 5) && exception::os_attribute(*class, "errno").is_some() {
                    // Its `args` have no paths.
                    self.keep_exception_args(program, at, given[..2].to_vec())?;
                }
                self.keep_exception_args(program, at, given)?;
                Ok(Annotation::of(Member::Instance(*class)))
            }
            Member::Typing(name) => match (&**name, given.as_slice()) {
                ("cast", [_, x]) if keywords.is_empty() => Ok(x.clone()),
                _ => Err(Mistake::NotYet(format!("a call of `typing.{name}`").into())),
            },
            _ => Err(Mistake::NotCallable),
        }
    }

    pub fn call_function(
        &mut self,
        call: &Site,
        func: FuncId,
        args: Vec<Argument>,
        spoilt: &mut bool,
    ) -> Result<Annotation, Mistake> {
        let &Site { program, at, keywords, stars, .. } = call;
        let function = &program.functions[func];
        let low_level = is_low_level(program, func);
        let positional = stars.positional(args.len(), keywords);
        let bound = call::bind(function, positional, keywords, stars).map_err(|error| Mistake::Bind {
            name: if function.qualname.contains('<') { function.name.clone() } else { function.qualname.clone() },
            func: Some(func),
            error,
        })?;
        if stars.are_there() && function.params.len() > MOST_STARRED {
            return Err(Mistake::NotYet(format!("`*` and `**` for more than {MOST_STARRED} parameters").into()));
        }
        let rest = if stars.rest { self.items_of(at, &args[positional].s) } else { Annotation::NEVER };
        let others = stars.others.and(args.last()).map(|d| self.held_by(at, &d.s)).unwrap_or_default();
        let mut params = Vec::with_capacity(bound.len());
        let mut spoilt_params = Vec::new();
        for (i, (source, param)) in bound.iter().zip(&function.params).enumerate() {
            let (source, mut taken) = match source {
                ArgSource::Taken(from) => {
                    let place = from.place.map_or(Annotation::NEVER, |_| rest.clone());
                    let named =
                        if from.by_name { others.named.under(&param.name, &others.values) } else { Annotation::NEVER };
                    (&ArgSource::Default, place.join(&named))
                }
                source => (source, Annotation::NEVER),
            };
            let (s, holder) = match (source, &param.default) {
                (ArgSource::Arg(k), _) => {
                    let arg = &args[*k];
                    (arg.s.clone(), arg.value.map(|value| Holder::Value(at.spec, value)))
                }
                (ArgSource::Default, Some(Default::Constant(c))) => {
                    let needed = || Mistake::LowLevel("a default does not fit 64 bits".into());
                    (constant(c, low_level).ok_or_else(needed)?, None)
                }
                (ArgSource::Default, Some(Default::Global(id))) => {
                    let module = &program.modules[function.module];
                    let never_runs = module.is_low_level || module.is_builtin;
                    assert!(!never_runs, "{}: a default is no literal", function.name);
                    self.global_readers[*id].insert(at);
                    (self.global(program, *id).filter(|m| *m != Member::Unbound), Some(Holder::Global(*id)))
                }
                (ArgSource::Default, Some(Default::Captured(k))) => (args[*k].s.clone(), None),
                (ArgSource::Rest(rest), _) => {
                    let items = rest.iter().map(|&k| args[k].s.clone()).collect();
                    (tuple::build(items).ok_or(Mistake::TupleGrows)?, None)
                }
                (ArgSource::RestFrom(before, _), _) => {
                    // It was made for this call.
                    let tuple = args[positional].s.clone();
                    for &k in before {
                        self.put(&tuple, &args[k].s, &Annotation::NEVER);
                    }
                    (tuple, None)
                }
                (ArgSource::Keywords(named), _) => {
                    let named = named.iter().map(|(name, k)| (name.clone(), args[*k].s.clone())).collect();
                    let dict = self.display_of_names(at, named);
                    if stars.others.is_some() {
                        let all = vec![dict.clone(), args[args.len() - 1].s.clone()];
                        self.python_operator(program, at, "dict", "add_all", all).map_err(Mistake::item)?;
                    }
                    (dict, None)
                }
                (ArgSource::Taken(_), _) => unreachable!("seen above"),
                // Raises where nothing is there for it.
                (ArgSource::Default, None) => (Annotation::NEVER, None),
            };
            taken.grow(&s);
            let s = taken;
            if holder.is_some_and(|holder| self.is_spoilt(holder)) {
                spoilt_params.push(i);
            }
            params.push(s);
        }
        if stars.are_there() && params.iter().any(Annotation::is_never) {
            return Ok(Annotation::NEVER);
        }
        if low_level && !is_low_level(program, self.specs[at.spec].func) {
            if params.iter().any(Annotation::is_never) {
                return Ok(Annotation::NEVER);
            }
            let lowered: Option<Vec<Annotation>> = params.iter().map(lowlevel::lowered).collect();
            let unfit = || Mistake::Unfit(params.last().cloned().unwrap_or_default());
            let lowered = lowered.ok_or_else(unfit)?;
            return match self.low_level(at, func, lowered) {
                Some(result) => Ok(lowlevel::raised(&result)),
                None => Err(unfit()),
            };
        }
        let result = self.pass_to(program, at, func, params, &spoilt_params);
        // What spoils an argument need not spoil the result.
        *spoilt = self.is_spoilt(Holder::Result(self.specs[at.spec].calls[&(at.block, at.op, func)].spec));
        Ok(result)
    }

    /// Calls a function with an annotation for each parameter.
    pub fn pass(&mut self, program: &Program, at: At, func: FuncId, params: Vec<Annotation>) -> Annotation {
        let n_missing = program.functions[func].params.len() - params.len();
        assert_eq!(n_missing, 0, "the library's {} takes other arguments", program.functions[func].name);
        self.pass_to(program, at, func, params, &[])
    }

    pub fn pass_to(
        &mut self,
        program: &Program,
        at: At,
        func: FuncId,
        params: Vec<Annotation>,
        spoilt: &[usize],
    ) -> Annotation {
        let module = &program.modules[program.functions[func].module];
        // Not one analysis, nor one piece of code, for each constant.
        let params: Vec<Annotation> = match module.is_library {
            true => params.iter().map(Annotation::coarse).collect(),
            false => params,
        };
        let context = self.context(program, at, func, &params);
        let spec = self.spec(context, func, params.len());
        self.callers[spec].insert(at);
        self.make_generator(program, spec);
        self.grow_params(spec, &params);
        for &i in spoilt {
            self.spoil_param(spec, i);
        }
        let key = (at.block, at.op, func);
        let mut call = Call { spec, args: params };
        if let Some(known) = self.specs[at.spec].calls.get(&key) {
            if known.spec != spec {
                // What the operation called it for before is called again.
                self.enqueue_op(at);
            }
            for (s, other) in call.args.iter_mut().zip(&self.specs[at.spec].calls[&key].args) {
                s.grow(other);
            }
        }
        self.specs[at.spec].calls.insert(key, call);
        self.specs[spec].result.clone()
    }
}

/// Is it a function that is no Python, and has no `**` to be given?
pub fn is_builtin_function(callee: &Annotation) -> bool {
    callee.members().iter().all(|m| matches!(m, Member::Builtin(_) | Member::Library(..)))
}
