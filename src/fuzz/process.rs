//! A process that answers each line with a line, in time, or is ended and begun anew.

use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

pub struct Process {
    make: Box<dyn Fn() -> Command>,
    running: Option<Running>,
}

struct Running {
    child: Child,
    stdin: ChildStdin,
    lines: Receiver<String>,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Silence {
    /// It does not start.
    Absent(String),
    /// It took longer than it was given.
    Late,
    /// It ended: by this.
    Dead(String),
}

impl Process {
    pub fn new(make: impl Fn() -> Command + 'static) -> Process {
        Process { make: Box::new(make), running: None }
    }

    pub fn ask(&mut self, line: &str, patience: Duration) -> Result<String, Silence> {
        let mut running = match self.running.take() {
            Some(running) => running,
            None => Running::start((self.make)()).map_err(|e| Silence::Absent(e.to_string()))?,
        };
        // That it is dead shows when it is listened to.
        let _ = writeln!(running.stdin, "{line}").and_then(|()| running.stdin.flush());
        match running.lines.recv_timeout(patience) {
            Ok(answer) => {
                self.running = Some(running);
                Ok(answer)
            }
            Err(RecvTimeoutError::Timeout) => {
                running.end();
                Err(Silence::Late)
            }
            Err(RecvTimeoutError::Disconnected) => {
                let status = running.child.wait();
                Err(Silence::Dead(status.map_or_else(|e| e.to_string(), |status| status.to_string())))
            }
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if let Some(running) = &mut self.running {
            running.end();
        }
    }
}

impl Running {
    fn start(mut command: Command) -> io::Result<Running> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        let stdin = child.stdin.take().expect("it is piped");
        let stdout = BufReader::new(child.stdout.take().expect("it is piped"));
        let (sender, lines) = mpsc::channel();
        std::thread::spawn(move || {
            for line in stdout.lines() {
                let Ok(line) = line else { break };
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Running { child, stdin, lines })
    }

    fn end(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
