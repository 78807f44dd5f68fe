//! What one operation does to the state of the analysis: asks the rules of
//! `ops/`, and follows calls, globals and exceptions.

use crate::annotation::{Annotation, Container, Interval, Member};
use crate::call::Stars;
use crate::calls::Site;
use crate::classes;
use crate::constant;
use crate::containers;
use crate::containers::{class_module, type_module};
use crate::errors::Mistake;
use crate::fixpoint::{At, Definition, Engine, GraphFacts, Holder, is_low_level};
use crate::literals::leaves_64_bits;
use crate::method::{agreed, exception_names, names_class};
use crate::ops::callable::{builtin, is_known_to_python};
use crate::ops::{self, Lack, attribute, exception, int, library, lowlevel, text, tuple};
use crate::refine;
use crate::wrapping::wrapped;
use naja_ir::classes::BASE_EXCEPTION;
use naja_ir::flow::{Base, BinaryOp, CompareOp, Constant, Conversion, Flow, FlowOp, FuncId, Program, Refinement};
use naja_ir::graph::{Op, Value};
use naja_ir::lltype::{EXCEPTION, LlType};
use naja_ir::{Name, SmallVec, smallvec};

/// The annotations of an operation's results.
pub type Results = SmallVec<[Annotation; 1]>;

/// More members than this only a tuple that grows has.
const MOST_MEMBERS: usize = 24;
/// Tuples that are nested deeper than this are of a type that holds itself.
const DEEPEST_TUPLE: usize = 10;
/// A display of more names than this is no dict of keywords.
const MOST_NAMES: usize = 24;

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
                let s = self.unary(program, at, *unary, &x).map_err(|l| Mistake::unary(*unary, l))?;
                match facts.wrapping.contains(op.results[0]) && !library {
                    true => with_wrapped(s, BinaryOp::Sub, &int::known(Some(Interval::constant(0))), &x),
                    false => s,
                }
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
                if facts.wrapping.contains(op.results[0]) && !library {
                    return Ok(smallvec![with_wrapped(s, *binary, &a, &b)]);
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
                    false => self.display_of_any_length(at, &items),
                }
            }
            FlowOp::List => {
                let items = op.args.iter().fold(Annotation::NEVER, |s, &v| s.join(&values[v]));
                self.display(at, Container::List, &items, &Annotation::NEVER)
            }
            FlowOp::Set(_) => {
                let items = op.args.iter().fold(Annotation::NEVER, |s, &v| s.join(&values[v]));
                containers::hashable(&items).map_err(|_| Mistake::Unhashable)?;
                let set = self.display(at, Container::Set, &items, &Annotation::NEVER);
                self.demand_keys(program, at, &set);
                set
            }
            FlowOp::Dict => {
                let every = |odd: usize| {
                    op.args.iter().skip(odd).step_by(2).fold(Annotation::NEVER, |s, &v| s.join(&values[v]))
                };
                let (keys, held) = (every(0), every(1));
                containers::hashable(&keys).map_err(|_| Mistake::Unhashable)?;
                let func = self.specs[at.spec].func;
                let pairs = op
                    .args
                    .chunks(2)
                    .take(MOST_NAMES + 1)
                    .map(|pair| (literal_text(program, func, facts, pair[0]), pair[1]));
                let named: Option<Vec<_>> = pairs.map(|(name, v)| Some((name?, values[v].clone()))).collect();
                let dict = match named {
                    Some(named) if named.len() <= MOST_NAMES => self.display_of_names(at, named),
                    _ => self.display(at, Container::Dict, &keys, &held),
                };
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
                    FlowOp::ListExtend => ("list", "extend_by_star"),
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
                let bounds = [0, 1, 2].map(|i| arg(i).clone());
                let bounds = bounds.map(|s| containers::slice_bound(&self.as_index(program, at, &s)));
                match bounds.iter().any(Annotation::is_never) {
                    true => Annotation::NEVER,
                    false => Annotation::of(Member::Slice(Box::new(bounds))),
                }
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
                self.display(at, Container::Cell, &held, &Annotation::NEVER)
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
            FlowOp::DelAttr(name) => {
                let x = arg(0).clone();
                return match self.delete_attribute(program, at, &x, name) {
                    Ok(_) => Ok(Results::new()),
                    Err(lack) => Err(Mistake::attribute(name.clone(), lack)),
                };
            }
            FlowOp::GetItem if library && matches!(arg(0).single(), Some(Member::Low(_))) => {
                lowlevel::get_item(structs, arg(0), arg(1)).map_err(|_| Mistake::NoItems)?
            }
            FlowOp::GetItem => {
                let (a, mut i) = (arg(0).clone(), arg(1).clone());
                if a.members().iter().all(containers::is_sequence) {
                    i = self.as_index(program, at, &i);
                    if i.is_never() {
                        return Ok(smallvec![Annotation::NEVER]);
                    }
                }
                self.get_item(program, at, &a, &i)?
            }
            FlowOp::SetItem if library => {
                return match lowlevel::get_item(structs, arg(0), arg(1)) {
                    Ok(item) if lowlevel::fits(&item, arg(2)) => Ok(Results::new()),
                    _ => Err(Mistake::NoItemAssignment),
                };
            }
            FlowOp::SetItem => {
                let (a, mut i, x) = (arg(0).clone(), arg(1).clone(), arg(2).clone());
                if a.members().iter().all(containers::is_sequence) {
                    i = self.as_index(program, at, &i);
                    if i.is_never() {
                        return Ok(Results::new());
                    }
                }
                self.set_item(program, at, &a, &i, &x)?;
                return Ok(Results::new());
            }
            FlowOp::DelItem => {
                let (a, mut i) = (arg(0).clone(), arg(1).clone());
                if a.members().iter().all(containers::is_sequence) {
                    i = self.as_index(program, at, &i);
                    if i.is_never() {
                        return Ok(Results::new());
                    }
                }
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
            FlowOp::Percent(directive) => {
                let mut args = vec![arg(0).clone()];
                let constant = |n| Annotation::of(Member::Int(Interval::constant(n)));
                args.extend(directive.numbers().map(constant));
                self.python_operator(program, at, "percent", "directive", args).map_err(Mistake::text)?
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
            FlowOp::MatchException => {
                let have_heir = |one, other| classes::has_heir_of_both(program, &Base::Exception(one), other);
                exception::matches(arg(0), arg(1), have_heir).map_err(Mistake::except)?
            }
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

    /// Is this display a tuple of known length? One that holds others of itself, without
    /// end, is not: the next round knows that from the beginning.
    pub fn may_be_nested(&mut self, at: At, items: &[Annotation]) -> bool {
        if self.has_no_length(at) {
            return false;
        }
        let too_deep = items.iter().any(|s| tuple::extent(s).0 >= DEEPEST_TUPLE);
        if too_deep {
            self.forget_length(at);
        }
        !too_deep
    }

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
            Member::Function(func) | Member::Closure(func, _) => {
                let found = self.function_attributes(program, at, m).map(|object| {
                    let found = self.get_attr(program, at, &object, name);
                    (found, object)
                });
                let function = &program.functions[*func];
                match (&**name, found) {
                    (_, Some((Ok(s), object))) if !s.is_never() || object.is_never() => Ok(s),
                    ("__name__", None) if program.modules[function.module].is_library => {
                        ops::not_yet("the name of a function of the library")
                    }
                    ("__name__", None) => Ok(Annotation::str()),
                    ("__doc__", None) => Ok(match function.doc {
                        Some(_) => Annotation::str(),
                        None => Annotation::none(),
                    }),
                    _ if attribute::exists(m, name) => ops::not_yet(format!("`function.{name}`")),
                    _ => Err(Lack::NoMeaning),
                }
            }
            Member::Builtin(of) if &**of == "object" && &**name == classes::NEW => {
                Ok(Annotation::of(classes::new_of_object()))
            }
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
            Member::Instance(class) if let Some(place) = exception::os_attribute(*class, name) => {
                self.exception_readers.insert(at);
                Ok(exception::os_argument(&self.exception_args, place))
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
                        | "callable"
                        | "issubclass"
                        | "getattr"
                        | "hasattr"
                        | "setattr"
                        | "delattr"
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

/// With the ints that the operation gives where it wraps.
fn with_wrapped(s: Annotation, op: BinaryOp, a: &Annotation, b: &Annotation) -> Annotation {
    let whole = |s: &Annotation| {
        let ints = s.members().iter().filter(|m| matches!(m, Member::Int(_) | Member::Bool(_)));
        ints.map(int::interval).reduce(|a, b| a.join(b))
    };
    match (whole(a), whole(b)) {
        (Some(a), Some(b)) => wrapped(op, a, b).map_or(s.clone(), |i| s.join(&int::known(Some(i)))),
        _ => s,
    }
}
