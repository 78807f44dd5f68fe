//! Which of its classes an object is of: the number of its struct, or of an exception's
//! class, chooses.

use crate::emit::{Emitter, Typed};
use crate::repr::components;
use crate::reprs::{boolean, instance};
use naja_annotator::annotation::{Annotation, Member, Site};
use naja_annotator::classes::{Group, object_sites, receiver_itself, resolve};
use naja_annotator::heap::Containers;
use naja_ir::flow::MemberKind;
use naja_ir::graph::{Block, Value};
use naja_ir::lltype::LlType;
use naja_ir::lowlevel::LlOp;

/// One object for each class that x can be of: the number decides.
pub fn by_site(
    e: &mut Emitter,
    x: &Typed,
    result: &Annotation,
    f: &mut dyn FnMut(&mut Emitter, Site, Typed) -> Typed,
) -> Typed {
    let sites: Vec<Site> = object_sites(x.member()).expect("an object").iter().collect();
    let parts: Vec<Vec<Site>> = sites.iter().map(|&site| vec![site]).collect();
    by_part(e, x, &parts, result, &mut |e, i, x| f(e, sites[i], x))
}

/// The same for classes that are treated alike.
pub fn by_part(
    e: &mut Emitter,
    x: &Typed,
    parts: &[Vec<Site>],
    result: &Annotation,
    f: &mut dyn FnMut(&mut Emitter, usize, Typed) -> Typed,
) -> Typed {
    if let [_] = parts {
        let r = f(e, 0, x.clone());
        return e.convert(r, result);
    }
    let number = number(e, x);
    let (join, params) = e.new_block(&components(result));
    let blocks: Vec<Block> = parts.iter().map(|_| e.graph.new_block()).collect();
    let mut cases = Vec::new();
    for (part, &block) in parts.iter().zip(&blocks) {
        let numbers = part.iter().map(|&site| number_of(e, x.member(), site)).collect();
        cases.push((numbers, block));
    }
    e.switch(number, &cases);
    for (i, block) in blocks.into_iter().enumerate() {
        e.block = block;
        let one = Typed::new(only(x.member(), &parts[i]), x.v.clone());
        let r = f(e, i, one);
        let r = e.convert(r, result);
        e.jump(join, &r.v);
    }
    e.block = join;
    Typed { s: result.clone(), v: params }
}

/// Raises an error that names the class of x.
pub fn refuse(e: &mut Emitter, x: &Typed, wanted: &Annotation, error: &str, message: &dyn Fn(&str) -> String) -> Typed {
    each_class(e, x, wanted, &mut |e, x| {
        let class = e.type_name(x.member());
        e.raise(error, &message(&class));
        e.unreachable(wanted)
    })
}

/// f for each class that an object can be of; for what is none, f.
pub fn each_class(
    e: &mut Emitter,
    x: &Typed,
    wanted: &Annotation,
    f: &mut dyn FnMut(&mut Emitter, Typed) -> Typed,
) -> Typed {
    match object_sites(x.member()) {
        Some(_) => by_site(e, x, wanted, &mut |e, _, x| f(e, x)),
        None => f(e, x.clone()),
    }
}

/// The member with only these sites.
pub fn only(m: &Member, sites: &[Site]) -> Member {
    match m {
        Member::Super(class, of) => Member::Super(*class, Box::new(only(of, sites))),
        Member::Error(base, _) => Member::Error(*base, sites.iter().copied().collect()),
        _ => Member::Object(sites.iter().copied().collect()),
    }
}

pub fn is_error(m: &Member) -> bool {
    match m {
        Member::Super(_, of) => is_error(of),
        m => matches!(m, Member::Error(..)),
    }
}

/// What tells an object's class.
pub fn number(e: &mut Emitter, x: &Typed) -> Value {
    match is_error(x.member()) {
        true => instance::class_id(e, x.one()),
        false => e.op1(LlOp::TypeId, &[x.one()], LlType::I64),
    }
}

pub fn number_of(e: &mut Emitter, m: &Member, site: Site) -> i64 {
    match is_error(m) {
        true => {
            let class = e.l.containers.class(site).0;
            e.l.error_number(class)
        }
        false => e.l.object_struct(site).as_u32() as i64,
    }
}

/// What a name finds in the class of x.
pub fn groups(e: &Emitter, x: &Typed, name: &str) -> Vec<Group> {
    resolve(&e.l.flow.program, &e.l.containers, x.member(), name)
}

/// Runs f for each thing that the name finds in the class of x.
pub fn by_target(
    e: &mut Emitter,
    x: &Typed,
    name: &str,
    result: &Annotation,
    f: &mut dyn FnMut(&mut Emitter, Option<MemberKind>, Typed) -> Typed,
) -> Typed {
    let groups = groups(e, x, name);
    if object_sites(x.member()).is_none() {
        let r = f(e, groups[0].found.clone(), x.clone());
        return e.convert(r, result);
    }
    let parts: Vec<Vec<Site>> =
        groups.iter().map(|group| object_sites(&group.receiver).expect("an object").iter().collect()).collect();
    by_part(e, x, &parts, result, &mut |e, i, x| f(e, groups[i].found.clone(), x))
}

/// The object of a `super()`, or x.
pub fn itself(x: &Typed) -> Typed {
    Typed::new(receiver_itself(x.member()), x.v.clone())
}

/// The class of x, as a value.
pub fn class(e: &mut Emitter, x: &Typed, wanted: &Annotation) -> Typed {
    if object_sites(x.member()).is_none() {
        return Typed::new(receiver_itself(x.member()), vec![]);
    }
    by_site(e, x, wanted, &mut |e, site, _| Typed::new(Member::Class(e.l.containers.class(site).0), vec![]))
}

/// Is it of one of the classes of these sites?
pub fn is_one_of(e: &mut Emitter, x: &Typed, yes: &[Site]) -> Value {
    let sites: Vec<Site> = object_sites(x.member()).expect("an object").iter().collect();
    let (inside, outside): (Vec<Site>, Vec<Site>) = sites.into_iter().partition(|s| yes.contains(s));
    if inside.is_empty() || outside.is_empty() {
        return e.bool(outside.is_empty());
    }
    let parts = [inside, outside];
    by_part(e, x, &parts, &Annotation::bool(), &mut |e, i, _| boolean::typed(e.bool(i == 0))).one()
}
