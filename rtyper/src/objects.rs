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
use naja_ir::lltype::{Field, LlType, Storage, Struct, StructId};
use std::collections::BTreeMap;
use std::rc::Rc;

pub struct ObjectLayout {
    id: StructId,
    /// Where each attribute begins, and what it holds.
    fields: BTreeMap<Name, (usize, Annotation)>,
    identity: Option<usize>,
}

impl Lowering<'_> {
    pub fn user(&self) -> Rc<Annotations> {
        self.user.clone()
    }

    fn object_layout(&mut self, site: Site) -> &ObjectLayout {
        if !self.objects.contains_key(&site) {
            let class = self.containers.class(site);
            let user = self.user();
            let mut layout = ObjectLayout { id: StructId::from_u32(0), fields: BTreeMap::new(), identity: None };
            let mut types = Vec::new();
            for (name, s) in user.objects.get(&site).into_iter().flatten() {
                layout.fields.insert(name.clone(), (types.len(), s.clone()));
                types.extend(components(s));
            }
            if user.identified.contains(&class.0) {
                layout.identity = Some(types.len());
                types.push(LlType::I64);
            }
            let field =
                |(i, ty)| Field { name: format!("field{i}").into(), storage: Storage::Value(ty), immutable: false };
            let fields = types.into_iter().enumerate().map(field).collect();
            let name = format!("{}_{}", class.1, self.program.structs.len()).into();
            layout.id = self.program.structs.push(Struct { name, fields, tail: None, tail_immutable: true });
            self.objects.insert(site, layout);
        }
        &self.objects[&site]
    }

    /// The struct of the objects of a site.
    pub fn object_struct(&mut self, site: Site) -> StructId {
        self.object_layout(site).id
    }

    /// Where an attribute is held: the struct, the first field, and what it holds.
    pub fn object_field(&mut self, site: Site, name: &str) -> Option<(StructId, usize, Annotation)> {
        let layout = self.object_layout(site);
        layout.fields.get(name).map(|(first, s)| (layout.id, *first, s.clone()))
    }

    pub fn object_fields(&mut self, site: Site) -> Vec<(usize, Annotation)> {
        self.object_layout(site).fields.values().cloned().collect()
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
