//! CPython, whose behaviour is the expectation.

use crate::witnesses::Given;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a program did.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub stdout: String,
    pub stderr: String,
    pub status: i32,
    /// What is in the directory that it worked in, by name: none for a directory.
    pub files: BTreeMap<PathBuf, Option<Vec<u8>>>,
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

    /// With files in this folder for what it reads and writes. Node makes its pipes such that they
    /// do not wait, and then writes fail where nobody has read yet.
    pub fn into_files(command: &mut Command, input: &[u8], folder: &Path) -> Result<Outcome, String> {
        let place = |name: &str| folder.join(name);
        let failed = |e: io::Error| format!("{command:?}: {e}");
        fs::write(place("in"), input).map_err(failed)?;
        let stdin = fs::File::open(place("in")).map_err(failed)?;
        let stdout = fs::File::create(place("out")).map_err(failed)?;
        let stderr = fs::File::create(place("err")).map_err(failed)?;
        let status = command.stdin(stdin).stdout(stdout).stderr(stderr).status().map_err(|e| e.to_string())?;
        let written = |name: &str| fs::read(place(name)).map_err(|e| e.to_string());
        let code = status.code().ok_or_else(|| status.to_string())?;
        Ok(Outcome::new(&written("out")?, &written("err")?, code))
    }

    /// Its input never comes, and never ends.
    pub fn waiting(command: &mut Command) -> Result<Outcome, String> {
        let failed = |e: io::Error| format!("{command:?}: {e}");
        let (reader, writer) = io::pipe().map_err(failed)?;
        command.stdin(reader);
        let output = command.output().map_err(|e| format!("{command:?}: {e}"))?;
        drop(writer);
        let status = output.status.code().ok_or_else(|| format!("{command:?}: {}", output.status))?;
        Ok(Outcome::new(&output.stdout, &output.stderr, status))
    }

    pub fn new(stdout: &[u8], stderr: &[u8], status: i32) -> Outcome {
        Outcome {
            stdout: String::from_utf8_lossy(stdout).into_owned(),
            stderr: comparable_stderr(&String::from_utf8_lossy(stderr)),
            status,
            files: BTreeMap::new(),
        }
    }

    /// The same, with what it left there.
    pub fn with_files(mut self, workplace: &Option<Workplace>) -> Result<Outcome, String> {
        if let Some(workplace) = workplace {
            self.files = workplace.files()?;
        }
        Ok(self)
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
        let names: BTreeSet<&PathBuf> = self.files.keys().chain(expected.files.keys()).collect();
        if let Some(name) = names.into_iter().find(|&name| self.files.get(name) != expected.files.get(name)) {
            let text = |outcome: &Outcome| match outcome.files.get(name) {
                None => "(not there)".to_string(),
                Some(None) => "(a directory)".to_string(),
                Some(Some(bytes)) => format!("{:?}", String::from_utf8_lossy(bytes)),
            };
            let (got, want) = (text(self), text(expected));
            return Err(format!("{who}: {} differs\n  CPython: {want}\n  {who}: {got}", name.display()));
        }
        if self.status != expected.status {
            return Err(format!("{who}: exit status {}, CPython's is {}", self.status, expected.status));
        }
        Ok(())
    }
}

/// Runs a program under CPython; the tests' programs name themselves by their
/// absolute path in tracebacks, as CPython does.
pub fn run(program: &Path, argv: &[String], stdin: &[u8], fixture: Option<&Path>) -> Result<Outcome, String> {
    let args = [vec![String::new()], argv.to_vec()].concat();
    run_given(program, &Given { args, env: &[], stdin, fixture: fixture.map(Path::to_path_buf) })
}

/// The same with all that a program can be given.
pub fn run_given(program: &Path, given: &Given) -> Result<Outcome, String> {
    let Given { args, env, stdin, fixture } = given;
    let workplace = fixture.as_deref().map(Workplace::new).transpose()?;
    let python = std::env::var("NAJA_PYTHON").unwrap_or_else(|_| "python3".into());
    let mut command = Command::new(python);
    // Without the variable, UTF-8 mode lets bytes pass that are no UTF-8.
    command.args(["-S", "-B", "-X", "utf8"]).env("PYTHONIOENCODING", "utf-8:strict");
    command.env("PYTHONPATH", crate::programs::root().join("rlib/pypath")).arg(program).args(&args[1..]);
    command.envs(env.iter().filter_map(|variable| variable.split_once('=')));
    if let Some(workplace) = &workplace {
        command.current_dir(workplace.path());
    }
    Outcome::reading(&mut command, stdin)?.with_files(&workplace)
}

/// A directory that one program works in: it is gone with this.
pub struct Workplace(tempfile::TempDir);

impl Workplace {
    /// A copy of a directory.
    pub fn new(fixture: &Path) -> Result<Workplace, String> {
        let place = tempfile::tempdir().map_err(|e| format!("no directory to work in: {e}"))?;
        copy(fixture, place.path()).map_err(|e| format!("{}: {e}", fixture.display()))?;
        Ok(Workplace(place))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    fn files(&self) -> Result<BTreeMap<PathBuf, Option<Vec<u8>>>, String> {
        let mut found = BTreeMap::new();
        list(self.path(), Path::new(""), &mut found).map_err(|e| e.to_string())?;
        Ok(found)
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if from.as_os_str().is_empty() {
        return Ok(());
    }
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        match entry.file_type()?.is_dir() {
            true => {
                fs::create_dir(&target)?;
                copy(&entry.path(), &target)?;
            }
            false => drop(fs::copy(entry.path(), target)?),
        }
    }
    Ok(())
}

fn list(folder: &Path, name: &Path, found: &mut BTreeMap<PathBuf, Option<Vec<u8>>>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = name.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            found.insert(name.clone(), None);
            list(&entry.path(), &name, found)?;
        } else {
            found.insert(name, Some(fs::read(entry.path())?));
        }
    }
    Ok(())
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
