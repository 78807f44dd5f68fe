//! CPython, which runs many programs in one process.

use super::Outcome;
use super::process::{Process, Silence};
use serde_json::Value;
use std::process::Command;
use std::time::Duration;

/// Answers the text of a program, as JSON, with what it wrote and its exit status;
/// with null where it took more than two seconds.
const DRIVER: &str = r#"
import sys, io, json, linecache, resource, signal, traceback

class Late(BaseException):
    pass

def late(*_):
    raise Late

signal.signal(signal.SIGALRM, late)
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
questions, answers = sys.stdin, sys.stdout
for line in questions:
    text = json.loads(line)
    out, err = io.StringIO(), io.StringIO()
    sys.stdout, sys.stderr = out, err
    status = 0
    linecache.cache['main.py'] = (len(text), None, text.splitlines(True), 'main.py')
    try:
        # Again and again: a `finally` can swallow one.
        signal.setitimer(signal.ITIMER_REAL, 2, 0.2)
        try:
            exec(compile(text, 'main.py', 'exec'), {'__name__': '__main__'})
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    except Late:
        status = None
    except MemoryError:
        status = None
    except BaseException as e:
        status = 1
        traceback.print_exception(type(e), e, e.__traceback__.tb_next)
    sys.stdout, sys.stderr = answers, sys.__stderr__
    outcome = {'stdout': out.getvalue(), 'stderr': err.getvalue(), 'status': status}
    print(json.dumps(outcome if status is not None else None), flush=True)
"#;

pub struct CPython(Process);

impl CPython {
    /// The command is tried: an error says why there is no such CPython.
    pub fn new(python: &str) -> Result<CPython, String> {
        let name = python.to_string();
        let process = Process::new(move || {
            let mut command = Command::new(&name);
            command.args(["-S", "-B", "-X", "utf8", "-c", DRIVER]);
            command
        });
        let mut cpython = CPython(process);
        match cpython.run("import sys\nprint(sys.version_info >= (3, 10))\n") {
            Ok(Some(outcome)) if outcome.stdout == "True\n" => Ok(cpython),
            Ok(_) => Err(format!("{python} is no CPython 3.10 or later")),
            Err(Silence::Absent(why)) => Err(format!("cannot run {python}: {why}; --python names another")),
            Err(Silence::Late) => Err(format!("{python} does not answer")),
            Err(Silence::Dead(how)) => Err(format!("{python} does not run programs: {how}")),
        }
    }

    /// Nothing where the program takes too long.
    pub fn run(&mut self, text: &str) -> Result<Option<Outcome>, Silence> {
        let question = Value::String(text.to_string()).to_string();
        match self.0.ask(&question, Duration::from_secs(20)) {
            Ok(answer) => Ok(serde_json::from_str(&answer).ok().and_then(|json| Outcome::from_json(&json))),
            Err(Silence::Late) => Ok(None),
            Err(silence) => Err(silence),
        }
    }
}
