//! The one place where every pass of a compilation is run: named, timed, and
//! verified behind. An internal failure names the pass that it happened in.

use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The stack on which the compiler runs: enough that nothing bounded by the
/// text of a program meets its end.
const STACK: usize = 512 << 20;

/// The name of the pass that runs now, visible from other threads.
#[derive(Clone, Default)]
pub struct Current(Arc<Mutex<&'static str>>);

impl Current {
    pub fn name(&self) -> &'static str {
        match *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            "" => "the command",
            name => name,
        }
    }

    fn set(&self, name: &'static str) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = name;
    }
}

/// What a pass of several steps calls behind each.
pub type Step<'a> = dyn FnMut(&'static str, &mut dyn FnMut() -> Result<(), String>) + 'a;

/// Runs passes, one after the other.
#[derive(Default)]
pub struct Passes {
    /// Verify what each pass made.
    pub verify: bool,
    current: Current,
    times: Vec<(&'static str, Duration)>,
}

impl Passes {
    pub fn new(verify: bool, current: &Current) -> Passes {
        Passes { verify, current: current.clone(), times: Vec::new() }
    }

    pub fn run<T>(&mut self, name: &'static str, pass: impl FnOnce() -> T) -> T {
        self.current.set(name);
        let start = Instant::now();
        let result = pass();
        self.record(name, start.elapsed());
        self.current.set("");
        result
    }

    /// Checks what a pass made. The time that this takes is not counted.
    pub fn check(&mut self, name: &'static str, verifier: impl FnOnce() -> Result<(), String>) {
        if self.verify {
            self.current.set(name);
            verifier().unwrap_or_else(|e| panic!("{e}"));
            self.current.set("");
        }
    }

    /// A pass of several steps: `pass` calls what it is given behind each step,
    /// with the step's name and a verifier.
    pub fn run_steps(&mut self, name: &'static str, pass: impl FnOnce(&mut Step<'_>)) {
        self.current.set(name);
        let mut start = Instant::now();
        pass(&mut |step, verifier| {
            self.record(step, start.elapsed());
            self.check(step, verifier);
            self.current.set(name);
            start = Instant::now();
        });
        self.current.set("");
    }

    /// Times of one name are added up.
    fn record(&mut self, name: &'static str, time: Duration) {
        match self.times.iter_mut().find(|(n, _)| *n == name) {
            Some((_, total)) => *total += time,
            None => self.times.push((name, time)),
        }
    }

    /// The passes and their times as a table.
    pub fn table(&self) -> String {
        let mut out = String::new();
        let width = self.times.iter().map(|(name, _)| name.len()).max().unwrap_or(0).max(5);
        let total: Duration = self.times.iter().map(|(_, time)| *time).sum();
        for (name, time) in self.times.iter().copied().chain([("total", total)]) {
            writeln!(out, "{name:width$} {:9.3} ms", time.as_secs_f64() * 1e3).expect("a string takes all");
        }
        out
    }
}

/// A panic of the compiler: a bug of ours.
pub struct InternalError {
    pub pass: &'static str,
    pub message: String,
}

impl std::fmt::Display for InternalError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "internal error in {}: {}; this is a bug in naja", self.pass, self.message)
    }
}

/// Runs `work` on a thread whose stack is large enough for the compiler and for
/// the programs that it runs.
pub fn on_large_stack<T: Send>(current: &Current, work: impl FnOnce(&Current) -> T + Send) -> Result<T, InternalError> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().name("naja".into()).stack_size(STACK);
        let result = match thread.spawn_scoped(scope, || work(current)) {
            Ok(handle) => handle.join(),
            Err(e) => Err(Box::new(format!("no thread with a stack of {} MiB: {e}", STACK >> 20)) as _),
        };
        result.map_err(|payload| {
            let text = payload.downcast_ref::<&str>().map(|s| s.to_string());
            let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
            InternalError { pass: current.name(), message: text.unwrap_or_else(|| "no message".into()) }
        })
    })
}
