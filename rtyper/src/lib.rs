//! Turns annotated flow graphs into low-level graphs, and makes these fast.

pub mod interpreter;
pub mod opt;
