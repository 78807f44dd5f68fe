//! The end of the analysis: containers whose contents are alike become one type.
//!
//! The sites are partitioned until those of one part hold what is alike (as a
//! minimal automaton is found: Moore's partition refinement), so that recursive
//! types need nothing special. From then on a [`Site`] is the number of a type.

use crate::Annotations;
use crate::annotation::{Annotation, Site, Sites};
use crate::heap::{Containers, Contents, Family, Heap};
use naja_ir::entity::{EntityRef, PrimaryMap};
use std::collections::HashMap;

pub fn number(annotations: &mut Annotations, heap: Heap) {
    let sites: Vec<Site> = heap.sites().collect();
    let contents: Vec<Contents> = sites.iter().map(|&site| heap.contents(&Sites::of(site))).collect();
    let mut types: Vec<Site> = vec![Site::new(0); sites.len()];
    let mut n_types = usize::from(!sites.is_empty());
    loop {
        let mut parts: HashMap<(Family, [Annotation; 3]), Site> = HashMap::new();
        let mut next = Vec::with_capacity(types.len());
        for held in &contents {
            let mut old = |site: Site| types[site.index()];
            let all = [&held.items, &held.values, &held.result].map(|s| s.map_sites(&mut old));
            let key = (held.family.clone(), all);
            let fresh = Site::new(parts.len());
            next.push(*parts.entry(key).or_insert(fresh));
        }
        types = next;
        if parts.len() == n_types {
            break;
        }
        n_types = parts.len();
    }
    let mut to_type = |site: Site| types[site.index()];
    let mut renamed: PrimaryMap<Site, Contents> = PrimaryMap::new();
    for (held, ty) in contents.iter().zip(&types) {
        if ty.index() == renamed.len() {
            renamed.push(Contents {
                items: held.items.map_sites(&mut to_type),
                values: held.values.map_sites(&mut to_type),
                result: held.result.map_sites(&mut to_type),
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
    let objects = std::mem::take(&mut annotations.objects);
    for (site, attributes) in objects {
        let attributes = attributes.into_iter().map(|(name, s)| (name, s.map_sites(&mut to_type))).collect();
        annotations.objects.insert(to_type(site), attributes);
    }
    annotations.globals.values_mut().for_each(|s| *s = s.map_sites(&mut to_type));
    annotations.exception_args = annotations.exception_args.map_sites(&mut to_type);
}
