//! The structs of objects, and the numbers of the program's exception classes.

use crate::lowering::Lowering;
use crate::repr::components;
use naja_annotator::Annotations;
use naja_annotator::annotation::{Annotation, Member, Site, Sites};
use naja_annotator::classes::builtin_exception;
use naja_annotator::heap::{Containers, Contents, Family};
use naja_ir::Name;
use naja_ir::classes::{ClassId, EXCEPTIONS};
use naja_ir::flow::{Base, UserClass};
use naja_ir::layout::{NATIVE64, WASM32};
use naja_ir::lltype::{Field, LlType, Prefix, Storage, Struct, StructId};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub struct ObjectLayout {
    id: StructId,
    attributes: BTreeMap<Name, Attribute>,
    identity: Option<usize>,
}

/// Where an attribute of an object is held, and what it holds.
#[derive(Clone, PartialEq)]
pub struct Attribute {
    /// The struct that operations on its fields name: the object's, or one of its prefixes.
    pub home: StructId,
    pub first: usize,
    pub s: Annotation,
}

/// What the objects of a class and of all that inherit from it begin with.
#[derive(Clone, Default)]
pub struct Common {
    prefixes: Vec<Prefix>,
    /// Where each attribute begins.
    attributes: BTreeMap<Name, (StructId, usize)>,
    types: Vec<LlType>,
}

/// The common beginnings, by class.
pub type Families = BTreeMap<UserClass, Common>;

fn object_struct(name: &str, types: &[LlType], prefixes: Vec<Prefix>) -> Struct {
    let field = |(i, &ty)| Field { name: format!("field{i}").into(), storage: Storage::Value(ty), immutable: false };
    let fields = types.iter().enumerate().map(field).collect();
    Struct { name: name.into(), fields, tail: None, tail_immutable: true, prefixes }
}

impl Lowering<'_> {
    pub fn user(&self) -> Rc<Annotations> {
        self.user.clone()
    }

    fn object_layout(&mut self, site: Site) -> &ObjectLayout {
        if !self.objects.contains_key(&site) {
            let (class, class_name) = self.containers.class(site);
            let common = self.common(class);
            let id = self.program.structs.next_key();
            let (mut types, attributes) = self.placed(site, &common, id);
            let identity = self.user.identified.contains(&class).then_some(types.len());
            types.extend(identity.map(|_| LlType::I64));
            self.push_object(&class_name, &types, common.prefixes);
            self.objects.insert(site, ObjectLayout { id, attributes, identity });
        }
        &self.objects[&site]
    }

    /// The fields of a site's objects: what they have in common with others, and their own.
    fn placed(&self, site: Site, common: &Common, id: StructId) -> (Vec<LlType>, BTreeMap<Name, Attribute>) {
        let mut types = common.types.clone();
        let mut attributes = BTreeMap::new();
        for (name, s) in self.user.objects.get(&site).into_iter().flatten() {
            let known = common.attributes.get(name).copied();
            let (home, first) = known.unwrap_or((id, types.len()));
            if known.is_none() {
                types.extend(components(s));
            }
            attributes.insert(name.clone(), Attribute { home, first, s: s.clone() });
        }
        (types, attributes)
    }

    fn push_object(&mut self, class: &str, types: &[LlType], prefixes: Vec<Prefix>) {
        let name = format!("{class}_{}", self.program.structs.len());
        self.program.structs.push(object_struct(&name, types, prefixes));
    }

    fn common(&mut self, class: UserClass) -> Common {
        if self.families.is_none() {
            self.families = Some(self.find_families());
        }
        self.families.as_ref().expect("just found").get(&class).cloned().unwrap_or_default()
    }

    /// What related classes' objects have in common. Of several bases only the first counts:
    /// what comes from the others lies where there is room.
    fn find_families(&mut self) -> Families {
        let user = self.user();
        let mut sites: BTreeMap<UserClass, Vec<Site>> = BTreeMap::new();
        for &site in user.objects.keys() {
            for class in self.line(self.containers.class(site).0) {
                sites.entry(class).or_default().push(site);
            }
        }
        let mut families = Families::new();
        for &class in sites.keys() {
            for class in self.line(class).into_iter().rev() {
                if !families.contains_key(&class) {
                    let base = self.first_base(class).map(|base| families[&base].clone());
                    let common = self.common_of(class, base.unwrap_or_default(), &sites[&class]);
                    families.insert(class, common);
                }
            }
        }
        // The collector must be able to tell what is a reference in each of them.
        let awkward: BTreeSet<UserClass> = sites
            .iter()
            .filter(|(class, sites)| sites.iter().any(|&site| self.is_awkward(site, &families[class])))
            .flat_map(|(&class, _)| self.line(class).last().copied())
            .collect();
        families.retain(|&class, _| !self.line(class).last().is_some_and(|root| awkward.contains(root)));
        families
    }

    /// The objects of these sites begin as their base's do, and go on with what all have.
    fn common_of(&mut self, class: UserClass, mut common: Common, sites: &[Site]) -> Common {
        let user = self.user();
        let [first, others @ ..] = sites else { unreachable!("a site at least") };
        if others.is_empty() {
            return common;
        }
        let id = self.program.structs.next_key();
        let begin = common.types.len();
        for (name, s) in &user.objects[first] {
            let types = components(s);
            let same = |site: &Site| user.objects[site].get(name).is_some_and(|other| components(other) == types);
            if !common.attributes.contains_key(name) && others.iter().all(same) {
                common.attributes.insert(name.clone(), (id, common.types.len()));
                common.types.extend(types);
            }
        }
        if common.types.len() > begin {
            let name = self.flow.program.classes[class].name.clone();
            self.push_object(&name, &common.types, common.prefixes.clone());
            common.prefixes.push(Prefix { of: id, n_fields: common.types.len() });
        }
        common
    }

    fn is_awkward(&self, site: Site, common: &Common) -> bool {
        let (types, _) = self.placed(site, common, StructId::from_u32(0));
        let s = object_struct("", &types, common.prefixes.clone());
        [WASM32, NATIVE64].iter().any(|target| target.references(&s).is_none())
    }

    /// The class and those that it inherits from by the first of each one's bases.
    fn line(&self, class: UserClass) -> Vec<UserClass> {
        std::iter::successors(Some(class), |&class| self.first_base(class)).collect()
    }

    fn first_base(&self, class: UserClass) -> Option<UserClass> {
        self.flow.program.classes[class].bases.iter().find_map(|base| match base {
            Base::User(class) => Some(*class),
            _ => None,
        })
    }

    /// The struct of the objects of a site.
    pub fn object_struct(&mut self, site: Site) -> StructId {
        self.object_layout(site).id
    }

    pub fn attribute(&mut self, site: Site, name: &str) -> Option<Attribute> {
        self.object_layout(site).attributes.get(name).cloned()
    }

    pub fn attributes(&mut self, site: Site) -> Vec<Attribute> {
        self.object_layout(site).attributes.values().cloned().collect()
    }

    /// The field of what objects hash to that have no hash of their own.
    pub fn identity_field(&mut self, site: Site) -> Option<usize> {
        self.object_layout(site).identity
    }

    /// The objects of a class, where there are any.
    pub fn object_member(&self, class: UserClass) -> Option<Member> {
        let (site, _) = self.containers.iter().find(|(_, held)| match &held.family {
            Family::Object(of, _) => *of == class,
            _ => false,
        })?;
        Some(match builtin_exception(&self.flow.program, class) {
            Some(base) => Member::Error(base, Sites::of(site)),
            None => Member::Object(Sites::of(site)),
        })
    }

    /// The number of an exception class of the program: behind those of the builtin ones.
    pub fn error_number(&self, class: UserClass) -> i64 {
        EXCEPTIONS.len() as i64 + class.as_u32() as i64
    }

    /// Exceptions of this class can exist.
    pub fn use_error(&mut self, class: UserClass, base: ClassId) {
        self.used_errors.insert(class);
        self.use_class(base);
    }

    /// The exception classes of the program that have objects.
    pub fn errors(&self) -> Vec<UserClass> {
        let class = |held: &Contents| match &held.family {
            Family::Object(class, _) if builtin_exception(&self.flow.program, *class).is_some() => Some(*class),
            _ => None,
        };
        self.containers.values().filter_map(class).collect()
    }

    /// Those of them with such a method.
    pub fn errors_with(&self, name: &str) -> Vec<UserClass> {
        let program = &self.flow.program;
        self.errors().into_iter().filter(|&class| program.find_member(class, name).is_some()).collect()
    }

    /// The numbers of the exceptions of these classes, and of those that inherit from them,
    /// as ranges.
    pub fn class_numbers(&self, classes: &[Base]) -> Vec<(i64, i64)> {
        let builtin = classes.iter().filter_map(|base| match base {
            Base::Exception(class) => Some((class.0 as i64, class.last() as i64)),
            _ => None,
        });
        let mut numbers: Vec<(i64, i64)> = builtin.collect();
        for class in self.errors() {
            if classes.iter().any(|base| self.flow.program.is_subclass(class, base)) {
                let number = self.error_number(class);
                match numbers.last_mut() {
                    Some((_, last)) if *last + 1 == number => *last = number,
                    _ => numbers.push((number, number)),
                }
            }
        }
        numbers
    }
}
