//! What the phases share, and nothing else: where things stand in the source,
//! what went wrong there, control-flow graphs at two levels (Python operations
//! and low-level operations), low-level types and their layout, and for each of
//! these a printer and a verifier.
//!
//! ```text
//! source, diagnostic        spans and errors
//! graph                     blocks, values, links: generic over the level
//! flow                      level 1: Python's operations       (made by flowspace)
//! lltype, lowlevel, layout  level 2: the machine's operations  (made by rtyper)
//! classes                   the builtin exception hierarchy
//! ```

pub mod builder;
pub mod classes;
pub mod diagnostic;
pub mod dominance;
pub mod flow;
pub mod graph;
pub mod layout;
pub mod lltype;
pub mod lowlevel;
pub mod prim;
pub mod print;
pub mod source;
pub mod verify;

pub use cranelift_entity as entity;
pub use smallvec::{SmallVec, smallvec};

/// A name of the program: cheap to clone, compared by text.
pub type Name = std::rc::Rc<str>;
