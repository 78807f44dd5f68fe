//! What each type's operations become, a file for a type.

pub mod bigint;
pub mod boolean;
pub mod bytes;
pub mod class;
pub mod container;
pub mod copies;
pub mod float;
pub mod generator;
pub mod instance;
pub mod int;
pub mod iterator;
pub mod low;
pub mod none;
pub mod object;
pub mod range;
pub mod special;
pub mod string;
pub mod tuple;
