//! Exceptions: the builtin classes, their instances, and what `except` matches.

use super::{Lack, Rule, callable, text_of_member};
use crate::annotation::{Annotation, Member};
use naja_ir::classes::{BASE_EXCEPTION, ClassId, exception_class};
use naja_ir::lltype::{EXCEPTION, LlType};

/// Can an instance of this class be made of so many arguments, as far as naja goes?
pub fn constructor(class: ClassId, args: &[Annotation]) -> Result<(), Lack> {
    let inherits = |name: &str| exception_class(name).is_some_and(|c| class.is_subclass_of(c));
    let special = match args.len() {
        // These compute their text from their arguments, or choose another class.
        2 | 3 | 5 => inherits("SyntaxError") || inherits("ImportError"),
        4 | 6.. => inherits("OSError") || inherits("SyntaxError") || inherits("ImportError"),
        _ => false,
    };
    let unicode = ["UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError"];
    if special || unicode.contains(&class.name()) {
        return Err(Lack::NotYet(format!("{} with these arguments", class.name()).into()));
    }
    args.iter().flat_map(|a| a.members()).try_for_each(|m| match text_of_member(m) {
        Err(Lack::NoMeaning) => Ok(()),
        other => other,
    })
}

/// What the `args` of the SystemExit of `sys.exit(code)` can be: CPython makes it
/// of a tuple's items, and of nothing where the code is None.
pub fn exit_args(code: &Annotation) -> Annotation {
    let spread = code.filter_map(|m| match m {
        Member::None => Some(Member::Tuple(vec![])),
        Member::Tuple(_) => Some(m.clone()),
        m => Some(Member::Tuple(vec![Annotation::of(m.clone())])),
    });
    spread.join(&Annotation::of(Member::Tuple(vec![code.clone()])))
}

/// What `raise x` raises; no meaning for what is no exception.
pub fn raised(x: &Annotation) -> Rule {
    super::union::each(x, |m| match m {
        Member::Instance(class) | Member::ExceptionClass(class) => Ok(Annotation::of(Member::Instance(*class))),
        // Of exceptions, as the caller has seen.
        Member::Error(..) | Member::Class(_) => Ok(Annotation::of(m.clone())),
        Member::Low(LlType::Ptr(EXCEPTION)) => Ok(Annotation::of(m.clone())),
        _ => Err(Lack::NoMeaning),
    })
}

/// Does `except class` match an exception? `have_heir` says whether a class of the program
/// inherits from both.
pub fn matches(exc: &Annotation, class: &Annotation, have_heir: impl Fn(ClassId, ClassId) -> bool) -> Rule {
    let Some(class) = class.single() else {
        return super::not_yet("an `except` clause with one of several classes");
    };
    let mut classes = Vec::new();
    clause(class, &mut classes)?;
    super::union::each(exc, |m| {
        let has = match m {
            Member::Instance(class) => *class,
            _ => BASE_EXCEPTION,
        };
        let known = callable::is_one_of(has, &classes);
        super::yes_no(known.filter(|&known| known || !classes.iter().any(|&class| have_heir(has, class))))
    })
}

/// The classes that an `except` clause names.
fn clause(class: &Member, classes: &mut Vec<ClassId>) -> Result<(), Lack> {
    match class {
        Member::ExceptionClass(class) => classes.push(*class),
        Member::Tuple(items) => {
            for item in items {
                match item.single() {
                    Some(m) => clause(m, classes)?,
                    None => return Err(Lack::NotYet("an `except` clause with a class that is not fixed".into())),
                }
            }
        }
        _ => return Err(Lack::NoMeaning),
    }
    Ok(())
}

/// Is it a StopIteration?
pub fn stops(class: ClassId) -> bool {
    exception_class("StopIteration").is_some_and(|stop| class.is_subclass_of(stop))
}

/// Which of its arguments an attribute of an OSError is.
pub fn os_attribute(class: ClassId, name: &str) -> Option<usize> {
    let os_error = exception_class("OSError").expect("a builtin exception");
    let place = ["errno", "strerror", "filename"].iter().position(|attribute| *attribute == name);
    place.filter(|_| class.is_subclass_of(os_error))
}

/// Its value where there are so many arguments that one is it; or None.
pub fn os_argument(args: &Annotation, place: usize) -> Annotation {
    let found = |m: &Member| match m {
        Member::Tuple(items) if matches!(items.len(), 2 | 3 | 5) => items.get(place).cloned(),
        _ => None,
    };
    args.members().iter().filter_map(found).fold(Annotation::none(), |s, found| s.join(&found))
}

/// The first of an exception's arguments, or None.
pub fn first_arg(args: &Annotation) -> Annotation {
    let first = |m: &Member| match m {
        Member::Tuple(items) => items.first().cloned(),
        _ => None,
    };
    args.members().iter().filter_map(first).fold(Annotation::none(), |s, first| s.join(&first))
}
