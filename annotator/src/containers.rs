//! Containers: what the operations do that make them, read them and change them.
//! What takes more than a few steps is Python, in `rlib/python`: methods and
//! operators are calls of functions there.

use crate::annotation::{Annotation, Container, Interval, Member, Sites, View};
use crate::classes;
use crate::display::class_name;
use crate::errors::Mistake;
use crate::fixpoint::{At, Engine};
use crate::heap::{Contents, Named};
use crate::ops::{self, Lack, Rule, int, lowlevel, not_yet, tuple, union};
use naja_ir::Name;
use naja_ir::flow::{BinaryOp, CompareOp, Program, UnaryOp};
use naja_ir::lltype::LlType;

const BYTE: Interval = Interval { lo: 0, hi: 255 };

/// The module of `rlib/python` with the methods of a value's class.
pub fn class_module(m: &Member) -> Option<&'static str> {
    Some(match m {
        Member::Bool(_) | Member::Int(_) => "int",
        Member::BigInt => "bigint",
        Member::Float => "float",
        Member::Str => "str",
        Member::Bytes => "bytes",
        Member::ByteArray => "bytearray",
        Member::Tuple(_) => "tuple",
        Member::Range(_) => "range",
        Member::Container(kind, _) => kind.name(),
        Member::DictView(View::Keys | View::Items, _) => "dict_view",
        Member::Slice(_) => "slice",
        Member::Generator(_) => "generator",
        m if ops::library::is_stdin(m) => "stdin",
        _ => return None,
    })
}

/// The same, where it can be sliced.
pub fn sliced_by(m: &Member) -> Option<&'static str> {
    class_module(m).filter(|module| ["str", "bytes", "bytearray", "tuple", "range", "list"].contains(module))
}

/// The same by the name of a builtin type.
pub fn type_module(name: &str) -> Option<&'static str> {
    ["int", "float", "str", "bytes", "bytearray", "tuple", "range", "list", "dict", "set", "frozenset"]
        .into_iter()
        .find(|&module| module == name)
}

/// Does it count items?
pub fn is_index(m: &Member) -> bool {
    matches!(m, Member::Int(_) | Member::Bool(_) | Member::BigInt)
}

/// Are its items known by their places only, so that an object stands for what its `__index__` gives?
pub fn is_sequence(m: &Member) -> bool {
    sliced_by(m).is_some() || matches!(m, Member::Container(Container::Tuple, _))
}

/// A bound of a slice: a big int beyond every place is as good as the last one.
pub fn slice_bound(s: &Annotation) -> Annotation {
    s.filter_map(|m| Some(if *m == Member::BigInt { Member::Int(Interval::FULL) } else { m.clone() }))
}

/// Can it be looked for in a dict or a set?
pub fn hashable(s: &Annotation) -> Result<(), Lack> {
    let fits = |m: &Member| match m {
        Member::Container(Container::List | Container::Dict | Container::Set, _)
        | Member::ByteArray
        | Member::Slice(_)
        // Has no number of its own yet.
        | Member::Generator(_)
        | Member::Low(_)
        | Member::Unbound => false,
        Member::Tuple(items) => items.iter().all(|s| hashable(s).is_ok()),
        _ => true,
    };
    if s.is_never() || s.members().iter().any(fits) { Ok(()) } else { Err(Lack::NoMeaning) }
}

/// Can the next step of such a loop raise?
pub fn step_may_raise(state: &Member) -> bool {
    match state {
        Member::ContainerIter(kind, _) => matches!(kind, Container::Set | Container::Dict),
        Member::DictIter(..) | Member::Object(_) | Member::Generator(_) => true,
        m if ops::library::is_stdin(m) => true,
        m => m.inner().iter().any(|s| s.members().iter().any(step_may_raise)),
    }
}

impl Engine<'_> {
    /// A new container, with these items.
    pub fn display(&mut self, at: At, kind: Container, items: &Annotation, values: &Annotation) -> Annotation {
        let sites = self.site(at);
        self.grow_contents(&sites, items, values);
        Annotation::of(Member::Container(kind, sites))
    }

    /// A new dict with these under their names.
    pub fn display_of_names(&mut self, at: At, named: Vec<(Name, Annotation)>) -> Annotation {
        let sites = self.site(at);
        for (name, s) in named {
            let named = Named::Only([(name, s.coarse())].into());
            self.grow_named(&sites, &Annotation::str(), &s, &named);
        }
        Annotation::of(Member::Container(Container::Dict, sites))
    }

    /// Puts items into every container of this kind that `s` can be.
    pub fn put(&mut self, s: &Annotation, items: &Annotation, values: &Annotation) {
        for sites in s.members().iter().filter_map(Member::sites) {
            self.grow_contents(&sites.clone(), items, values);
        }
    }

    /// `a[i]`.
    pub fn get_item(
        &mut self,
        program: &Program,
        at: At,
        a: &Annotation,
        i: &Annotation,
    ) -> Result<Annotation, Mistake> {
        let rule = union::pairs(a, i, |a, i| match (a, i) {
            (x, i) if classes::is_object(x) => self
                .special(program, at, x, "__getitem__", &[Annotation::of(i.clone())])
                .unwrap_or(Err(Lack::NoMeaning)),
            // `C[int]`
            (Member::Class(_), _) => Ok(Annotation::of(a.clone())),
            (Member::Container(Container::List | Container::Tuple, s), m) if is_index(m) => {
                Ok(self.contents(at, s).items)
            }
            (Member::Container(Container::Dict, _), key) => {
                let (dict, key) = (Annotation::of(a.clone()), Annotation::of(key.clone()));
                hashable(&key)?;
                self.python_operator(program, at, "dict", "get_item", vec![dict, key])
            }
            (Member::Tuple(items), Member::Slice(bounds)) => match tuple_slice(items, bounds) {
                Some(s) => Ok(s),
                None => {
                    let args = [vec![Annotation::of(a.clone())], bounds.to_vec()].concat();
                    self.python_operator(program, at, "tuple", "get_slice_of_items", args)
                }
            },
            (m, Member::Slice(bounds)) => {
                let Some(module) = sliced_by(m) else { return Err(Lack::NoMeaning) };
                let args = [vec![Annotation::of(m.clone())], bounds.to_vec()].concat();
                self.python_operator(program, at, module, "get_slice", args)
            }
            _ => ops::get_item(&Annotation::of(a.clone()), &Annotation::of(i.clone())),
        });
        rule.map_err(Mistake::item)
    }

    /// `a[i] = x`.
    pub fn set_item(
        &mut self,
        program: &Program,
        at: At,
        a: &Annotation,
        i: &Annotation,
        x: &Annotation,
    ) -> Result<(), Mistake> {
        let rule = union::pairs(a, i, |a, i| match (a, i) {
            (a, i) if classes::is_object(a) => self
                .special(program, at, a, "__setitem__", &[Annotation::of(i.clone()), x.clone()])
                .unwrap_or(Err(Lack::NoMeaning)),
            (Member::Container(Container::List, s), m) if is_index(m) => {
                self.grow_contents(s, x, &Annotation::NEVER);
                Ok(Annotation::none())
            }
            (Member::Container(Container::Dict, _), key) => {
                let (dict, key) = (Annotation::of(a.clone()), Annotation::of(key.clone()));
                hashable(&key)?;
                self.python_operator(program, at, "dict", "set_item", vec![dict, key, x.clone()])
            }
            (Member::ByteArray, m) if is_index(m) => ops::callable::integer(x).map(|_| Annotation::none()),
            (Member::Container(Container::List, _) | Member::ByteArray, Member::Slice(bounds)) => {
                let module = class_module(a).expect("these have methods");
                let args = [vec![Annotation::of(a.clone())], bounds.to_vec(), vec![x.clone()]].concat();
                self.python_operator(program, at, module, "set_slice", args)
            }
            _ => Err(Lack::NoMeaning),
        });
        match rule {
            Ok(_) => Ok(()),
            Err(Lack::NotYet(what)) => Err(Mistake::NotYet(what)),
            Err(_) => Err(Mistake::NoItemAssignment),
        }
    }

    /// `del a[i]`.
    pub fn del_item(&mut self, program: &Program, at: At, a: &Annotation, i: &Annotation) -> Result<(), Mistake> {
        let rule = union::pairs(a, i, |a, i| {
            if classes::is_object(a) {
                let found = self.special(program, at, a, "__delitem__", &[Annotation::of(i.clone())]);
                return found.unwrap_or(Err(Lack::NoMeaning));
            }
            let Some(module) = class_module(a) else { return Err(Lack::NoMeaning) };
            let target = Annotation::of(a.clone());
            match (a, i) {
                (Member::Container(Container::List, _) | Member::ByteArray, Member::Slice(bounds)) => {
                    let args = [vec![target], bounds.to_vec()].concat();
                    self.python_operator(program, at, module, "del_slice", args)
                }
                (Member::Container(Container::List, _) | Member::ByteArray, m) if is_index(m) => {
                    self.python_operator(program, at, module, "del_item", vec![target, Annotation::int()])
                }
                (Member::Container(Container::Dict, _), _) => {
                    self.python_operator(program, at, module, "del_item", vec![target, Annotation::of(i.clone())])
                }
                _ => Err(Lack::NoMeaning),
            }
        });
        match rule {
            Ok(_) => Ok(()),
            Err(Lack::NotYet(what)) => Err(Mistake::NotYet(what)),
            Err(_) => Err(Mistake::NoItemDeletion),
        }
    }

    /// `a op b` and `a op= b`.
    pub fn binary(
        &mut self,
        program: &Program,
        at: At,
        op: BinaryOp,
        inplace: bool,
        a: &Annotation,
        b: &Annotation,
    ) -> Rule {
        let no_length = self.has_no_length(at);
        let formats = |a: &Member| op == BinaryOp::Mod && matches!(a, Member::Str | Member::Bytes | Member::ByteArray);
        union::pairs(a, b, |a, b| {
            match container_operator(op, inplace, a, b).or_else(|| joined_tuples(no_length, op, a, b)) {
                Some((module, name, swapped)) => {
                    let (x, y) = (Annotation::of(a.clone()), Annotation::of(b.clone()));
                    let args = if swapped { vec![y, x] } else { vec![x, y] };
                    self.python_operator(program, at, module, &operator_name(module, name, inplace, a), args)
                }
                None if !formats(a) && (classes::is_object(a) || classes::is_object(b)) => {
                    self.object_binary(program, at, op, inplace, a, b)
                }
                None => ops::binary_members(op, a, b),
            }
        })
    }

    pub fn unary(&mut self, program: &Program, at: At, op: UnaryOp, x: &Annotation) -> Rule {
        if !x.members().iter().any(classes::is_object) {
            return ops::unary(op, x);
        }
        if op == UnaryOp::Not {
            return self.truth(program, at, x).map(|_| Annotation::bool());
        }
        union::each(x, |m| match classes::is_object(m) {
            true => self.special(program, at, m, classes::unary_method(op), &[]).unwrap_or(Err(Lack::NoMeaning)),
            false => ops::unary(op, &Annotation::of(m.clone())),
        })
    }

    pub fn compare(&mut self, program: &Program, at: At, op: CompareOp, a: &Annotation, b: &Annotation) -> Rule {
        let by_identity = matches!(op, CompareOp::Is | CompareOp::IsNot);
        if by_identity {
            return ops::compare(op, a, b);
        }
        if let Some(name) = view_comparison(op, a, b) {
            return self.python_operator(program, at, "dict_view", name, vec![a.clone(), b.clone()]);
        }
        let contains = matches!(op, CompareOp::In | CompareOp::NotIn);
        match contains {
            true => self.demand_contains(program, at, a, b),
            false => self.demand_compare(program, at, op, a, b),
        }
        union::pairs(a, b, |a, b| match classes::is_object(b) || (!contains && classes::is_object(a)) {
            true => self.object_compare(program, at, op, a, b),
            false => ops::compare_members(op, a, b),
        })
    }

    /// Calls a function of `rlib/python` that an operation stands for.
    pub fn python_operator(
        &mut self,
        program: &Program,
        at: At,
        module: &'static str,
        name: &str,
        args: Vec<Annotation>,
    ) -> Rule {
        if args.iter().any(Annotation::is_never) {
            return Ok(Annotation::NEVER);
        }
        match self.python(at, module, &name.into()) {
            Some(func) => Ok(self.pass(program, at, func, args)),
            None if self.waits() => Ok(Annotation::NEVER),
            None => not_yet(format!("`{module}.{name}`")),
        }
    }

    /// The state of a `for` loop over `a`.
    pub fn iter(&mut self, program: &Program, at: At, a: &Annotation) -> Rule {
        union::each(a, |m| {
            if classes::is_object(m) {
                let state = self.special(program, at, m, "__iter__", &[]).unwrap_or(Err(Lack::NoMeaning))?;
                // What `__iter__` gives is its own state.
                let is_own = |m: &Member| is_state(m) || matches!(m, Member::Object(_));
                return match state.members().iter().all(is_own) {
                    true => Ok(state),
                    false => not_yet("`__iter__` that gives something else than an iterator"),
                };
            }
            Ok(Annotation::of(match m {
                Member::Range(facts) => Member::RangeIter(*facts),
                Member::Tuple(items) => Member::TupleIter(items.clone()),
                Member::Container(Container::Dict, s) => Member::DictIter(View::Keys, s.clone()),
                Member::Container(kind, s) => Member::ContainerIter(*kind, s.clone()),
                Member::DictView(view, s) => Member::DictIter(*view, s.clone()),
                Member::Str => Member::StrIter,
                Member::Bytes => Member::BytesIter,
                Member::ByteArray => Member::ByteArrayIter,
                // Standard input is its own state: what is read is gone.
                m if is_state(m) || ops::library::is_stdin(m) => m.clone(),
                _ => return Err(Lack::NoMeaning),
            }))
        })
    }

    /// What a round of a loop takes from its state; nothing where it never has any.
    pub fn next_item(&mut self, program: &Program, at: At, state: &Annotation, low_level: bool) -> Annotation {
        let mut item = Annotation::NEVER;
        for m in state.members() {
            let next = match m {
                Member::Object(_) => match self.special(program, at, m, "__next__", &[]) {
                    Some(Ok(item)) => item,
                    _ => Annotation::NEVER,
                },
                Member::RangeIter(_) if low_level => lowlevel::value(LlType::I64),
                Member::RangeIter(facts) => Annotation::of(Member::Int(facts.items)),
                Member::TupleIter(items) => tuple::item(items),
                Member::ContainerIter(_, s) | Member::ReversedIter(_, s) | Member::Generator(s) => {
                    self.contents(at, s).items
                }
                Member::DictIter(view, s) => {
                    let Contents { items, values, .. } = self.contents(at, s);
                    match view {
                        View::Keys => items,
                        View::Values => values,
                        View::Items => self.taken_tuple(at, vec![items, values]),
                    }
                }
                Member::StrIter => Annotation::str(),
                m if ops::library::is_stdin(m) => Annotation::str(),
                Member::BytesIter | Member::ByteArrayIter => Annotation::of(Member::Int(BYTE)),
                Member::EnumerateIter(inner) => {
                    let items = vec![Annotation::int(), self.next_item(program, at, inner, false)];
                    self.taken_tuple(at, items)
                }
                Member::ZipIter(states) => {
                    let items: Vec<Annotation> = states.iter().map(|s| self.next_item(program, at, s, false)).collect();
                    self.taken_tuple(at, items)
                }
                _ => Annotation::NEVER,
            };
            item = item.join(&next);
        }
        item
    }

    /// The tuple that a round of a loop makes of these.
    fn taken_tuple(&mut self, at: At, items: Vec<Annotation>) -> Annotation {
        if items.iter().any(Annotation::is_never) {
            Annotation::NEVER
        } else if self.may_be_nested(at, &items) {
            Annotation::of(Member::Tuple(items))
        } else {
            self.display_of_any_length(at, &items)
        }
    }

    /// A tuple that can hold others of itself.
    pub fn display_of_any_length(&mut self, at: At, items: &[Annotation]) -> Annotation {
        self.display(at, Container::Tuple, &tuple::item(items), &Annotation::NEVER)
    }

    /// `x1, ..., xn = a`: the items, or `None` where it always raises.
    pub fn unpack(
        &mut self,
        program: &Program,
        at: At,
        a: &Annotation,
        n: usize,
    ) -> Result<Option<Vec<Annotation>>, Lack> {
        let mut items: Option<Vec<Annotation>> = None;
        let mut has_meaning = false;
        for m in a.members() {
            let parts = match m {
                Member::Tuple(parts) if parts.len() == n => parts.clone(),
                Member::Tuple(_) => {
                    has_meaning = true;
                    continue;
                }
                _ => match self.iter(program, at, &Annotation::of(m.clone())) {
                    Ok(state) => vec![self.next_item(program, at, &state, false); n],
                    Err(Lack::NoMeaning) => continue,
                    Err(lack) => return Err(lack),
                },
            };
            has_meaning = true;
            items = Some(match items {
                Some(items) => items.iter().zip(&parts).map(|(x, y)| x.join(y)).collect(),
                None => parts,
            });
        }
        if has_meaning { Ok(items) } else { Err(Lack::NoMeaning) }
    }

    /// `a, *b, c = x`: what stands before, the items of the list, what stands behind.
    pub fn unpack_star(
        &mut self,
        program: &Program,
        at: At,
        a: &Annotation,
        before: usize,
        after: usize,
    ) -> Result<Option<Vec<Annotation>>, Lack> {
        let mut results: Option<Vec<Annotation>> = None;
        let sites = self.site(at);
        let mut has_meaning = false;
        for m in a.members() {
            let (parts, rest) = match m {
                Member::Tuple(items) if items.len() < before + after => {
                    has_meaning = true;
                    continue;
                }
                Member::Tuple(items) => {
                    let end = items.len() - after;
                    ([&items[..before], &items[end..]].concat(), tuple::item(&items[before..end]))
                }
                _ => match self.iter(program, at, &Annotation::of(m.clone())) {
                    Ok(state) => {
                        let item = self.next_item(program, at, &state, false);
                        (vec![item.clone(); before + after], item)
                    }
                    Err(Lack::NoMeaning) => continue,
                    Err(lack) => return Err(lack),
                },
            };
            has_meaning = true;
            self.grow_contents(&sites, &rest, &Annotation::NEVER);
            results = Some(match results {
                Some(all) => all.iter().zip(&parts).map(|(x, y)| x.join(y)).collect(),
                None => parts,
            });
        }
        if let Some(results) = &mut results {
            results.insert(before, Annotation::of(Member::Container(Container::List, sites)));
        }
        if has_meaning { Ok(results) } else { Err(Lack::NoMeaning) }
    }

    /// Can the value be printed? Looks into containers, too.
    pub fn check_text(&mut self, program: &Program, at: At, s: &Annotation) -> Result<(), Lack> {
        use crate::heap::Containers;
        self.demand_text(program, at, s);
        let mut seen: Vec<Sites> = Vec::new();
        let mut stack = vec![s.clone()];
        while let Some(s) = stack.pop() {
            for m in s.members() {
                ops::text_of_member(m)?;
                if let Some(sites) = m.sites()
                    && !seen.contains(sites)
                {
                    seen.push(sites.clone());
                    let held = self.heap.contents(sites);
                    stack.extend([held.items, held.values]);
                }
                stack.extend(m.inner().iter().cloned());
            }
        }
        Ok(())
    }

    /// An operation of the low-level module that Python of the library uses: typed,
    /// and not checked. The error is a sentence.
    pub fn intrinsic(
        &mut self,
        program: &Program,
        at: At,
        name: &str,
        args: &[Annotation],
        text: Option<&str>,
    ) -> Result<Annotation, Mistake> {
        if args.iter().any(Annotation::is_never) {
            return Ok(Annotation::NEVER);
        }
        let sites = |i: usize| args.get(i).and_then(|s| s.single()).and_then(Member::sites).cloned();
        let needed = || Mistake::LowLevel(format!("there is no `ll.{name}` of these"));
        Ok(match name {
            "helper" => {
                let text = text.ok_or_else(|| Mistake::LowLevel("`ll.helper` takes a literal".into()))?;
                return self.helper(program, at, text, &args[1..]);
            }
            "new_set" | "new_dict" | "new_frozenset" => {
                let kind = match name {
                    "new_set" => Container::Set,
                    "new_dict" => Container::Dict,
                    _ => Container::FrozenSet,
                };
                Annotation::of(Member::Container(kind, self.site(at)))
            }
            // A container that the library fills holds such items.
            "holds" => {
                let sites = sites(0).ok_or_else(needed)?;
                self.grow_contents(&sites, &args[1], args.get(2).unwrap_or(&Annotation::NEVER));
                Annotation::none()
            }
            // What an object holds whose class derives from a builtin type, but for those
            // classes whose own method has the name.
            "held" => {
                let mut all = Annotation::NEVER;
                let but = text.ok_or_else(needed)?;
                for m in args[1].members() {
                    for (receiver, is_held) in classes::held_groups(program, &self.heap, m, but) {
                        all = all.join(&match is_held {
                            true => self
                                .get_object_attribute(program, at, &receiver, &classes::HELD.into())
                                .map_err(|_| needed())?,
                            false => Annotation::of(receiver),
                        });
                    }
                }
                all
            }
            "is_object" => {
                let one = |m| Annotation::of(Member::Bool(Some(classes::is_object(m))));
                args[0].members().iter().fold(Annotation::NEVER, |all, m| all.join(&one(m)))
            }
            // From here on of one type.
            "unify" => {
                let (a, b) = (sites(0).ok_or_else(needed)?, sites(1).ok_or_else(needed)?);
                self.unify_sites(&a.join(&b));
                Annotation::none()
            }
            // The list, or the set, is not used any more.
            "freeze" => {
                let kind = match args[0].single() {
                    Some(Member::Container(Container::List, _)) => Container::Tuple,
                    Some(Member::Container(Container::Set, _)) => Container::FrozenSet,
                    _ => return Err(needed()),
                };
                Annotation::of(Member::Container(kind, sites(0).ok_or_else(needed)?))
            }
            "view_keys" => Annotation::of(Member::DictView(View::Keys, sites(0).ok_or_else(needed)?)),
            "view_values" => Annotation::of(Member::DictView(View::Values, sites(0).ok_or_else(needed)?)),
            "view_items" => Annotation::of(Member::DictView(View::Items, sites(0).ok_or_else(needed)?)),
            // The dict of a view.
            "viewed" => Annotation::of(Member::Container(Container::Dict, sites(0).ok_or_else(needed)?)),
            // What cannot be iterated over raises TypeError.
            "iterable" | "starred" => {
                let mut found = Annotation::NEVER;
                for m in args[0].members() {
                    let one = Annotation::of(m.clone());
                    if self.iter(program, at, &one).is_ok() {
                        found.grow(&one);
                    }
                }
                if found.is_never() && name == "starred" {
                    self.iter(program, at, &args[0]).map_err(Mistake::iter)?;
                }
                found
            }
            // A class's name; a function, as messages about its calls name it.
            "class_name_of" | "called" => Annotation::str(),
            "generator_send" | "generator_throw" | "stop" => self.resume(at, name, args),
            "generator_is_over" => Annotation::bool(),
            _ => return Err(Mistake::LowLevel(format!("there is no `ll.{name}`"))),
        })
    }

    /// `ll.expect("int bool", x, message)`: x, where it is of one of these types; another
    /// member of a union raises TypeError, and where all are others, the call is a mistake.
    /// `ll.check("str", x)` only finds the mistake.
    pub fn expect(&mut self, x: &Annotation, types: &str) -> Result<Annotation, Mistake> {
        let found = x.filter(|m| is_expected(m, types));
        if found.is_never() && !x.is_never() {
            return Err(Mistake::Unfit(x.clone()));
        }
        Ok(found)
    }

    /// `ll.helper("list.ll_list_insert cix>n", xs, i, x)`: a call of a generic function of
    /// the low-level dialect. See [`HelperCall`].
    fn helper(&mut self, program: &Program, at: At, text: &str, args: &[Annotation]) -> Result<Annotation, Mistake> {
        let wrong = |why: &str| Mistake::LowLevel(format!("`{text}` {why}"));
        let call = HelperCall::parse(text).map_err(Mistake::LowLevel)?;
        let mut searched = Annotation::NEVER;
        let mut containers: Vec<Sites> = Vec::new();
        let mut given = args.iter();
        for slot in &call.slots {
            if let Slot::Function(..) = slot {
                continue;
            }
            let arg = given.next().ok_or_else(|| wrong("has more arguments"))?;
            match slot {
                Slot::Container => {
                    let sites = arg.single().and_then(Member::sites);
                    containers.push(sites.ok_or_else(|| wrong("takes a container"))?.clone());
                }
                Slot::PutItem => self.grow_contents(&containers[0], arg, &Annotation::NEVER),
                Slot::PutValue => self.grow_contents(&containers[0], &Annotation::NEVER, arg),
                Slot::Search => searched = arg.clone(),
                Slot::Plain(plain) if arg.members().iter().any(|m| plain.accepts(m)) => {}
                Slot::Plain(_) => return Err(Mistake::Unfit(arg.clone())),
                Slot::Function(..) => {}
            }
        }
        for slot in &call.slots {
            let Slot::Function(letter, operands) = slot else { continue };
            let mut of = Vec::new();
            for operand in operands {
                of.push(match operand {
                    Operand::Items(n) => self.contents(at, &containers[*n]).items,
                    Operand::Values(n) => self.contents(at, &containers[*n]).values,
                    Operand::Search => searched.clone(),
                });
            }
            match letter {
                'E' => self.demand_compare(program, at, CompareOp::Eq, &of[0], &of[1]),
                'L' => self.demand_compare(program, at, CompareOp::Lt, &of[0], &of[1]),
                'H' => self.demand_hash(program, at, &of[0]),
                _ => self.demand_text(program, at, &of[0]),
            }
        }
        let first = || containers.first().cloned().ok_or_else(|| wrong("takes no container"));
        Ok(match call.gives {
            Gives::None => Annotation::none(),
            Gives::Int => Annotation::int(),
            Gives::Bool => Annotation::bool(),
            Gives::Str => Annotation::str(),
            Gives::Bytes => Annotation::of(Member::Bytes),
            Gives::Item => self.contents(at, &first()?).items,
            Gives::Value => self.contents(at, &first()?).values,
            Gives::Same => {
                let site = self.site(at);
                self.unify_sites(&site.join(&first()?));
                let kind = args.iter().find_map(|s| match s.single() {
                    Some(Member::Container(kind, _)) => Some(*kind),
                    _ => None,
                });
                Annotation::of(Member::Container(kind.ok_or_else(|| wrong("takes no container"))?, site))
            }
        })
    }
}

/// How Python of the library calls a generic function of the low-level dialect:
/// `"module.function slots>result"`. Each slot is a letter for an argument:
///
/// ```text
/// c   a container, as its struct
/// i   an int    b   a bool    t   a str    y   bytes: another type raises TypeError
/// x   an item (or key) that is put into the first container
/// v   a value that is put into the first dict
/// s   something that is looked for
/// ```
///
/// or a function that the compiler makes: E (equal), L (less), H (hash), R (repr),
/// with its operands behind it: a digit for the items (keys) of the n-th container,
/// `a` and `b` for the values of the first and the second, `s` for what is looked
/// for. The result is n (None), i, b, t (str), y (bytes), x (an item), v (a value) or c
/// (a new container of the first one's type).
pub struct HelperCall<'t> {
    pub module: &'t str,
    pub name: &'t str,
    pub slots: Vec<Slot>,
    pub gives: Gives,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Slot {
    Plain(Plain),
    Container,
    PutItem,
    PutValue,
    Search,
    /// Its letter and its operands.
    Function(char, Vec<Operand>),
}

/// What is passed as it is held.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Plain {
    Int,
    Bool,
    Str,
    Bytes,
}

impl Plain {
    pub fn accepts(self, m: &Member) -> bool {
        match self {
            Plain::Int => is_index(m),
            Plain::Bool => matches!(m, Member::Bool(_)),
            Plain::Str => *m == Member::Str,
            Plain::Bytes => *m == Member::Bytes,
        }
    }

    /// The type that the value has then.
    pub fn annotation(self) -> Annotation {
        match self {
            Plain::Int => Annotation::int(),
            Plain::Bool => Annotation::bool(),
            Plain::Str => Annotation::str(),
            Plain::Bytes => Annotation::of(Member::Bytes),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Operand {
    Items(usize),
    Values(usize),
    Search,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Gives {
    None,
    Int,
    Bool,
    Str,
    Item,
    Value,
    Same,
    Bytes,
}

impl HelperCall<'_> {
    pub fn parse(text: &str) -> Result<HelperCall<'_>, String> {
        let wrong = || format!("`{text}` is no call of a helper");
        let (path, signature) = text.split_once(' ').ok_or_else(wrong)?;
        let (module, name) = path.split_once('.').ok_or_else(wrong)?;
        let (letters, gives) = signature.split_once('>').ok_or_else(wrong)?;
        let mut slots: Vec<Slot> = Vec::new();
        let mut letters = letters.chars().peekable();
        while let Some(letter) = letters.next() {
            slots.push(match letter {
                'c' => Slot::Container,
                'i' => Slot::Plain(Plain::Int),
                'b' => Slot::Plain(Plain::Bool),
                't' => Slot::Plain(Plain::Str),
                'y' => Slot::Plain(Plain::Bytes),
                'x' => Slot::PutItem,
                'v' => Slot::PutValue,
                's' => Slot::Search,
                'E' | 'L' | 'H' | 'R' => {
                    let n = if matches!(letter, 'E' | 'L') { 2 } else { 1 };
                    let mut operands = Vec::new();
                    for _ in 0..n {
                        operands.push(match letters.next().ok_or_else(wrong)? {
                            'a' => Operand::Values(0),
                            'b' => Operand::Values(1),
                            's' => Operand::Search,
                            digit => Operand::Items(digit.to_digit(10).ok_or_else(wrong)? as usize),
                        });
                    }
                    Slot::Function(letter, operands)
                }
                _ => return Err(wrong()),
            });
        }
        let gives = match gives {
            "n" => Gives::None,
            "i" => Gives::Int,
            "b" => Gives::Bool,
            "t" => Gives::Str,
            "x" => Gives::Item,
            "v" => Gives::Value,
            "c" => Gives::Same,
            "y" => Gives::Bytes,
            _ => return Err(wrong()),
        };
        Ok(HelperCall { module, name, slots, gives })
    }
}

/// Is it a value of one of the builtin types whose names stand there?
pub fn is_expected(m: &Member, types: &str) -> bool {
    types.split(' ').any(|name| name == class_name(m))
}

/// Are these generators, and nothing else?
pub fn is_generator(s: &Annotation) -> bool {
    !s.is_never() && s.members().iter().all(|m| matches!(m, Member::Generator(_)))
}

/// Is it the state of a loop, by itself?
pub fn is_state(m: &Member) -> bool {
    matches!(
        m,
        Member::RangeIter(_)
            | Member::TupleIter(_)
            | Member::ContainerIter(..)
            | Member::ReversedIter(..)
            | Member::DictIter(..)
            | Member::StrIter
            | Member::BytesIter
            | Member::ByteArrayIter
            | Member::EnumerateIter(_)
            | Member::ZipIter(_)
            | Member::Generator(_)
    )
}

/// Nothing where one of the two is never there.
/// A slice of a tuple between constants.
fn tuple_slice(items: &[Annotation], bounds: &[Annotation; 3]) -> Option<Annotation> {
    let chosen = slice_indices(items.len(), bounds)?;
    tuple::build(chosen.into_iter().map(|i| items[i].clone()).collect())
}

/// Which of n items a slice between constants chooses.
pub fn slice_indices(n: usize, bounds: &[Annotation; 3]) -> Option<Vec<usize>> {
    let constant = |s: &Annotation| match s.single()? {
        Member::None => Some(None),
        m @ (Member::Int(_) | Member::Bool(_)) => int::interval(m).is_constant().map(Some),
        _ => None,
    };
    let n = n as i64;
    let step = constant(&bounds[2])?.unwrap_or(1);
    if step == 0 {
        return None;
    }
    let (lowest, highest) = if step > 0 { (0, n) } else { (-1, n - 1) };
    let end = |given: Option<i64>, otherwise: i64| match given {
        None => otherwise,
        Some(i) if i < 0 => i.saturating_add(n).max(lowest),
        Some(i) => i.min(highest),
    };
    let (first, last) = if step > 0 { (0, n) } else { (n - 1, -1) };
    let (start, stop) = (end(constant(&bounds[0])?, first), end(constant(&bounds[1])?, last));
    let mut chosen = Vec::new();
    let mut at = start;
    while if step > 0 { at < stop } else { at > stop } {
        chosen.push(at as usize);
        at = at.saturating_add(step);
    }
    Some(chosen)
}

/// The function that compares a view of a dict's keys or items with such a view or a set.
pub fn view_comparison(op: CompareOp, a: &Annotation, b: &Annotation) -> Option<&'static str> {
    use Container::{FrozenSet, Set};
    let is_view = |m: &Member| matches!(m, Member::DictView(View::Keys | View::Items, _));
    let is_set = |m: &Member| is_view(m) || matches!(m, Member::Container(Set | FrozenSet, _));
    let (x, y) = (a.single()?, b.single()?);
    if !(is_view(x) && is_set(y) || is_set(x) && is_view(y)) {
        return None;
    }
    Some(match op {
        CompareOp::Eq => "equal",
        CompareOp::Ne => "unequal",
        CompareOp::Lt => "less",
        CompareOp::Le => "less_or_equal",
        CompareOp::Gt => "greater",
        CompareOp::Ge => "greater_or_equal",
        CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn => return None,
    })
}

/// Tuples that grow in a loop are added as those are whose length is not known.
pub fn joined_tuples(
    no_length: bool,
    op: BinaryOp,
    a: &Member,
    b: &Member,
) -> Option<(&'static str, &'static str, bool)> {
    let tuples = matches!((a, b), (Member::Tuple(_), Member::Tuple(_)));
    (no_length && tuples && op == BinaryOp::Add).then_some(("tuple", "add", false))
}

/// An operator that changes its left operand has an `i` before its name.
pub fn operator_name(module: &str, name: &str, inplace: bool, a: &Member) -> String {
    let changes =
        matches!(a, Member::Container(Container::List | Container::Dict | Container::Set, _) | Member::ByteArray);
    if inplace && changes && class_module(a) == Some(module) { format!("i{name}") } else { name.into() }
}

/// The function of `rlib/python` that an operator with a container is: its module,
/// its name, and whether the operands change places.
pub fn container_operator(
    op: BinaryOp,
    inplace: bool,
    a: &Member,
    b: &Member,
) -> Option<(&'static str, &'static str, bool)> {
    use Container::*;
    use Member::Container as C;
    let is_set = |m: &Member| matches!(m, C(Set | FrozenSet, _) | Member::DictView(View::Keys | View::Items, _));
    let is_view = |m: &Member| matches!(m, Member::DictView(View::Keys | View::Items, _));
    let is_iterable = |m: &Member| {
        matches!(
            m,
            C(..)
                | Member::Tuple(_)
                | Member::Str
                | Member::Bytes
                | Member::ByteArray
                | Member::Range(_)
                | Member::DictView(..)
                | Member::Generator(_)
        )
    };
    let found = |m: &Member, name, swapped| Some((class_module(m)?, name, swapped));
    match (op, a, b) {
        (BinaryOp::Add, C(List, _), C(List, _)) => found(a, "add", false),
        // As `extend` does.
        (BinaryOp::Add, C(List, _), m) if inplace && is_iterable(m) => found(a, "add", false),
        (BinaryOp::Add, C(Tuple, _), C(Tuple, _) | Member::Tuple(_)) => found(a, "add", false),
        (BinaryOp::Add, Member::Tuple(_), C(Tuple, _)) => Some(("tuple", "add", false)),
        (BinaryOp::Add, Member::Bytes, Member::ByteArray) => found(a, "add", false),
        (BinaryOp::Add, Member::ByteArray, Member::Bytes | Member::ByteArray) => found(a, "add", false),
        (BinaryOp::Mul, C(List | Tuple, _) | Member::Bytes | Member::ByteArray, m) if is_index(m) => {
            found(a, "mul", false)
        }
        (BinaryOp::Mul, m, C(List | Tuple, _) | Member::Bytes | Member::ByteArray) if is_index(m) => {
            found(b, "mul", true)
        }
        (BinaryOp::Mul, Member::Tuple(_), m) if is_index(m) => found(a, "mul", false),
        (BinaryOp::Mul, m, Member::Tuple(_)) if is_index(m) => found(b, "mul", true),
        (BinaryOp::Or, C(Dict, _), C(Dict, _)) => found(a, "bit_or", false),
        // A view takes any iterable, on either side, and gives a new set.
        (BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor, x, y)
            if is_view(x) && is_iterable(y) || is_view(y) && is_iterable(x) =>
        {
            Some(match (op, is_view(x)) {
                (BinaryOp::Or, _) => ("dict_view", "bit_or", false),
                (BinaryOp::And, first) if is_set(x) && is_set(y) => ("dict_view", "bit_and", !first),
                (BinaryOp::And, first) => ("dict_view", "chosen", !first),
                (BinaryOp::Sub, _) => ("dict_view", "sub", false),
                _ => ("dict_view", "bit_xor", false),
            })
        }
        (BinaryOp::Or, x, y) if is_set(x) && is_set(y) => found(a, "bit_or", false),
        (BinaryOp::And, x, y) if is_set(x) && is_set(y) => found(a, "bit_and", false),
        (BinaryOp::Sub, x, y) if is_set(x) && is_set(y) => found(a, "sub", false),
        (BinaryOp::Xor, x, y) if is_set(x) && is_set(y) => found(a, "bit_xor", false),
        (BinaryOp::Mod, Member::Str | Member::Bytes | Member::ByteArray, _) => found(a, "mod", false),
        _ => None,
    }
}
