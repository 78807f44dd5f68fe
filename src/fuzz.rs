//! Random programs against CPython.
//!
//! ```text
//! random     numbers
//! types      what the variables of programs hold
//! tree       programs, as text and made smaller
//! generate   a program of a seed
//! process    one that is asked and answers in time, or is ended
//! cpython    what a program does there
//! worker     what it does by each way that naja has to run it
//! trial      both, compared; and the smallest program that still differs
//! ```

pub mod cpython;
pub mod generate;
mod process;
mod random;
pub mod tree;
pub mod trial;
mod types;
pub mod worker;

/// What a program did.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub stdout: String,
    /// Without the lines of carets below a traceback's.
    pub stderr: String,
    pub status: i64,
}

impl Outcome {
    fn new(stdout: &str, stderr: &str, status: i64) -> Outcome {
        let is_caret_line = |line: &&str| line.contains(['^', '~']) && line.trim_matches([' ', '^', '~']).is_empty();
        let stderr = stderr.lines().filter(|line| !is_caret_line(line)).map(|line| format!("{line}\n")).collect();
        Outcome { stdout: stdout.to_string(), stderr, status }
    }

    fn from_json(json: &serde_json::Value) -> Option<Outcome> {
        let text = |key: &str| json.get(key)?.as_str();
        Some(Outcome::new(text("stdout")?, text("stderr")?, json.get("status")?.as_i64()?))
    }
}
