//! What one operation does to the state of the analysis: asks the rules of
//! `ops/`, and follows calls, globals and exceptions.

use crate::annotation::{Annotation, Container, Interval, Member};
use crate::call::{self, ArgSource, BindError, Stars};
use crate::classes;
use crate::containers;
use crate::containers::{class_module, type_module};
use crate::errors::Mistake;
use crate::fixpoint::{At, Definition, Engine, GraphFacts, Holder, is_low_level};
use crate::literals::{leaves_64_bits, literal};
use crate::method::{agreed, exception_names, names_class};
use crate::ops::callable::{Arguments, Builtin, builtin, is_known_to_python};
use crate::ops::{self, Lack, attribute, exception, library, lowlevel, text, tuple};
use crate::refine;
use crate::specialise::Context;
use crate::{Call, constant};
use naja_ir::classes::BASE_EXCEPTION;
use naja_ir::flow::{
    Arg, BinaryOp, CompareOp, Constant, Conversion, Default, Flow, FlowOp, FuncId, Program, Refinement,
};
use naja_ir::graph::{Op, Value};
use naja_ir::lltype::{EXCEPTION, LlType, STR};
use naja_ir::{Name, SmallVec, smallvec};

/// The annotations of an operation's results.
pub type Results = SmallVec<[Annotation; 1]>;

/// More members than this only a tuple that grows has.
const MOST_MEMBERS: usize = 24;
/// The parameters of a function that is called with stars have a bit each.
const MOST_STARRED: usize = 60;
/// Tuples that are nested deeper than this are of a type that holds itself.
const DEEPEST_TUPLE: usize = 10;

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
        let library = is_low_level(program, self.specs[at.spec].func);
        let values = &self.specs[at.spec].values;
        let arg = |i: usize| &values[op.args[i]];
        let result = match &op.kind {
            FlowOp::Const(c) => match constant(c, library) {
                Some(s) => {
                    if let Err(mistake) = known_name(c) {
                        let Constant::Builtin(name) = c else { return Err(mistake) };
                        if self.python(at, "builtins", name).is_none() && !self.waits() {
                            return Err(mistake);
                        }
                    }
                    s
                }
                None => return Err(Mistake::LowLevel("this literal does not fit 64 bits".into())),
            },
            FlowOp::Unary(unary) => {
                let x = arg(0).clone();
                self.unary(program, at, *unary, &x).map_err(|l| Mistake::unary(*unary, l))?
            }
            FlowOp::Binary { op: binary, inplace } => {
                let (a, b) = (arg(0).clone(), arg(1).clone());
                let s = self.binary(program, at, *binary, *inplace, &a, &b);
                let s = s.map_err(|l| Mistake::binary(*binary, *inplace, l))?;
                if s.is_never() && self.waits() {
                    return Ok(smallvec![s]);
                }
                if s.is_never() && leaves_64_bits(program, self.specs[at.spec].func, facts, *binary, &op.args) {
                    return Ok(smallvec![ops::bigint::known()]);
                }
                if s.members().len() > MOST_MEMBERS {
                    self.forget_length(at);
                    return Ok(smallvec![Annotation::NEVER]);
                }
                if *binary == BinaryOp::Pow {
                    self.float_power_may_overflow(&s);
                }
                s
            }
            FlowOp::Compare(CompareOp::In | CompareOp::NotIn)
                if classes::searched_by_loop(program, &self.heap, arg(1)) =>
            {
                let args = vec![arg(1).clone(), arg(0).clone()];
                self.python_operator(program, at, "generator", "contains", args).map_err(Mistake::item)?
            }
            FlowOp::Compare(compare) => {
                let (a, b) = (arg(0).clone(), arg(1).clone());
                self.compare(program, at, *compare, &a, &b).map_err(|l| Mistake::compare(*compare, l))?
            }
            FlowOp::Truth => {
                let x = arg(0).clone();
                self.truth(program, at, &x).map_err(Mistake::truth)?
            }
            FlowOp::Tuple => {
                let items: Vec<Annotation> = op.args.iter().map(|&v| values[v].clone()).collect();
                match self.may_be_nested(at, &items) {
                    true => tuple::build(items).ok_or(Mistake::TupleGrows)?,
                    false => {
                        let joined = tuple::item(&items);
                        self.display(at, Container::Tuple, &joined, &Annotation::NEVER).map_err(Mistake::item)?
                    }
                }
            }
            FlowOp::List => {
                let items = op.args.iter().fold(Annotation::NEVER, |s, &v| s.join(&values[v]));
                self.display(at, Container::List, &items, &Annotation::NEVER).map_err(Mistake::item)?
            }
            FlowOp::Set => {
                let items = op.args.iter().fold(Annotation::NEVER, |s, &v| s.join(&values[v]));
                containers::hashable(&items).map_err(|_| Mistake::Unhashable)?;
                let set = self.display(at, Container::Set, &items, &Annotation::NEVER).map_err(Mistake::item)?;
                self.demand_keys(program, at, &set);
                set
            }
            FlowOp::Dict => {
                let every = |odd: usize| {
                    op.args.iter().skip(odd).step_by(2).fold(Annotation::NEVER, |s, &v| s.join(&values[v]))
                };
                let (keys, held) = (every(0), every(1));
                containers::hashable(&keys).map_err(|_| Mistake::Unhashable)?;
                let dict = self.display(at, Container::Dict, &keys, &held).map_err(Mistake::item)?;
                self.demand_keys(program, at, &dict);
                dict
            }
            FlowOp::ListAppend | FlowOp::SetAdd => {
                let (to, item) = (arg(0).clone(), arg(1).clone());
                if op.kind == FlowOp::SetAdd {
                    containers::hashable(&item).map_err(|_| Mistake::Unhashable)?;
                }
                self.put(&to, &item, &Annotation::NEVER);
                if op.kind == FlowOp::SetAdd {
                    self.demand_keys(program, at, &to);
                }
                return Ok(Results::new());
            }
            FlowOp::DictSetItem => {
                let (to, key, item) = (arg(0).clone(), arg(1).clone(), arg(2).clone());
                containers::hashable(&key).map_err(|_| Mistake::Unhashable)?;
                self.put(&to, &key, &item);
                self.demand_keys(program, at, &to);
                return Ok(Results::new());
            }
            FlowOp::ListExtend | FlowOp::SetUpdate | FlowOp::DictUpdate | FlowOp::KeywordsUpdate => {
                let (module, name) = match op.kind {
                    FlowOp::ListExtend => ("list", "extend"),
                    FlowOp::SetUpdate => ("set", "add_all"),
                    FlowOp::DictUpdate => ("dict", "add_all"),
                    _ => ("dict", "add_keywords"),
                };
                let args = (0..op.args.len()).map(|i| arg(i).clone()).collect();
                let done = self.python_operator(program, at, module, name, args).map_err(Mistake::iter)?;
                return Ok(if done.is_never() { smallvec![] } else { Results::new() });
            }
            FlowOp::ListToTuple => {
                let list = arg(0).clone();
                self.intrinsic(program, at, "freeze", &[list], None)?
            }
            FlowOp::Slice => {
                Annotation::of(Member::Slice(Box::new([0, 1, 2].map(|i| containers::slice_bound(arg(i))))))
            }
            FlowOp::Unpack { n } => {
                let x = arg(0).clone();
                return Ok(match self.unpack(program, at, &x, *n).map_err(|l| Mistake::unpack(*n, l))? {
                    Some(items) => items.into_iter().collect(),
                    // Another length: raises ValueError.
                    None => (0..*n).map(|_| Annotation::NEVER).collect(),
                });
            }
            FlowOp::UnpackStar { before, after } => {
                let (x, n) = (arg(0).clone(), before + after + 1);
                return Ok(
                    match self.unpack_star(program, at, &x, *before, *after).map_err(|l| Mistake::unpack(n, l))? {
                        Some(items) => items.into_iter().collect(),
                        None => (0..n).map(|_| Annotation::NEVER).collect(),
                    },
                );
            }
            FlowOp::Closure(func) => {
                let captured = op.args.iter().map(|&v| values[v].clone()).collect();
                let s = Annotation::of(Member::Closure(*func, captured));
                if tuple::extent(&s).0 > tuple::DEEPEST / 4 {
                    return Err(Mistake::NotYet("a function that is made of itself, again and again,".into()));
                }
                s
            }
            FlowOp::NewCell => {
                let held = arg(0).clone();
                self.display(at, Container::Cell, &held, &Annotation::NEVER).map_err(Mistake::item)?
            }
            FlowOp::LoadCell => {
                let sites = arg(0).single().and_then(Member::sites).cloned();
                let s = self.contents(at, &sites.expect("a cell has a site")).items;
                if facts.checked.contains(op.results[0]) { s } else { s.filter(|m| *m != Member::Unbound) }
            }
            FlowOp::StoreCell => {
                let (cell, held) = (arg(0).clone(), arg(1).clone());
                self.put(&cell, &held, &Annotation::NEVER);
                return Ok(Results::new());
            }
            FlowOp::Items => {
                let mut results = Vec::new();
                for m in arg(0).clone().members() {
                    let lacks = |e: &Self| e.lacks_special(program, m, "__tuple__");
                    results.push(match m {
                        Member::Object(_) => match self.special(program, at, m, "__tuple__", &[]) {
                            Some(_) if lacks(self) => {
                                Err(Lack::NotYet("items of what may be a named tuple or another object".into()))
                            }
                            Some(items) => items,
                            None => Ok(Annotation::of(m.clone())),
                        },
                        _ => Ok(Annotation::of(m.clone())),
                    });
                }
                ops::union::gather(results).map_err(Mistake::iter)?
            }
            FlowOp::StarArgs => {
                let x = arg(0).clone();
                match x.single() {
                    Some(Member::Tuple(_)) => x,
                    _ => self.python_operator(program, at, "builtins", "tuple", vec![x]).map_err(Mistake::iter)?,
                }
            }
            FlowOp::CallStar(passed) => self.call_star(program, facts, at, op, passed, spoilt)?,
            FlowOp::Call { keywords } => self.call(program, facts, at, op, keywords, spoilt)?,
            FlowOp::GetAttr(name) => {
                let x = arg(0).clone();
                self.get_attr(program, at, &x, name)?
            }
            FlowOp::SetAttr(name) => {
                if !library {
                    let (x, value) = (arg(0).clone(), arg(1).clone());
                    let found = self.set_attribute(program, at, &x, name, &value);
                    return match found {
                        Ok(_) => Ok(Results::new()),
                        Err(Lack::NotYet(what)) => Err(Mistake::NotYet(what)),
                        Err(_) => Err(Mistake::SetAttribute(name.clone())),
                    };
                }
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
            FlowOp::GetItem => {
                let (a, i) = (arg(0).clone(), arg(1).clone());
                self.get_item(program, at, &a, &i)?
            }
            FlowOp::SetItem if library => {
                return match lowlevel::get_item(structs, arg(0), arg(1)) {
                    Ok(item) if lowlevel::fits(&item, arg(2)) => Ok(Results::new()),
                    _ => Err(Mistake::NoItemAssignment),
                };
            }
            FlowOp::SetItem => {
                let (a, i, x) = (arg(0).clone(), arg(1).clone(), arg(2).clone());
                self.set_item(program, at, &a, &i, &x)?;
                return Ok(Results::new());
            }
            FlowOp::DelItem => {
                let (a, i) = (arg(0).clone(), arg(1).clone());
                self.del_item(program, at, &a, &i)?;
                return Ok(Results::new());
            }
            FlowOp::LoadGlobal(id) => {
                let id = *id;
                self.global_readers[id].insert(at);
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
            FlowOp::Iter if classes::iterated_by_index(program, &self.heap, arg(0)) => {
                let args = vec![arg(0).clone()];
                self.python_operator(program, at, "generator", "items_of", args).map_err(Mistake::iter)?
            }
            FlowOp::Iter => {
                let x = arg(0).clone();
                self.iter(program, at, &x).map_err(Mistake::iter)?
            }
            FlowOp::EndIter => {
                let state = arg(0).clone();
                if containers::is_generator(&state)
                    && self.is_new_generator(program, facts, at, op.args[0])
                    && self.notices_close(program, &state)
                {
                    self.python_operator(program, at, "generator", "close", vec![state]).map_err(Mistake::iter)?;
                }
                return Ok(Results::new());
            }
            FlowOp::Format(_) if library => return Err(Mistake::LowLevel("there are no f-strings here".into())),
            FlowOp::Format(conversion) => {
                let x = arg(0).clone();
                self.check_text(program, at, &x).map_err(Mistake::text)?;
                if *conversion == Conversion::None && x.members().iter().any(classes::is_object) {
                    self.format_objects(program, at, &x, &Annotation::str()).map_err(Mistake::text)?;
                }
                text(&x, *conversion).map_err(Mistake::text)?
            }
            FlowOp::FormatSpec(conversion) => {
                let x = match conversion {
                    Conversion::None => arg(0).clone(),
                    _ => {
                        let x = arg(0).clone();
                        self.check_text(program, at, &x).map_err(Mistake::text)?;
                        Annotation::str()
                    }
                };
                let spec = self.specs[at.spec].values[op.args[1]].clone();
                self.format_objects(program, at, &x, &spec).map_err(Mistake::text)?;
                match x.filter(|m| !classes::is_object(m)) {
                    x if x.is_never() => Annotation::str(),
                    x => {
                        self.python_operator(program, at, "builtins", "format", vec![x, spec]).map_err(Mistake::text)?
                    }
                }
            }
            FlowOp::Concat => Annotation::str(),
            FlowOp::Refine(refinement) => {
                let tests_class = matches!(refinement, Refinement::IsInstance | Refinement::NotInstance);
                if tests_class && self.asks_classes(arg(0), arg(1)) {
                    let (x, class) = (arg(0).clone(), arg(1).clone());
                    self.refine_class(program, at, &x, &class, *refinement == Refinement::IsInstance)
                } else {
                    let others: SmallVec<[&Annotation; 2]> = op.args[1..].iter().map(|&v| &values[v]).collect();
                    refine::refine(refinement, arg(0), &others)
                }
            }
            FlowOp::MatchException if names_class(arg(1)) => {
                let catches = |m: &Member| exception_names(program, m).is_some();
                let known = match arg(1).single() {
                    Some(m) if catches(m) => {
                        arg(0).members().iter().map(|x| classes::is_instance(program, &self.heap, x, m)).collect()
                    }
                    _ => return Err(Mistake::NotCatchable),
                };
                ops::yes_no(agreed(known)).map_err(Mistake::except)?
            }
            FlowOp::MatchException => exception::matches(arg(0), arg(1)).map_err(Mistake::except)?,
            FlowOp::AttachContext => return Ok(Results::new()),
            FlowOp::Raise | FlowOp::RaiseFrom => {
                let x = arg(0).clone();
                for m in x.members() {
                    if let Member::Class(class) = m {
                        if classes::builtin_exception(program, *class).is_none() {
                            return Err(Mistake::NotRaisable);
                        }
                        let call = Site { program, facts, at, keywords: &[], stars: Stars::default() };
                        self.construct(&call, *class, Vec::new(), spoilt)?;
                    }
                }
                exception::raised(&x).map_err(Mistake::raise)?;
                let arg = |i: usize| &self.specs[at.spec].values[op.args[i]];
                // `from None` hides the context.
                if op.kind == FlowOp::RaiseFrom && *arg(1) != Annotation::none() {
                    exception::raised(&ops::none::without(arg(1))).map_err(Mistake::raise)?;
                }
                return Ok(Results::new());
            }
            FlowOp::Reraise => return Ok(Results::new()),
            FlowOp::RevealType => arg(0).clone(),
            FlowOp::Super(class) => ops::union::each(arg(0), |m| match m {
                Member::Object(_) | Member::Error(..) | Member::Class(_) => {
                    Ok(Annotation::of(Member::Super(*class, Box::new(m.clone()))))
                }
                _ => Err(Lack::NoMeaning),
            })
            .map_err(|lack| Mistake::arguments("super".into(), lack))?,
            FlowOp::Yield => {
                let (item, own) = (arg(0).clone(), self.generator(at.spec));
                self.grow_contents(&own, &item, &Annotation::NEVER);
                self.contents(at, &own).values.join(&Annotation::none())
            }
            FlowOp::YieldFrom => {
                let state = arg(0).clone();
                let is_new = self.is_new_generator(program, facts, at, op.args[0]);
                self.yield_from(program, at, &state, is_new)
            }
        };
        Ok(smallvec![result])
    }

    /// What an operation can raise.
    pub fn raised_by(&self, program: &Program, spec: crate::SpecId, op: &Op<Flow>) -> Annotation {
        if is_low_level(program, self.specs[spec].func) {
            return lowlevel::value(LlType::Ptr(EXCEPTION));
        }
        let any = || Annotation::of(Member::Instance(BASE_EXCEPTION));
        match &op.kind {
            // To raise an exception that exists needs nothing that could fail.
            FlowOp::Raise | FlowOp::Reraise => {
                let exc = &self.specs[spec].values[op.args[0]];
                if exc.members().iter().all(|m| matches!(m, Member::Instance(_) | Member::Error(..))) {
                    exc.clone()
                } else {
                    any()
                }
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
        let given = |&v: &Value| Argument { s: values[v].clone(), value: Some(v) };
        let args: Vec<Argument> = op.args[1..].iter().map(given).collect();
        self.call_with(&Site { program, facts, at, keywords, stars: Stars::default() }, &callee, args, spoilt)
    }

    /// Is this display a tuple of known length? One that holds others of itself, without
    /// end, is not: the next round knows that from the beginning.
    fn may_be_nested(&mut self, at: At, items: &[Annotation]) -> bool {
        if self.has_no_length(at) {
            return false;
        }
        let too_deep = items.iter().any(|s| tuple::extent(s).0 >= DEEPEST_TUPLE);
        if too_deep {
            self.forget_length(at);
        }
        !too_deep
    }

    /// A call with stars: the items of a tuple of known length are arguments by themselves.
    fn call_star(
        &mut self,
        program: &Program,
        facts: &GraphFacts,
        at: At,
        op: &Op<Flow>,
        passed: &[Arg],
        spoilt: &mut bool,
    ) -> Result<Annotation, Mistake> {
        let values = &self.specs[at.spec].values;
        let callee = values[op.args[0]].clone();
        let (mut args, mut named, mut keywords) = (Vec::new(), Vec::new(), Vec::new());
        let (mut stars, mut others) = (Stars::default(), None);
        for (&v, how) in op.args[1..].iter().zip(passed) {
            let given = Argument { s: values[v].clone(), value: Some(v) };
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
            if !is_callable(m) {
                continue;
            }
            let s = self.call_member(call, m, args.clone(), spoilt)?;
            result = Some(result.map_or_else(|| s.clone(), |r| r.join(&s)));
        }
        result.ok_or(Mistake::NotCallable)
    }

    fn call_member(
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
            Member::Library(module, name) => {
                let full: Name = format!("{module}.{name}").into();
                call_builtin(library::function(module, name), &full, positional, keywords, &given)
            }
            Member::ExceptionClass(_) if is_low => {
                let text = lowlevel::value(LlType::Ptr(STR));
                match given.as_slice() {
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
                exception::constructor(*class, &given).map_err(Mistake::text)?;
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

    /// Is it what a test left of a union?
    fn is_narrowed(&self, program: &Program, facts: &GraphFacts, at: At, value: Value) -> bool {
        let spec = &self.specs[at.spec];
        let graph = &program.functions[spec.func].graph;
        match facts.definitions[value] {
            Definition::Op(block, i) => {
                let op = &graph.blocks[block].ops[i];
                matches!(op.kind, FlowOp::Refine(_)) && {
                    let whole = op.args[0];
                    spec.values[whole].members().len() > spec.values[value].members().len()
                        || self.is_narrowed(program, facts, at, whole)
                }
            }
            // The argument of another function of the library.
            Definition::Param(block, k) if block == graph.entry => {
                let Context::Python(_, caller, block, i) = self.context_of(at.spec) else { return false };
                let Some(caller) = self.spec_of(caller) else { return false };
                let func = self.specs[caller].func;
                let function = &program.functions[func];
                let op = &function.graph.blocks[block].ops[i];
                match (&op.kind, op.args.get(k + 1)) {
                    (FlowOp::Call { .. }, Some(&arg)) if program.modules[function.module].is_library => {
                        let at = At { spec: caller, block, op: i };
                        self.is_narrowed(program, &self.facts(func), at, arg)
                    }
                    _ => false,
                }
            }
            _ => false,
        }
    }

    /// A builtin function or type: by its row, or else by its function in
    /// `rlib/python/builtins.py`.
    fn call_builtin(
        &mut self,
        call: &Site,
        name: &Name,
        args: Vec<Argument>,
        spoilt: &mut bool,
    ) -> Result<Annotation, Mistake> {
        let &Site { program, facts, at, keywords, .. } = call;
        let given: Vec<Annotation> = args.iter().map(|a| a.s.clone()).collect();
        if let Some(found) = self.class_builtin(call, name, &args) {
            return found;
        }
        if let Some(found) = self.object_builtin(program, at, name, &given) {
            return found.map_err(|lack| Mistake::arguments(name.clone(), lack));
        }
        if let ("hash", [x]) = (&**name, given.as_slice()) {
            self.demand_hash(program, at, x);
        }
        // Turned round as a list.
        let has_no_state = |m: &Member| matches!(m, Member::Container(Container::Dict, _) | Member::DictView(..));
        let turned = &**name == "reversed" && given.iter().any(|s| s.members().iter().any(has_no_state));
        if matches!(&**name, "iter" | "zip" | "enumerate" | "reversed") && !turned {
            let is_until = &**name == "iter" && given.len() == 2;
            let is_own = matches!(&given[..], [x] if &**name == "iter" && x.members().iter().all(containers::is_state));
            if is_own || (!is_until && self.consumer(program, facts, at).is_some()) {
                return self.iterator(program, at, name, &given, keywords);
            }
        }
        let is_iterator = |m: &Member| containers::is_state(m) || classes::is_object(m) || library::is_stdin(m);
        if &**name == "next" && given.first().is_some_and(|s| !s.is_never() && !s.members().iter().any(is_iterator)) {
            return Err(Mistake::arguments(name.clone(), Lack::NoMeaning));
        }
        // As a list, all at once, where nobody can tell.
        let consumer = self.consumer(program, facts, at);
        let is_list = if turned { consumer.is_some() } else { consumer == Some(Consumer::Whole) };
        if let Some(function) = iterator_function(name, args.len())
            && !is_list
        {
            return match self.python(at, "iterators", &function.into()) {
                Some(func) => self.call_function(call, func, args, spoilt),
                None => {
                    assert!(self.waits(), "the library has no {function}");
                    Ok(Annotation::NEVER)
                }
            };
        }
        if matches!(&**name, "print" | "str" | "repr" | "ascii") {
            given.iter().try_for_each(|s| self.check_text_of_argument(program, at, s)).map_err(Mistake::text)?;
        }
        let positional = args.len() - keywords.len();
        let row = call_builtin(builtin(name), name, positional, keywords, &given);
        match row {
            Ok(s) => {
                if &**name == "pow" {
                    self.float_power_may_overflow(&s);
                }
                Ok(s)
            }
            Err(mistake) => match self.python(at, "builtins", &variant(name, args.len(), keywords)) {
                Some(func) => self.call_function(call, func, args, spoilt),
                None if self.waits() => Ok(Annotation::NEVER),
                None => Err(mistake),
            },
        }
    }

    /// The same with stars: a function of `rlib/python` that takes them, or the row for as
    /// many items as it has parameters.
    fn call_builtin_with_stars(
        &mut self,
        call: &Site,
        name: &Name,
        mut args: Vec<Argument>,
        spoilt: &mut bool,
    ) -> Result<Annotation, Mistake> {
        let &Site { at, keywords, stars, .. } = call;
        for name in [&star_variant(name), name] {
            if let Some(func) = self.python(at, "builtins", name) {
                return self.call_function(call, func, args, spoilt);
            }
        }
        let row = builtin(name).filter(|row| !row.params.variadic && stars.others.is_none() && keywords.is_empty());
        let (Some(row), false) = (row, self.waits()) else {
            let not_yet = || Mistake::NotYet(format!("`*` and `**` in a call of `{name}`").into());
            return if self.waits() { Ok(Annotation::NEVER) } else { Err(not_yet()) };
        };
        let rest = args.pop().map(|rest| self.items_of(at, &rest.s)).unwrap_or_default();
        let mut given: Vec<Annotation> = args.iter().map(|a| a.s.clone()).collect();
        let first = call_builtin(Some(row), name, given.len(), &[], &given);
        if rest.is_never() {
            // Nothing is ever in it.
            return first;
        }
        let mut result = first;
        while given.len() < row.params.positional.len() {
            given.push(rest.clone());
            result = match (result, call_builtin(Some(row), name, given.len(), &[], &given)) {
                (Ok(a), Ok(b)) => Ok(a.join(&b)),
                (_, Err(Mistake::NotYet(what))) => return Err(Mistake::NotYet(what)),
                (Err(_), found) => found,
                // Raises for so many.
                (found, Err(_)) => found,
            };
        }
        result
    }

    /// The items of a tuple of unknown length.
    fn items_of(&mut self, at: At, tuple: &Annotation) -> Annotation {
        let sites = tuple.single().and_then(Member::sites).cloned();
        sites.map(|sites| self.contents(at, &sites).items).unwrap_or_default()
    }

    /// The values of a dict.
    fn held_by(&mut self, at: At, dict: &Annotation) -> Annotation {
        let sites = dict.single().and_then(Member::sites).cloned();
        sites.map(|sites| self.contents(at, &sites).values).unwrap_or_default()
    }

    /// The state that stands for `zip(...)` and its like.
    fn iterator(
        &mut self,
        program: &Program,
        at: At,
        name: &Name,
        args: &[Annotation],
        keywords: &[Name],
    ) -> Result<Annotation, Mistake> {
        let wrong = |lack| Mistake::arguments(name.clone(), lack);
        let not_yet = || Mistake::NotYet(format!("`{name}` with these arguments").into());
        match (&**name, args, keywords) {
            ("iter", [x], []) => self.iter(program, at, x).map_err(wrong),
            ("zip", args, []) => {
                let states: Result<Vec<Annotation>, Lack> = args.iter().map(|s| self.iter(program, at, s)).collect();
                Ok(Annotation::of(Member::ZipIter(states.map_err(wrong)?)))
            }
            ("enumerate", [x], []) | ("enumerate", [x, _], []) => {
                if let Some(start) = args.get(1) {
                    ops::callable::integer(start).map_err(wrong)?;
                }
                Ok(Annotation::of(Member::EnumerateIter(Box::new(self.iter(program, at, x).map_err(wrong)?))))
            }
            ("enumerate", [x, start], [keyword]) if &**keyword == "start" => {
                ops::callable::integer(start).map_err(wrong)?;
                Ok(Annotation::of(Member::EnumerateIter(Box::new(self.iter(program, at, x).map_err(wrong)?))))
            }
            ("reversed", [x], []) => ops::union::each(x, |m| match m {
                Member::Container(kind @ (Container::List | Container::Tuple), s) => {
                    Ok(Annotation::of(Member::ReversedIter(*kind, s.clone())))
                }
                Member::Range(_) => Ok(Annotation::of(Member::RangeIter(crate::annotation::RangeFacts::ANY))),
                Member::Tuple(items) => Ok(Annotation::of(Member::TupleIter(items.iter().rev().cloned().collect()))),
                Member::Str => Ok(Annotation::of(Member::StrIter)),
                Member::Bytes => Ok(Annotation::of(Member::BytesIter)),
                Member::ByteArray => ops::not_yet("`reversed` of this"),
                _ => Err(Lack::NoMeaning),
            })
            .map_err(wrong),
            _ => Err(not_yet()),
        }
    }

    /// What uses the iterator that this call gives, at once and alone.
    fn consumer(&self, program: &Program, facts: &GraphFacts, at: At) -> Option<Consumer> {
        let function = &program.functions[self.specs[at.spec].func];
        if program.modules[function.module].is_builtin {
            return Some(Consumer::Whole);
        }
        let mut result = function.graph.blocks[at.block].ops[at.op].results[0];
        let (block, user) = loop {
            let (block, i) = facts.only_user.get(result).copied().flatten()?;
            let user = &function.graph.blocks[block].ops[i];
            if user.kind != FlowOp::Items {
                break (block, user);
            }
            result = user.results[0];
        };
        match &user.kind {
            _ if facts.may_repeat(&function.graph, block, at.block) => None,
            FlowOp::Iter => Some(Consumer::Loop),
            FlowOp::ListExtend | FlowOp::SetUpdate | FlowOp::StarArgs => Some(Consumer::Whole),
            FlowOp::Unpack { .. } | FlowOp::UnpackStar { .. } => Some(Consumer::Loop),
            FlowOp::Call { .. } if user.args[0] != result => {
                // What is found here must not change when more is known.
                let callee = match facts.definitions[user.args[0]] {
                    Definition::Op(block, i) => match &function.graph.blocks[block].ops[i].kind {
                        FlowOp::Const(Constant::Builtin(name)) => Annotation::of(Member::Builtin(name.clone())),
                        _ if facts.is_before((block, i), (at.block, at.op)) => {
                            self.specs[at.spec].values[user.args[0]].clone()
                        }
                        _ => return None,
                    },
                    _ => return None,
                };
                let consumers: Option<Vec<Consumer>> = callee.members().iter().map(consumes).collect();
                let consumers = consumers.filter(|all| !all.is_empty())?;
                let all_whole = consumers.iter().all(|c| *c == Consumer::Whole);
                Some(if all_whole { Consumer::Whole } else { Consumer::Loop })
            }
            _ => None,
        }
    }

    /// `print` and its like take unions and streams, too, which have rules of their own.
    fn check_text_of_argument(&mut self, program: &Program, at: At, s: &Annotation) -> Result<(), Lack> {
        let inside = s.members().iter().any(|m| m.sites().is_some() || !m.inner().is_empty());
        if inside { self.check_text(program, at, s) } else { Ok(()) }
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
                    let named = if from.by_name { others.clone() } else { Annotation::NEVER };
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
                    assert!(!program.modules[function.module].is_library, "{}: a default is no literal", function.name);
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
                    let held = named.iter().fold(Annotation::NEVER, |s, (_, k)| s.join(&args[*k].s));
                    let names = if named.is_empty() { Annotation::NEVER } else { Annotation::str() };
                    let dict = self.display(at, Container::Dict, &names, &held).map_err(Mistake::item)?;
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

    fn pass_to(
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
        self.specs[at.spec].calls.insert((at.block, at.op, func), Call { spec, args: params });
        self.specs[spec].result.clone()
    }

    // ---- attributes ----

    pub fn get_attr(
        &mut self,
        program: &Program,
        at: At,
        object: &Annotation,
        name: &Name,
    ) -> Result<Annotation, Mistake> {
        let structs = self.options.structs;
        let from_library = {
            let func = self.specs[at.spec].func;
            program.modules[program.functions[func].module].is_library
        };
        let found = ops::union::each(object, |m| match m {
            Member::Low(LlType::Ptr(id)) => lowlevel::get_field(structs, *id, name).ok_or(Lack::NoMeaning),
            Member::Class(class) => self.get_class_attribute(program, at, *class, name),
            m if classes::is_object(m) => self.get_object_attribute(program, at, m, name),
            Member::Super(..) => self.get_object_attribute(program, at, m, name),
            Member::ExceptionClass(_) if &**name == "__init__" => {
                Ok(Annotation::of(Member::Method(Box::new(m.clone()), name.clone())))
            }
            Member::Instance(_) if &**name == "args" => {
                self.exception_readers.insert(at);
                Ok(self.exception_args.clone())
            }
            Member::Instance(class) if &**name == "value" && exception::stops(*class) => {
                self.exception_readers.insert(at);
                Ok(exception::first_arg(&self.exception_args))
            }
            Member::Library(module, of) if !library::is_stdin(m) => library::attribute(module, of, name),
            m => {
                // The library has functions of its own beside the methods.
                if let Some(module) = class_module(m).filter(|_| from_library || attribute::exists(m, name)) {
                    if let Some(func) = self.python(at, module, name) {
                        // These are no methods of a value, though a value has them.
                        if matches!(&**name, "maketrans" | "fromhex" | "fromkeys" | "from_bytes") {
                            return Ok(Annotation::of(Member::Function(func)));
                        }
                        return Ok(Annotation::of(Member::Method(Box::new(m.clone()), name.clone())));
                    }
                    if self.waits() {
                        return Ok(Annotation::NEVER);
                    }
                }
                // `str.upper`, as a function.
                if let Member::Builtin(class) = m
                    && let Some(module) = type_module(class)
                    && (from_library || attribute::exists_in_class(class, name))
                {
                    if let Some(func) = self.python(at, module, name) {
                        return Ok(Annotation::of(Member::Function(func)));
                    }
                    if self.waits() {
                        return Ok(Annotation::NEVER);
                    }
                }
                attribute::of(m, name)
            }
        });
        found.map_err(|lack| Mistake::attribute(name.clone(), lack))
    }
}

/// How an iterator is used that nothing else can see.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Consumer {
    /// Item by item.
    Loop,
    /// By a display, or a function of the library that takes all its items before it
    /// does anything else.
    Whole,
}

/// Does a call of this consume the iterators among its arguments, and how?
fn consumes(callee: &Member) -> Option<Consumer> {
    const WHOLE: &[&str] = &[
        "bytearray",
        "bytes",
        "dict",
        "frozenset",
        "list",
        "max",
        "min",
        "set",
        "sorted",
        "sum",
        "tuple",
        // Methods.
        "difference",
        "difference_update",
        "fromkeys",
        "intersection",
        "intersection_update",
        "issubset",
        "issuperset",
        "join",
        "symmetric_difference",
        "symmetric_difference_update",
        "union",
        "update",
    ];
    const BY_ITEM: &[&str] =
        &["all", "any", "enumerate", "extend", "filter", "isdisjoint", "iter", "map", "next", "zip"];
    let (Member::Builtin(name) | Member::Method(_, name)) = callee else { return None };
    if WHOLE.contains(&&**name) { Some(Consumer::Whole) } else { BY_ITEM.contains(&&**name).then_some(Consumer::Loop) }
}

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

fn is_callable(m: &Member) -> bool {
    matches!(
        m,
        Member::Function(_)
            | Member::Closure(..)
            | Member::Method(..)
            | Member::LowFunction(_)
            | Member::Builtin(_)
            | Member::ExceptionClass(_)
            | Member::Class(_)
            | Member::Object(_)
            | Member::Error(..)
            | Member::Library(..)
            | Member::Typing(_)
    )
}

/// A call of a builtin; `None` for the row of one that is not there.
pub fn call_builtin(
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
            let callable = builtin(name).is_some()
                || matches!(
                    &**name,
                    "exit"
                        | "quit"
                        | "iter"
                        | "zip"
                        | "enumerate"
                        | "reversed"
                        | "issubclass"
                        | "getattr"
                        | "hasattr"
                        | "setattr"
                );
            if callable || ops::callable::is_type_name(name) || !is_known_to_python(name) {
                Ok(())
            } else {
                Err(Mistake::NotYet(format!("`{name}`").into()))
            }
        }
        _ => Ok(()),
    }
}

/// The text that a literal is.
pub fn literal_text(program: &Program, func: FuncId, facts: &GraphFacts, value: Value) -> Option<Name> {
    let Definition::Op(block, i) = facts.definitions[value] else { return None };
    match &program.functions[func].graph.blocks[block].ops[i].kind {
        FlowOp::Const(Constant::Str(text)) => Some(text.clone()),
        _ => None,
    }
}

/// The function of `rlib/python/iterators.py` that gives an iterator as a value.
pub fn iterator_function(name: &str, n_args: usize) -> Option<&'static str> {
    Some(match (name, n_args) {
        ("iter", 2) => "called",
        ("iter", _) => "iterate",
        ("zip", _) => "zipped",
        ("enumerate", _) => "enumerated",
        ("reversed", _) => "turned",
        ("map", _) => "mapped",
        ("filter", _) => "filtered",
        _ => return None,
    })
}

/// The function of `rlib/python/builtins.py` for a builtin: `min` with a default is
/// one of its own, which need not raise, and so is `list` of nothing.
pub fn variant(name: &Name, n_args: usize, keywords: &[Name]) -> Name {
    if keywords.iter().any(|k| &**k == "default") {
        format!("{name}_default").into()
    } else if n_args == 0 && matches!(&**name, "list" | "tuple" | "set" | "frozenset" | "dict") {
        format!("{name}_of_nothing").into()
    } else {
        name.clone()
    }
}

/// The same for a call with stars.
pub fn star_variant(name: &Name) -> Name {
    format!("{name}_star").into()
}
