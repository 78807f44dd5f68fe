//! Inference: what every variable of the program can hold, found by abstract
//! interpretation of the flow graphs from the entry points to a fixpoint.
//!
//! Starts at [`annotate`]. Deliberately knows nothing of syntax, of machine
//! types beyond the library's low-level dialect, and of backends.

pub mod annotation;
