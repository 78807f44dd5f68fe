//! Calls with stars, `f(*items, **named)`: what of them goes to which parameter is known
//! when the program runs, and so is whether they fit.

use crate::builtins;
use crate::call::{CallSite, default};
use crate::emit::{Emitter, HelperArg, Typed};
use crate::function::python;
use crate::repr::components;
use crate::reprs::{container, string};
use crate::synthesis::Synthesis;
use naja_annotator::annotation::{Annotation, Container, Member};
use naja_annotator::builtin_calls::call_builtin;
use naja_annotator::call::{ArgSource, Stars, Taken};
use naja_annotator::calls::is_builtin_function;
use naja_annotator::containers::class_module;
use naja_annotator::heap::Contents;
use naja_annotator::ops::callable::builtin;
use naja_ir::Name;
use naja_ir::flow::{Arg, FuncId, Function, ParamKind};
use naja_ir::graph::{Terminator, Value};
use naja_ir::lltype::{LlType, OBJECT, STR_ARRAY};
use naja_ir::lowlevel::{LlOp, Static, StaticTail};
use naja_ir::prim::Prim;

/// The arguments of a call with stars, and the keywords of those that go by name. The
/// items of a tuple of known length are arguments by themselves.
pub fn spread(e: &mut Emitter, callee: &Typed, args: &[Typed], passed: &[Arg]) -> (Vec<Typed>, Vec<Name>, Stars) {
    let (mut all, mut named, mut keywords) = (Vec::new(), Vec::new(), Vec::new());
    let (mut stars, mut others) = (Stars::default(), None);
    for (x, how) in args.iter().zip(passed) {
        match how {
            Arg::Positional => all.push(x.clone()),
            Arg::Keyword(name) => {
                named.push(x.clone());
                keywords.push(name.clone());
            }
            Arg::Star => match x.member() {
                Member::Tuple(_) => all.extend(e.tuple_items(x)),
                _ => {
                    stars.rest = true;
                    all.push(x.clone());
                }
            },
            Arg::DoubleStar => {
                if is_builtin_function(&callee.s)
                    && let Some(Member::Container(Container::Dict, sites)) = x.s.single()
                    && e.l.contents(sites).items.is_never()
                {
                    continue;
                }
                stars.others = Some(keywords.len());
                others = Some(x.clone());
            }
        }
    }
    all.extend(named);
    all.extend(others);
    (all, keywords, stars)
}

/// A call with stars of one function; the sources are those of its parameters.
pub struct StarCall<'c> {
    pub site: CallSite<'c>,
    pub id: FuncId,
    pub function: &'c Function,
    pub args: &'c [Typed],
    pub keywords: &'c [Name],
    pub sources: &'c [ArgSource],
}

/// The tuple behind the positional arguments.
struct Rest {
    p: Value,
    length: Value,
    held: Annotation,
}

/// The dict of keywords, where it can hold some.
struct Others {
    p: Value,
    held: Contents,
}

/// The same for one name, with what can be held under it.
struct Named<'c> {
    others: &'c Others,
    held: Annotation,
}

/// What is found of the parameters that have no default.
struct Missing<'c> {
    kind: &'static str,
    names: Vec<&'c Name>,
    mask: Option<Value>,
}

/// An argument for each parameter; raises TypeError where they do not fit, and gives
/// nothing where that is always so.
pub fn bound(e: &mut Emitter, call: &StarCall) -> Option<Vec<Typed>> {
    let &StarCall { site, function, args, keywords, .. } = call;
    let positional = site.stars.positional(args.len(), keywords);
    let rest = site.stars.rest.then(|| rest_of(e, &args[positional]));
    let others = site.stars.others.and_then(|_| others_of(e, args.last().expect("the dict is the last")));
    let name = name_of(e, function);
    check_twice(e, call, positional, rest.as_ref(), others.as_ref());
    let target = site.spec.calls.get(&(site.block, site.op, call.id));
    let mut by_position = Missing { kind: "positional", names: vec![], mask: None };
    let mut by_name = Missing { kind: "keyword-only", names: vec![], mask: None };
    let mut given_by_name: Vec<Value> = Vec::new();
    let mut bound = Vec::new();
    for (i, (source, param)) in call.sources.iter().zip(&function.params).enumerate() {
        let is_keyword_only = param.kind == ParamKind::KeywordOnly;
        bound.push(match source {
            ArgSource::Arg(n) => {
                if is_keyword_only {
                    given_by_name.push(e.int(1));
                }
                args[*n].clone()
            }
            ArgSource::Default => default(e, site, function, i, args),
            ArgSource::Rest(all) => e.new_tuple(all.iter().map(|&n| args[n].clone()).collect()),
            ArgSource::RestFrom(before, from) => {
                let rest = rest.as_ref().expect("the call has a star");
                let before: Vec<Typed> = before.iter().map(|&n| args[n].clone()).collect();
                rest_from(e, rest, &before, *from, &args[positional].s)
            }
            ArgSource::Taken(taken) => {
                let default = taken.or_default.then(|| default(e, site, function, i, args));
                let named = others.as_ref().filter(|_| taken.by_name).map(|others| {
                    let values = &others.held.values;
                    let held = target.map_or_else(|| values.clone(), |target| values.of_kinds(&target.args[i]));
                    Named { others, held }
                });
                let named = named.filter(|named| !named.held.is_never());
                let (found, there) = take(e, call, &param.name, taken, rest.as_ref(), named.as_ref(), default.as_ref());
                if is_keyword_only {
                    given_by_name.push(e.prim(Prim::BoolToInt, &[there]));
                }
                if default.is_none() {
                    let missing = if is_keyword_only { &mut by_name } else { &mut by_position };
                    missing.add(e, &param.name, there);
                }
                found
            }
            ArgSource::Keywords(named) => {
                let Some(target) = target else { continue };
                keywords_dict(e, call, named, &target.args[i])
            }
        });
    }
    let has = |kind: ParamKind| function.params.iter().any(|p| p.kind == kind);
    if let Some(others) = others.as_ref().filter(|_| !has(ParamKind::VarKeywords)) {
        check_no_others(e, function, name, others);
    }
    let is_builtin = is_builtin(e, function);
    let (least, most, hidden) = counts(function, is_builtin);
    if let Some(rest) = rest.as_ref() {
        let before = e.int(positional as i64 - hidden);
        let given = e.prim(Prim::IntAdd, &[before, rest.length]);
        let (least, most) = (e.int(least), e.int(most));
        if !has(ParamKind::VarArgs) {
            let too_many = e.prim(Prim::IntLt, &[most, given]);
            let (_, fits) = e.branch(too_many);
            if is_builtin {
                e.helper("binding", "ll_builtin_count", &[name, least, most, given]);
            } else {
                let mut sum = e.int(0);
                for v in given_by_name {
                    sum = e.prim(Prim::IntAdd, &[sum, v]);
                }
                e.helper("binding", "ll_too_many", &[name, least, most, given, sum]);
            }
            e.block = fits;
        }
        if is_builtin && by_position.mask.is_some() {
            let too_few = e.prim(Prim::IntLt, &[given, least]);
            let (_, fits) = e.branch(too_few);
            e.helper("binding", "ll_builtin_count", &[name, least, most, given]);
            e.block = fits;
        }
    }
    by_position.check(e, name);
    by_name.check(e, name);
    if target.is_none() {
        e.end(Terminator::Unreachable);
    }
    target.map(|_| bound)
}

/// A builtin that has a row and no function: one call for each number of items.
pub fn builtin_by_count(e: &mut Emitter, name: &Name, args: &[Typed], wanted: &Annotation) -> Typed {
    let row = builtin(name).expect("the annotator found the row");
    let (rest, before) = args.split_last().expect("there is a star");
    let rest = rest_of(e, rest);
    if rest.held.is_never() {
        return builtins::call(e, name, before, &[], wanted);
    }
    let (join, results) = e.new_block(&components(wanted));
    let most = row.params.positional.len();
    let mut given = before.to_vec();
    while given.len() <= most {
        let s: Vec<Annotation> = given.iter().map(|x| x.s.clone()).collect();
        let n = given.len() - before.len();
        if call_builtin(Some(row), name, s.len(), &[], &s).is_ok() {
            let expected = e.int(n as i64);
            let here = e.prim(Prim::IntEq, &[rest.length, expected]);
            let (_, next) = e.branch(here);
            let items = (0..n).map(|i| item(e, &rest, i));
            let items: Vec<Typed> = items.collect();
            let result = builtins::call(e, name, &[before, &items].concat(), &[], wanted);
            let result = e.convert(result, wanted);
            e.jump(join, &result.v);
            e.block = next;
        }
        given.push(Typed { s: rest.held.clone(), v: vec![] });
    }
    let text = e.string(name);
    let (least, most) = (e.int(row.params.required as i64), e.int(most as i64));
    let n = e.int(before.len() as i64);
    let given = e.prim(Prim::IntAdd, &[n, rest.length]);
    e.helper("binding", "ll_builtin_count", &[text, least, most, given]);
    e.end(Terminator::Unreachable);
    e.block = join;
    Typed { s: wanted.clone(), v: results }
}

/// What takes no arguments is called with nothing but stars: there must be nothing in them.
pub fn check_none(e: &mut Emitter, stars: Stars, args: &[Typed], message: &str) {
    let rest = stars.rest.then(|| rest_of(e, &args[0]).length);
    let others = stars.others.map(|_| container::len(e, args.last().expect("the dict is the last")));
    for length in rest.into_iter().chain(others) {
        let none = e.int(0);
        let some = e.prim(Prim::IntLt, &[none, length]);
        raise_where(e, some, message);
    }
}

/// As CPython's messages name what is called, where they name its module.
pub fn called(e: &Emitter, callee: &Member) -> String {
    match callee {
        Member::Function(id) | Member::Closure(id, _) => {
            let function = &e.l.flow.program.functions[*id];
            let module = &e.l.flow.program.modules[function.module];
            if module.is_library {
                return format!("{}()", function.name);
            }
            format!("{}.{}()", module.name, function.qualname)
        }
        Member::Method(object, name) => match class_module(object) {
            Some(module) => format!("{module}.{name}()"),
            None => format!("{name}()"),
        },
        Member::Builtin(name) => format!("{name}()"),
        Member::ExceptionClass(class) => format!("{}()", class.name()),
        m => format!("{} object", e.type_name(m)),
    }
}

fn rest_of(e: &mut Emitter, tuple: &Typed) -> Rest {
    let held = e.l.contents(&container::parts(tuple).1).items;
    let p = container::pointer(e, tuple);
    Rest { p, length: container::length(e, p), held }
}

fn others_of(e: &mut Emitter, dict: &Typed) -> Option<Others> {
    let held = e.l.contents(&container::parts(dict).1);
    let p = container::pointer(e, dict);
    (!held.items.is_never()).then_some(Others { p, held })
}

fn item(e: &mut Emitter, rest: &Rest, i: usize) -> Typed {
    let i = e.int(i as i64);
    container::item_at(e, rest.p, i, &rest.held)
}

/// The entry of a keyword, and whether it is there.
fn entry(e: &mut Emitter, others: &Others, name: &Name) -> (Value, Value) {
    let key = string::typed(e.string(name));
    let stored = e.stored(&key, &key.s);
    let args = [
        HelperArg::Value(others.p),
        HelperArg::Value(stored),
        HelperArg::Function(Synthesis::item_hash(&key.s)),
        HelperArg::Function(Synthesis::item_eq(&others.held.items, &key.s)),
    ];
    let entry = e.generic_helper("entries", "ll_dict_find", &args).one();
    let none = e.int(-1);
    (entry, e.prim(Prim::IntLt, &[none, entry]))
}

/// Raises TypeError where the condition holds.
fn raise_where(e: &mut Emitter, condition: Value, message: &str) {
    let (_, fits) = e.branch(condition);
    e.raise("TypeError", message);
    e.block = fits;
}

/// What a message calls the function.
fn shown(function: &Function) -> String {
    format!("{}()", function.qualname)
}

fn name_of(e: &mut Emitter, function: &Function) -> Value {
    let text = if is_builtin(e, function) { function.name.to_string() } else { shown(function) };
    e.string(text.strip_suffix("_star").unwrap_or(&text))
}

fn is_builtin(e: &Emitter, function: &Function) -> bool {
    e.l.flow.program.modules[function.module].is_library
}

/// How many arguments it takes by position, at least and at most, and how many of its
/// first parameters its messages do not count.
fn counts(function: &Function, is_builtin: bool) -> (i64, i64, i64) {
    let takes_position = |kind| matches!(kind, ParamKind::PositionalOnly | ParamKind::Normal);
    let hides_self = is_builtin && function.params.first().is_some_and(|p| &*p.name == "self");
    let captured = function.params.iter().filter(|p| p.kind == ParamKind::Captured).count() as i64;
    let by_position: Vec<_> = function.params.iter().filter(|p| takes_position(p.kind)).collect();
    let least = by_position.iter().filter(|p| p.default.is_none()).count() as i64;
    let own = i64::from(hides_self);
    (least - own, by_position.len() as i64 - own, captured + own)
}

/// No parameter gets two arguments.
fn check_twice(e: &mut Emitter, call: &StarCall, positional: usize, rest: Option<&Rest>, others: Option<&Others>) {
    let shown = shown(call.function);
    if let Some(others) = others {
        for keyword in call.keywords {
            let (_, there) = entry(e, others, keyword);
            let called = called(e, &Member::Function(call.id));
            raise_where(e, there, &format!("{called} got multiple values for keyword argument '{keyword}'"));
        }
    }
    for (i, (source, param)) in call.sources.iter().zip(&call.function.params).enumerate() {
        let ArgSource::Arg(n) = source else { continue };
        let message = format!("{shown} got multiple values for argument '{}'", param.name);
        match (rest, others) {
            (_, Some(others)) if *n < positional && param.kind == ParamKind::Normal => {
                let (_, there) = entry(e, others, &param.name);
                raise_where(e, there, &message);
            }
            (Some(rest), _) if *n >= positional && param.kind == ParamKind::Normal => {
                let place = e.int(i as i64 - positional as i64);
                let there = e.prim(Prim::IntLt, &[place, rest.length]);
                raise_where(e, there, &message);
            }
            _ => {}
        }
    }
}

/// What the stars have for a parameter, or else its default; and whether there is one.
fn take(
    e: &mut Emitter,
    call: &StarCall,
    name: &Name,
    taken: &Taken,
    rest: Option<&Rest>,
    named: Option<&Named>,
    default: Option<&Typed>,
) -> (Typed, Value) {
    let rest = rest.filter(|rest| !rest.held.is_never());
    let from_rest = taken.place.and_then(|place| Some((place, rest?)));
    let mut s = default.map(|x| x.s.clone()).unwrap_or_default();
    s.grow(&from_rest.map(|(_, rest)| rest.held.clone()).unwrap_or_default());
    s.grow(&named.map(|named| named.held.clone()).unwrap_or_default());
    let in_rest = from_rest.map(|(place, rest)| {
        let place = e.int(place as i64);
        e.prim(Prim::IntLt, &[place, rest.length])
    });
    let in_others = named.map(|named| entry(e, named.others, name));
    if let (Some(one), Some((_, other))) = (in_rest, in_others) {
        let no = e.bool(false);
        let both = e.op1(LlOp::Select, &[one, other, no], LlType::Bool);
        let shown = shown(call.function);
        raise_where(e, both, &format!("{shown} got multiple values for argument '{name}'"));
    }
    let (join, results) = e.new_block(&[components(&s), vec![LlType::Bool]].concat());
    let finish = |e: &mut Emitter, x: Typed, there: bool| {
        let x = e.convert(x, &s);
        let there = e.bool(there);
        e.jump(join, &[x.v, vec![there]].concat());
    };
    if let (Some((place, rest)), Some(there)) = (from_rest, in_rest) {
        let (_, next) = e.branch(there);
        let x = item(e, rest, place);
        finish(e, x, true);
        e.block = next;
    }
    if let (Some(Named { others, held }), Some((entry, there))) = (named, in_others) {
        let (_, next) = e.branch(there);
        let values = container::get_field(e, others.p, "values");
        let x = container::stored_at(e, values, entry, &others.held.values);
        e.helper("dict", "ll_dict_delete", &[others.p, entry]);
        let x = e.convert(x, held);
        finish(e, x, true);
        e.block = next;
    }
    let x = match default {
        Some(x) => x.clone(),
        None => e.unreachable(&s),
    };
    finish(e, x, false);
    e.block = join;
    let (v, there) = results.split_at(results.len() - 1);
    (Typed { s, v: v.to_vec() }, there[0])
}

/// `*args`: what stands before, and the items from a place on.
fn rest_from(e: &mut Emitter, rest: &Rest, before: &[Typed], from: usize, wanted: &Annotation) -> Typed {
    let mut p = rest.p;
    let ty = e.graph.values[p];
    if from > 0 {
        let (from, all) = (e.int(from as i64), e.int(i64::MAX));
        p = e.helper1("list", "ll_list_getspan", &[p, from, all], ty);
    }
    if !before.is_empty() {
        let before = container::new_list(e, before, wanted);
        let before = container::pointer(e, &before);
        p = e.helper1("list", "ll_list_concat", &[before, p], ty);
    }
    Typed { s: wanted.clone(), v: vec![e.cast(OBJECT, p)] }
}

/// `**kwargs`: the call's keywords that no parameter has, in their order, and what is left
/// of its `**`.
fn keywords_dict(e: &mut Emitter, call: &StarCall, named: &[(Name, usize)], wanted: &Annotation) -> Typed {
    let positional = call.site.stars.positional(call.args.len(), call.keywords);
    let first = positional + usize::from(call.site.stars.rest);
    let n_before = call.site.stars.others.unwrap_or(call.keywords.len());
    let (before, behind): (Vec<_>, Vec<_>) = named.iter().partition(|(_, n)| *n < first + n_before);
    let mut pairs = Vec::new();
    for (name, n) in before {
        pairs.push(string::typed(e.string(name)));
        pairs.push(call.args[*n].clone());
    }
    let dict = container::new_dict(e, &pairs, wanted);
    if call.site.stars.others.is_some() {
        let all = [dict.clone(), call.args[call.args.len() - 1].clone()];
        python(e, call.site, "dict", "add_all", &all, &Annotation::none());
    }
    for (name, n) in behind {
        let key = string::typed(e.string(name));
        container::set_key(e, &dict, &key, &call.args[*n]);
    }
    dict
}

/// Every keyword of the call's `**` went to a parameter.
fn check_no_others(e: &mut Emitter, function: &Function, name: Value, others: &Others) {
    for param in function.params.iter().filter(|p| p.kind == ParamKind::PositionalOnly) {
        let (_, there) = entry(e, others, &param.name);
        let what = "got some positional-only arguments passed as keyword arguments";
        raise_where(e, there, &format!("{} {what}: '{}'", shown(function), param.name));
    }
    e.helper("binding", "ll_check_no_others", &[name, others.p]);
}

impl<'c> Missing<'c> {
    fn add(&mut self, e: &mut Emitter, name: &'c Name, there: Value) {
        let (zero, bit) = (e.int(0), e.int(1 << self.names.len()));
        self.names.push(name);
        let bit = e.op1(LlOp::Select, &[there, zero, bit], LlType::I64);
        self.mask = Some(match self.mask {
            Some(mask) => e.prim(Prim::IntOr, &[mask, bit]),
            None => bit,
        });
    }

    fn check(&self, e: &mut Emitter, function: Value) {
        let Some(mask) = self.mask else { return };
        let zero = e.int(0);
        let some = e.prim(Prim::IntNe, &[mask, zero]);
        let (_, fits) = e.branch(some);
        let names = self.names.iter().map(|name| {
            let name = e.string(name);
            e.constant(name).expect("a literal")
        });
        let names = names.collect();
        let names = e.static_object(Static { ty: STR_ARRAY, fields: vec![], tail: StaticTail::Items(names) });
        let kind = e.string(self.kind);
        e.helper("binding", "ll_missing", &[function, names, kind, mask]);
        e.block = fits;
    }
}
