//! None: nothing but its truth and its identity. What narrows it away is in
//! [`crate::refine`].

use crate::annotation::{Annotation, Member};

/// Without None.
pub fn without(a: &Annotation) -> Annotation {
    a.filter(|m| *m != Member::None)
}

/// Only None.
pub fn only(a: &Annotation) -> Annotation {
    a.filter(|m| *m == Member::None)
}
