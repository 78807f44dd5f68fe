//! CPython, whose behaviour is the expectation.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a program did.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub stdout: String,
    pub stderr: String,
    pub status: i32,
}

impl Outcome {
    pub fn of(command: &mut Command) -> Result<Outcome, String> {
        Outcome::reading(command, &[])
    }

    /// The command reads as much of the input as it wants.
    pub fn reading(command: &mut Command, input: &[u8]) -> Result<Outcome, String> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|e| format!("{command:?}: {e}"))?;
        let mut stdin = child.stdin.take().expect("it is piped");
        let output = std::thread::scope(|scope| {
            scope.spawn(move || stdin.write_all(input));
            child.wait_with_output()
        });
        let output = output.map_err(|e| format!("{command:?}: {e}"))?;
        let status = output.status.code().ok_or_else(|| {
            format!("{command:?}: {}; it wrote {:?}", output.status, String::from_utf8_lossy(&output.stderr))
        })?;
        Ok(Outcome::new(&output.stdout, &output.stderr, status))
    }

    pub fn new(stdout: &[u8], stderr: &[u8], status: i32) -> Outcome {
        Outcome {
            stdout: String::from_utf8_lossy(stdout).into_owned(),
            stderr: comparable_stderr(&String::from_utf8_lossy(stderr)),
            status,
        }
    }

    pub fn last_line(&self) -> &str {
        self.stderr.lines().last().unwrap_or("")
    }

    /// The first difference, in words.
    pub fn compare(&self, who: &str, expected: &Outcome) -> Result<(), String> {
        for (what, got, want) in
            [("stdout", &self.stdout, &expected.stdout), ("stderr", &self.stderr, &expected.stderr)]
        {
            if got != want {
                let line = got.lines().zip(want.lines()).take_while(|(a, b)| a == b).count();
                return Err(format!(
                    "{who}: {what} differs from CPython's in line {}\n  CPython: {}\n  {who}: {}\n  all of {who}'s stderr:\n{}",
                    line + 1,
                    want.lines().nth(line).unwrap_or("(end)"),
                    got.lines().nth(line).unwrap_or("(end)"),
                    self.stderr
                ));
            }
        }
        if self.status != expected.status {
            return Err(format!("{who}: exit status {}, CPython's is {}", self.status, expected.status));
        }
        Ok(())
    }
}

/// Runs a program under CPython; the tests' programs name themselves by their
/// absolute path in tracebacks, as CPython does.
pub fn run(program: &Path, argv: &[String], stdin: &[u8]) -> Result<Outcome, String> {
    let python = std::env::var("NAJA_PYTHON").unwrap_or_else(|_| "python3".into());
    let mut command = Command::new(python);
    // Without the variable, UTF-8 mode lets bytes pass that are no UTF-8.
    command.args(["-S", "-B", "-X", "utf8"]).env("PYTHONIOENCODING", "utf-8:strict");
    command.env("PYTHONPATH", crate::programs::root().join("rlib/pypath")).arg(program).args(argv);
    Outcome::reading(&mut command, stdin)
}

/// Without what naja does not promise: the carets below a traceback's lines,
/// how often a recursion went round, and what `reveal_type` says at run time.
fn comparable_stderr(text: &str) -> String {
    let is_caret_line = |line: &str| line.contains(['^', '~']) && line.chars().all(|c| matches!(c, ' ' | '^' | '~'));
    let last = text.lines().last().unwrap_or("");
    if last.starts_with("RecursionError") {
        return format!("{last}\n");
    }
    let kept = text.lines().filter(|line| !is_caret_line(line) && !line.starts_with("Runtime type is "));
    kept.map(|line| format!("{line}\n")).collect()
}
