//! Runs named trials on two threads and reports them as cargo's own harness does.

use naja::passes::{Current, on_large_stack};
use std::collections::{BTreeSet, VecDeque};
use std::process::ExitCode;
use std::sync::{Mutex, mpsc};
use std::time::{Duration, Instant};

/// One named test; the error is what to tell the developer.
pub struct Trial {
    pub name: String,
    pub body: Box<dyn FnOnce() -> Result<(), String> + Send>,
}

impl Trial {
    pub fn new(name: impl Into<String>, body: impl FnOnce() -> Result<(), String> + Send + 'static) -> Trial {
        Trial { name: name.into(), body: Box::new(body) }
    }
}

/// When no trial ends for so long, one of them hangs.
const PATIENCE: Duration = Duration::from_secs(600);

/// What the command line asks for: names to look for, and a few of libtest's options.
struct Arguments {
    filters: Vec<String>,
    skips: Vec<String>,
    exact: bool,
    list: bool,
    threads: usize,
}

impl Arguments {
    fn parse() -> Arguments {
        let mut parsed = Arguments { filters: Vec::new(), skips: Vec::new(), exact: false, list: false, threads: 2 };
        let mut args = std::env::args().skip(1);
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--exact" => parsed.exact = true,
                "--list" => parsed.list = true,
                "--skip" => parsed.skips.extend(args.next()),
                "--test-threads" => parsed.threads = args.next().and_then(|n| n.parse().ok()).unwrap_or(2),
                flag if flag.starts_with('-') => {}
                _ => parsed.filters.push(arg),
            }
        }
        parsed
    }

    fn wants(&self, name: &str) -> bool {
        let found = |pattern: &String| if self.exact { name == pattern } else { name.contains(pattern.as_str()) };
        (self.filters.is_empty() || self.filters.iter().any(found)) && !self.skips.iter().any(found)
    }
}

pub fn run(trials: Vec<Trial>) -> ExitCode {
    let arguments = Arguments::parse();
    let all = trials.len();
    let trials: VecDeque<Trial> = trials.into_iter().filter(|trial| arguments.wants(&trial.name)).collect();
    if arguments.list {
        for trial in &trials {
            println!("{}: test", trial.name);
        }
        return ExitCode::SUCCESS;
    }
    let (start, chosen) = (Instant::now(), trials.len());
    println!("\nrunning {chosen} tests");
    let failures = run_all(trials, arguments.threads);
    if !failures.is_empty() {
        println!("\nfailures:\n");
        for (name, message) in &failures {
            println!("---- {name} ----\n{message}\n");
        }
        println!("failures:");
        for (name, _) in &failures {
            println!("    {name}");
        }
    }
    println!(
        "\ntest result: {}. {} passed; {} failed; 0 ignored; 0 measured; {} filtered out; finished in {:.2}s\n",
        if failures.is_empty() { "ok" } else { "FAILED" },
        chosen - failures.len(),
        failures.len(),
        all - chosen,
        start.elapsed().as_secs_f64()
    );
    if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(101) }
}

/// The failures, by name.
fn run_all(trials: VecDeque<Trial>, threads: usize) -> Vec<(String, String)> {
    let mut left = trials.len();
    let queue = Mutex::new(trials);
    let running = Mutex::new(BTreeSet::new());
    let (sender, receiver) = mpsc::channel();
    let mut failures = Vec::new();
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            let (queue, running, sender) = (&queue, &running, sender.clone());
            scope.spawn(move || {
                loop {
                    let Some(Trial { name, body }) = queue.lock().expect("no trial panics here").pop_front() else {
                        break;
                    };
                    running.lock().expect("no trial panics here").insert(name.clone());
                    let result = on_large_stack(&Current::default(), |_| body());
                    running.lock().expect("no trial panics here").remove(&name);
                    let result = result.unwrap_or_else(|internal| Err(internal.to_string()));
                    sender.send((name, result)).expect("the receiver waits for all");
                }
            });
        }
        while left > 0 {
            let Ok((name, result)) = receiver.recv_timeout(PATIENCE) else {
                println!("test result: FAILED. These hang: {:?}", running.lock().expect("no trial panics here"));
                std::process::exit(101);
            };
            left -= 1;
            match result {
                Ok(()) => println!("test {name} ... ok"),
                Err(message) => {
                    println!("test {name} ... FAILED");
                    failures.push((name, message));
                }
            }
        }
    });
    failures.sort();
    failures
}
