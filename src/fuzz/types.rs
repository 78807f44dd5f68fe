//! What the variables of generated programs hold.

use super::random::Random;

#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    Int,
    Float,
    Bool,
    Str,
    Bytes,
    /// An int of any size, from where it is made.
    Big,
    None,
    List(Box<Type>),
    Set(Box<Type>),
    Dict(Box<Type>, Box<Type>),
    Tuple(Vec<Type>),
    /// Two types that `isinstance` tells apart, or one and None.
    Union(Box<Type>, Box<Type>),
    /// An object of the class of this number or of one derived from it.
    Object(usize),
    Callable(Vec<Type>, Box<Type>),
    /// A generator or another iterator, which is used up.
    Iterator(Box<Type>),
}

impl Type {
    /// The shortest expression of this type.
    pub fn simplest(&self) -> Option<String> {
        Some(match self {
            Type::Int => "0".into(),
            Type::Float => "0.5".into(),
            Type::Bool => "True".into(),
            Type::Str => "'a'".into(),
            Type::Bytes => "b'a'".into(),
            Type::Big => "(BIG)".into(),
            Type::None => "None".into(),
            Type::List(item) => format!("[{}]", item.simplest()?),
            Type::Set(item) => format!("{{{}}}", item.simplest()?),
            Type::Dict(key, value) => format!("{{{}: {}}}", key.simplest()?, value.simplest()?),
            Type::Tuple(items) => {
                let items: Option<Vec<String>> = items.iter().map(Type::simplest).collect();
                format!("({},)", items?.join(", "))
            }
            Type::Union(_, b) => b.simplest()?,
            Type::Object(_) | Type::Callable(..) | Type::Iterator(_) => return None,
        })
    }

    /// Whether values can be printed, and say the same on every machine.
    pub fn is_printable(&self) -> bool {
        self.all(&|t| match t {
            Type::Callable(..) | Type::Iterator(_) => false,
            Type::Set(item) => matches!(**item, Type::Int),
            _ => true,
        })
    }

    /// Whether values have no identity that a program can see, and may be keys.
    pub fn is_key(&self) -> bool {
        match self {
            Type::Int | Type::Str | Type::Bool | Type::Bytes => true,
            Type::Tuple(items) => items.iter().all(Type::is_key),
            _ => false,
        }
    }

    /// Whether this grows without a bound where it is made of itself again and again.
    pub fn grows(&self) -> bool {
        matches!(self, Type::Str | Type::Bytes | Type::List(_))
    }

    pub fn has_callable(&self) -> bool {
        !self.all(&|t| !matches!(t, Type::Callable(..)))
    }

    pub fn has_object(&self) -> bool {
        !self.all(&|t| !matches!(t, Type::Object(_)))
    }

    pub fn has_iterator(&self) -> bool {
        !self.all(&|t| !matches!(t, Type::Iterator(_)))
    }

    fn all(&self, holds: &dyn Fn(&Type) -> bool) -> bool {
        holds(self)
            && match self {
                Type::List(item) | Type::Set(item) | Type::Iterator(item) => item.all(holds),
                Type::Dict(a, b) | Type::Union(a, b) => a.all(holds) && b.all(holds),
                Type::Tuple(items) => items.iter().all(|item| item.all(holds)),
                Type::Callable(params, result) => params.iter().all(|p| p.all(holds)) && result.all(holds),
                _ => true,
            }
    }

    /// How `isinstance` asks for it.
    pub fn class_name(&self) -> Option<&'static str> {
        Some(match self {
            Type::Int => "int",
            Type::Float => "float",
            Type::Str => "str",
            Type::Bytes => "bytes",
            Type::List(_) => "list",
            Type::Dict(..) => "dict",
            Type::Tuple(_) => "tuple",
            _ => return None,
        })
    }
}

pub fn list(item: Type) -> Type {
    Type::List(Box::new(item))
}

pub fn set(item: Type) -> Type {
    Type::Set(Box::new(item))
}

pub fn dict(key: Type, value: Type) -> Type {
    Type::Dict(Box::new(key), Box::new(value))
}

pub fn iterator(item: Type) -> Type {
    Type::Iterator(Box::new(item))
}

pub fn scalar(random: &mut Random) -> Type {
    [Type::Int, Type::Str, Type::Float, Type::Bool, Type::Bytes][random.weighted(&[9, 6, 3, 2, 1])].clone()
}

pub fn key(random: &mut Random) -> Type {
    match random.weighted(&[6, 6, 1, 2]) {
        0 => Type::Int,
        1 => Type::Str,
        2 => Type::Bool,
        _ => Type::Tuple(vec![Type::Int, Type::Str]),
    }
}

/// A type of values, nested no deeper than this, with objects of the first `classes`.
pub fn value(random: &mut Random, depth: usize, classes: usize) -> Type {
    if depth == 0 {
        return scalar(random);
    }
    match random.weighted(&[12, 6, 2, 3, 3, 3, 1, if classes > 0 { 4 } else { 0 }]) {
        0 => scalar(random),
        1 => list(value(random, depth - 1, classes)),
        2 => set(key(random)),
        3 => dict(key(random), value(random, depth - 1, classes)),
        4 => Type::Tuple((0..2 + random.below(2)).map(|_| value(random, depth - 1, classes)).collect()),
        5 => union(random, depth - 1, classes),
        6 => Type::Big,
        _ => Type::Object(random.below(classes)),
    }
}

fn union(random: &mut Random, depth: usize, classes: usize) -> Type {
    let pairs =
        [(Type::Int, Type::Str), (Type::Float, Type::Str), (list(Type::Int), Type::Int), (Type::Int, Type::Float)];
    match random.below(2) {
        0 => {
            let some = loop {
                match value(random, depth, classes) {
                    Type::Union(..) | Type::None | Type::Big => continue,
                    ty => break ty,
                }
            };
            Type::Union(Box::new(some), Box::new(Type::None))
        }
        _ => {
            let (a, b) = random.pick(&pairs).clone();
            Type::Union(Box::new(a), Box::new(b))
        }
    }
}
