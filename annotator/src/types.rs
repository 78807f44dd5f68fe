//! The end of the analysis: containers whose contents are alike become one type.
//!
//! The sites are partitioned until those of one part hold what is alike (as a
//! minimal automaton is found: Moore's partition refinement), so that recursive
//! types need nothing special. From then on a [`Site`] is the number of a type.

use crate::Annotations;
use crate::annotation::{Annotation, Member, Site, Sites};
use crate::heap::{Containers, Contents, Family, Heap, Named};
use naja_ir::Name;
use naja_ir::entity::{EntityRef, PrimaryMap};
use std::collections::{BTreeMap, HashMap};

/// The site of what objects of a site hold in each attribute.
pub type Attributes = BTreeMap<(Site, Name), Site>;

/// What objects of one site hold.
type Held = BTreeMap<Name, Annotation>;

pub fn number(annotations: &mut Annotations, heap: Heap, attributes: &Attributes) {
    let sites: Vec<Site> = heap.sites().collect();
    let contents: Vec<Contents> = sites.iter().map(|&site| heap.contents(&Sites::of(site))).collect();
    let held = held_by_objects(&heap, attributes);
    let attributes: Vec<Held> =
        sites.iter().map(|&site| held.get(&heap.find(site)).cloned().unwrap_or_default()).collect();
    // Calls with unlike keywords are unlike.
    let asked = heap.asked_names();
    let named: Vec<Held> = sites.iter().map(|&site| asked.get(&heap.find(site)).cloned().unwrap_or_default()).collect();
    let mut types: Vec<Site> = vec![Site::new(0); sites.len()];
    let mut n_types = usize::from(!sites.is_empty());
    loop {
        let mut parts: HashMap<(Family, Vec<Annotation>, [Held; 2]), Site> = HashMap::new();
        let mut next = Vec::with_capacity(types.len());
        for ((held, attributes), named) in contents.iter().zip(&attributes).zip(&named) {
            let mut old = |site: Site| types[site.index()];
            let all = [&held.items, &held.values, &held.result].iter().map(|s| s.map_sites(&mut old)).collect();
            let parts_of = [attributes, named]
                .map(|held| held.iter().map(|(name, s)| (name.clone(), s.map_sites(&mut old))).collect());
            let fresh = Site::new(parts.len());
            next.push(*parts.entry((held.family.clone(), all, parts_of)).or_insert(fresh));
        }
        types = next;
        if parts.len() == n_types {
            break;
        }
        n_types = parts.len();
    }
    let mut to_type = |site: Site| types[site.index()];
    let mut renamed: PrimaryMap<Site, Contents> = PrimaryMap::new();
    for ((held, attributes), &ty) in contents.iter().zip(attributes).zip(&types) {
        if ty.index() == renamed.len() {
            if !attributes.is_empty() {
                let attributes = attributes.into_iter().map(|(name, s)| (name, s.map_sites(&mut to_type))).collect();
                annotations.objects.insert(ty, attributes);
            }
            renamed.push(Contents {
                items: held.items.map_sites(&mut to_type),
                values: held.values.map_sites(&mut to_type),
                result: held.result.map_sites(&mut to_type),
                named: Named::default(),
                family: held.family.clone(),
            });
        }
    }
    annotations.containers = renamed;
    for spec in annotations.specs.values_mut() {
        let args = spec.calls.values_mut().flat_map(|call| &mut call.args);
        let all = spec.values.values_mut().chain(&mut spec.params).chain(args).chain([&mut spec.result]);
        all.for_each(|s| *s = s.map_sites(&mut to_type));
    }
    let implicit = std::mem::take(&mut annotations.implicit);
    for ((func, site), spec) in implicit {
        annotations.implicit.insert((func, site.map(&mut to_type)), spec);
    }
    annotations.globals.values_mut().for_each(|s| *s = s.map_sites(&mut to_type));
    annotations.exception_args = annotations.exception_args.map_sites(&mut to_type);
}

fn held_by_objects(heap: &Heap, attributes: &Attributes) -> BTreeMap<Site, Held> {
    let mut all: BTreeMap<Site, Held> = BTreeMap::new();
    for ((object, name), held) in attributes {
        let held = heap.contents(&Sites::of(*held)).items;
        // An attribute that is only read is none.
        if !held.filter(|m| *m != Member::Unbound).is_never() {
            all.entry(heap.find(*object)).or_default().insert(name.clone(), held);
        }
    }
    all
}
