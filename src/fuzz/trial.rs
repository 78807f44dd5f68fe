//! One program on CPython and by every way that naja has, and the smallest that still
//! differs.

use super::Outcome;
use super::cpython::CPython;
use super::process::Silence;
use super::tree::{Form, Program};
use super::worker::{Answer, WITNESSES, Worker};

pub struct Witnesses {
    pub cpython: CPython,
    pub worker: Worker,
}

/// What came of a program.
#[derive(Clone, Debug)]
pub enum Verdict {
    Agrees,
    /// naja says why; CPython was not asked.
    Refused(Vec<String>),
    /// CPython took too long: nothing is known.
    Skipped,
    Differs(Difference),
}

#[derive(Clone, Debug)]
pub struct Difference {
    pub kind: Kind,
    /// Who differs; empty where it is the compiler itself.
    pub witness: String,
    /// In words.
    pub text: String,
}

/// A smaller program is still of interest where the difference is of the same kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Stdout,
    Stderr,
    Status,
    Internal,
    Late,
    Dead,
    Refused,
}

impl Witnesses {
    /// Compares by these ways.
    pub fn judge(&mut self, program: &Program, witnesses: &[&str]) -> Result<Verdict, String> {
        let text = program.text(Form::Plain);
        let Some(expected) = ask(&mut self.cpython, &text)? else { return Ok(Verdict::Skipped) };
        let broken = |kind, text: String| Ok(Verdict::Differs(Difference { kind, witness: String::new(), text }));
        let ran = match self.worker.run(&text, witnesses)? {
            Answer::Refused(reasons) => return Ok(Verdict::Refused(reasons)),
            Answer::Internal(message) => return broken(Kind::Internal, message),
            Answer::Late => return broken(Kind::Late, "naja does not come to an end".into()),
            Answer::Dead(how) => return broken(Kind::Dead, format!("naja died: {how}")),
            Answer::Ran(ran) => ran,
        };
        if ran.iter().all(|(_, outcome)| *outcome == expected) {
            return Ok(Verdict::Agrees);
        }
        // Perhaps an int left 64 bits. Both forms are right then: what is masked need not fit.
        let checked = ask(&mut self.cpython, &program.text(Form::Checked))?;
        for (witness, outcome) in ran {
            if outcome == expected || checked.as_ref().is_some_and(|checked| overflows(&outcome, checked)) {
                continue;
            }
            let (kind, text) = difference(&witness, &outcome, &expected);
            return Ok(Verdict::Differs(Difference { kind, witness, text }));
        }
        Ok(Verdict::Agrees)
    }

    /// The smallest program found that differs in the same way, after so many tries.
    pub fn shrink(
        &mut self,
        mut program: Program,
        mut difference: Difference,
        mut tries: usize,
        progress: &mut dyn FnMut(usize),
    ) -> Result<(Program, Difference), String> {
        let witness = difference.witness.clone();
        let witnesses: Vec<&str> = match difference.kind {
            Kind::Refused => vec![],
            Kind::Internal | Kind::Late | Kind::Dead => WITNESSES.to_vec(),
            _ => vec![&witness],
        };
        // Where the last success was: what is before was tried for a program hardly larger.
        let mut from = 0;
        let mut candidates = program.reductions();
        loop {
            let size = program.size();
            progress(size);
            let mut found = None;
            for (at, candidate) in candidates.iter().enumerate().skip(from) {
                if candidate.size() >= size || self.is_faulty(candidate)? {
                    continue;
                }
                if tries == 0 {
                    return Ok((program, difference));
                }
                tries -= 1;
                let smaller = match self.judge(candidate, &witnesses)? {
                    Verdict::Differs(smaller) => smaller,
                    Verdict::Refused(reasons) => refusal(&reasons),
                    _ => continue,
                };
                if smaller.kind == difference.kind && is_like(&smaller, &difference) {
                    found = Some((at, candidate.clone(), smaller));
                    break;
                }
            }
            match found {
                Some((at, smaller, why)) => (from, program, difference) = (at, smaller, why),
                None if from > 0 => from = 0,
                None => return Ok((program, difference)),
            }
            candidates = program.reductions();
        }
    }

    /// Whether CPython finds fault with it that no generated program has.
    fn is_faulty(&mut self, program: &Program) -> Result<bool, String> {
        let outcome = ask(&mut self.cpython, &program.text(Form::Plain))?;
        let faults =
            ["NameError", "UnboundLocalError", "TypeError", "AttributeError", "SyntaxError", "IndentationError"];
        Ok(outcome.is_none_or(|outcome| {
            faults.iter().any(|fault| outcome.stderr.contains(fault) || outcome.stdout.contains(fault))
        }))
    }
}

/// A refusal as a difference.
pub fn refusal(reasons: &[String]) -> Difference {
    Difference { kind: Kind::Refused, witness: String::new(), text: reasons.join("\n") }
}

/// Whether two refusals or failures of naja itself speak of the same thing: what is quoted
/// and numbers may be others.
fn is_like(a: &Difference, b: &Difference) -> bool {
    let gist = |difference: &Difference| -> String {
        let line = difference.text.lines().next().unwrap_or_default();
        let unquoted = line.split('`').step_by(2);
        unquoted.collect::<String>().chars().filter(|c| !c.is_ascii_digit()).collect()
    };
    !matches!(a.kind, Kind::Refused | Kind::Internal) || gist(a) == gist(b)
}

fn ask(cpython: &mut CPython, text: &str) -> Result<Option<Outcome>, String> {
    match cpython.run(text) {
        Ok(outcome) => Ok(outcome),
        Err(Silence::Absent(why) | Silence::Dead(why)) => Err(format!("CPython: {why}")),
        Err(Silence::Late) => Ok(None),
    }
}

/// Whether this is what CPython does where it is told to raise OverflowError. The lines
/// of the traceback are others then, and so is the text.
fn overflows(outcome: &Outcome, checked: &Outcome) -> bool {
    let class = |outcome: &Outcome| {
        let last = outcome.stderr.lines().last().unwrap_or_default().to_string();
        if last.starts_with("OverflowError") { "OverflowError".to_string() } else { last }
    };
    outcome.stdout == checked.stdout && outcome.status == checked.status && class(outcome) == class(checked)
}

fn difference(witness: &str, outcome: &Outcome, expected: &Outcome) -> (Kind, String) {
    for (kind, what, got, want) in [
        (Kind::Stdout, "stdout", &outcome.stdout, &expected.stdout),
        (Kind::Stderr, "stderr", &outcome.stderr, &expected.stderr),
    ] {
        if got != want {
            let same = got.lines().zip(want.lines()).take_while(|(a, b)| a == b).count();
            let line = |text: &str| text.lines().nth(same).map_or("(end)".into(), |line| format!("{line:?}"));
            let (want, got) = (line(want), line(got));
            let place = format!("{what} differs in line {}", same + 1);
            let last = outcome.stderr.lines().last().unwrap_or_default();
            let trouble = if last.is_empty() { String::new() } else { format!("\n  stderr: {last}") };
            return (kind, format!("{place}\n  CPython: {want}\n  {witness}: {got}{trouble}"));
        }
    }
    let (got, want) = (outcome.status, expected.status);
    (Kind::Status, format!("the exit status differs\n  CPython: {want}\n  {witness}: {got}"))
}
