//! What containers hold. Each place that makes a container is a *site* with items
//! of its own; where a variable can hold containers of many sites, or when the
//! analysis ends, the sites are unified, so that each variable's containers are of
//! one type. (RPython's `listdef` unifies at once; we wait, so that the unlike
//! callers of one function can still be told apart.)

use crate::SpecId;
use crate::annotation::{Annotation, Site, Sites};
use crate::fixpoint::{At, Readers};
use ena::unify::{InPlaceUnificationTable, UnifyKey};
use naja_ir::Name;
use naja_ir::entity::{EntityRef, PrimaryMap};
use naja_ir::flow::UserClass;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What a site makes. Sites of unlike families stay apart where they meet in one variable:
/// what is there is told by the objects themselves.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Family {
    #[default]
    Container,
    /// Objects of a class, with its name.
    Object(UserClass, Name),
    /// Generators of one analysed function.
    Generator(SpecId),
}

/// A variable with more sites of one family than this has them unified at once.
pub const MOST_SITES: usize = 8;

/// What a dict holds under its keys, where they are known: the keywords of a call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Named {
    /// Under these alone.
    Only(BTreeMap<Name, Annotation>),
    /// Under any.
    Any,
}

impl Default for Named {
    fn default() -> Named {
        Named::Only(BTreeMap::new())
    }
}

impl Named {
    /// Under this name, in a dict with these values.
    pub fn under(&self, name: &Name, values: &Annotation) -> Annotation {
        match self {
            Named::Any => values.clone(),
            // The values' own members, which is how they are held.
            Named::Only(names) => names.get(name).map_or(Annotation::NEVER, |s| values.of_kinds(s)),
        }
    }

    fn grow(&mut self, other: &Named) -> bool {
        match (&mut *self, other) {
            (Named::Any, _) => false,
            (Named::Only(names), Named::Any) => {
                // Who read of an empty dict is told of its first item.
                let is_news = !names.is_empty();
                *self = Named::Any;
                is_news
            }
            (Named::Only(names), Named::Only(others)) => {
                others.iter().fold(false, |grew, (name, s)| names.entry(name.clone()).or_default().grow(s) | grew)
            }
        }
    }

    fn annotations(&mut self) -> impl Iterator<Item = &mut Annotation> {
        match self {
            Named::Only(names) => Some(names.values_mut()),
            Named::Any => None,
        }
        .into_iter()
        .flatten()
    }
}

/// What the containers of one site hold, without what is known of their ranges.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// The items; a dict's keys.
    pub items: Annotation,
    /// A dict's values; what is sent to a generator.
    pub values: Annotation,
    /// What a generator returns.
    pub result: Annotation,
    /// What of it a dict holds under which name; while the analysis runs.
    pub named: Named,
    pub family: Family,
}

/// Where it is known what containers hold: while the analysis runs, and when it has ended.
pub trait Containers {
    /// What containers of any of these sites hold.
    fn contents(&self, sites: &Sites) -> Contents;

    /// The class of the objects of a site.
    fn class(&self, site: Site) -> (UserClass, Name) {
        match self.contents(&Sites::of(site)).family {
            Family::Object(class, name) => (class, name),
            family => unreachable!("a site of objects, not {family:?}"),
        }
    }
}

impl Containers for Heap {
    fn contents(&self, sites: &Sites) -> Contents {
        let mut all = Contents::default();
        for site in sites.iter() {
            let contents = &self.contents[self.find(site)];
            all.family = contents.family.clone();
            all.items = all.items.join(&contents.items);
            all.values = all.values.join(&contents.values);
            all.result = all.result.join(&contents.result);
            all.named.grow(&contents.named);
        }
        all
    }
}

impl Containers for PrimaryMap<Site, Contents> {
    fn contents(&self, sites: &Sites) -> Contents {
        let mut all = self[sites.one()].clone();
        for site in sites.iter().skip(1) {
            all.items = all.items.join(&self[site].items);
            all.values = all.values.join(&self[site].values);
            all.result = all.result.join(&self[site].result);
        }
        all
    }
}

#[derive(Default)]
pub struct Heap {
    /// To find a root shortens the way to it.
    table: RefCell<InPlaceUnificationTable<Key>>,
    contents: PrimaryMap<Site, Contents>,
    readers: PrimaryMap<Site, Readers>,
    /// Those whose names a call has asked for.
    asked: BTreeSet<Site>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
struct Key(u32);

impl UnifyKey for Key {
    type Value = ();

    fn index(&self) -> u32 {
        self.0
    }

    fn from_index(i: u32) -> Key {
        Key(i)
    }

    fn tag() -> &'static str {
        "site"
    }
}

impl Heap {
    pub fn new_site(&mut self, family: Family) -> Site {
        self.table.get_mut().new_key(());
        self.readers.push(Readers::new());
        self.contents.push(Contents { family, ..Contents::default() })
    }

    /// The site that stands for this one and those that it was unified with.
    pub fn find(&self, site: Site) -> Site {
        Site::new(self.table.borrow_mut().find(Key(site.as_u32())).0 as usize)
    }

    pub fn family(&self, site: Site) -> Family {
        self.contents[self.find(site)].family.clone()
    }

    /// The sites that are to become one, of which there are more than `n`.
    pub fn alike(&self, sites: &Sites, n: usize) -> Vec<Sites> {
        if sites.len() <= n {
            return Vec::new();
        }
        let mut families: BTreeMap<Family, Vec<Site>> = BTreeMap::new();
        for site in sites.iter() {
            families.entry(self.family(site)).or_default().push(site);
        }
        families.into_values().filter(|all| all.len() > n).map(|all| all.into_iter().collect()).collect()
    }

    /// Who is to be worked on again when these sites' contents grow.
    pub fn read_by(&mut self, sites: &Sites, reader: At) {
        for site in sites.iter() {
            let root = self.find(site);
            self.readers[root].insert(reader);
        }
    }

    /// More is put into these; gives the readers where that is news.
    pub fn grow(&mut self, sites: &Sites, items: &Annotation, values: &Annotation, named: &Named) -> Readers {
        let mut readers = Readers::new();
        for site in sites.iter() {
            let root = self.find(site);
            let contents = &mut self.contents[root];
            // Each, always.
            let grew = contents.items.grow(items) | contents.values.grow(values) | contents.named.grow(named);
            if grew {
                readers.extend(self.readers[root].iter().copied());
            }
        }
        readers
    }

    /// A call asks what these hold under which name.
    pub fn ask_names(&mut self, sites: &Sites) {
        self.asked.extend(sites.iter());
    }

    /// What each site holds under its names, where a call has asked for that.
    pub fn asked_names(&self) -> BTreeMap<Site, BTreeMap<Name, Annotation>> {
        let roots: BTreeSet<Site> = self.asked.iter().map(|&site| self.find(site)).collect();
        let known = |root: Site| match &self.contents[root].named {
            Named::Only(names) => Some((root, names.clone())),
            Named::Any => None,
        };
        roots.into_iter().filter_map(known).collect()
    }

    /// A generator returns this, too.
    pub fn grow_result(&mut self, site: Site, result: &Annotation) -> Readers {
        let root = self.find(site);
        match self.contents[root].result.grow(result) {
            true => self.readers[root].clone(),
            false => Readers::new(),
        }
    }

    /// From now on these have the same contents; gives the readers of those that grow.
    pub fn unify(&mut self, sites: &Sites) -> Readers {
        let mut readers = Readers::new();
        let mut all = sites.iter();
        let Some(first) = all.next() else { return readers };
        for site in all {
            let (a, b) = (self.find(first), self.find(site));
            if a == b {
                continue;
            }
            self.table.get_mut().union(Key(a.as_u32()), Key(b.as_u32()));
            let root = self.find(a);
            let other = if root == a { b } else { a };
            let moved = std::mem::take(&mut self.contents[other]);
            self.contents[root].family = moved.family;
            self.contents[root].items.grow(&moved.items);
            self.contents[root].values.grow(&moved.values);
            self.contents[root].result.grow(&moved.result);
            self.contents[root].named.grow(&moved.named);
            let moved = std::mem::take(&mut self.readers[other]);
            self.readers[root].extend(moved);
            readers.extend(self.readers[root].iter().copied());
        }
        readers
    }

    /// The same, in which the site that stands for others takes their places.
    pub fn renamed(&self, s: Annotation) -> Annotation {
        fn is_named(heap: &Heap, s: &Annotation) -> bool {
            let named = |sites: &Sites| sites.iter().all(|site| heap.find(site) == site);
            s.members().iter().all(|m| m.sites().is_none_or(named) && m.inner().iter().all(|s| is_named(heap, s)))
        }
        if is_named(self, &s) { s } else { s.map_sites(&mut |site| self.find(site)) }
    }

    /// So in all contents.
    pub fn rename(&mut self) {
        let mut contents = std::mem::take(&mut self.contents);
        let held = contents.values_mut().flat_map(|held| {
            [&mut held.items, &mut held.values, &mut held.result].into_iter().chain(held.named.annotations())
        });
        for s in held {
            let found = std::mem::take(s);
            *s = self.renamed(found);
        }
        self.contents = contents;
    }

    pub fn sites(&self) -> impl Iterator<Item = Site> + use<> {
        (0..self.contents.len()).map(Site::new)
    }
}
