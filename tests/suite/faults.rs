//! What goes wrong outside: full disks, readers that have gone, input that cannot be read,
//! signals. And that nothing from outside finds its way into what is built.

use crate::cpython::Outcome;
use crate::programs::{discover, root};
use crate::runner::Trial;
use naja::files::Disk;
use naja::passes::{Current, Passes};
use naja::pipeline;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

pub fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    let mut add = |name: &str, body: fn(&Path) -> Result<(), String>| {
        trials.push(Trial::new(format!("faults/{name}"), move || {
            let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
            body(folder.path())
        }));
    };
    add("full_disk", full_disk);
    add("full_disk_of_a_file", full_disk_of_a_file);
    add("reader_has_gone", reader_has_gone);
    add("slow_reader", slow_reader);
    add("unreadable_stdin", unreadable_stdin);
    add("interrupted_build", interrupted_build);
    add("same_bytes_anywhere", same_bytes_anywhere);
    add("same_bytes_each_time", same_bytes_each_time);
    trials
}

/// Every way of running the program `p.py` of this text in the folder.
fn ways(folder: &Path, text: &str) -> Result<Vec<Command>, String> {
    fs::write(folder.join("p.py"), text).map_err(|e| e.to_string())?;
    let naja = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_naja"));
        command.args(args).arg("p.py").current_dir(folder);
        command
    };
    let built = Outcome::of(&mut naja(&["build", "--target", "native"]))?;
    if built.status != 0 {
        return Err(built.stderr);
    }
    let mut executable = Command::new(folder.join("p"));
    executable.current_dir(folder);
    Ok(vec![naja(&["run", "--dir=/dev"]), naja(&["run", "--native"]), executable])
}

fn cpython(folder: &Path) -> Command {
    let mut command = Command::new("python3");
    command.arg("p.py").current_dir(folder).env_remove("PYTHONUNBUFFERED");
    command
}

/// With standard output onto something else than a pipe.
fn onto(command: &mut Command, path: &str) -> Result<Outcome, String> {
    let file = File::options().write(true).open(path).map_err(|e| e.to_string())?;
    let output = command.stdin(Stdio::null()).stdout(file).output().map_err(|e| e.to_string())?;
    let status = output.status.code().ok_or_else(|| format!("{command:?}: {}", output.status))?;
    Ok(Outcome::new(&output.stdout, &output.stderr, status))
}

fn agree(command: &Command, got: &Outcome, expected: &Outcome) -> Result<(), String> {
    if got == expected { Ok(()) } else { Err(format!("{command:?}: {got:#?}\nexpected {expected:#?}")) }
}

const FLUSHES: &str = "import sys
print('text')
try:
    sys.stdout.flush()
except OSError as e:
    print(type(e).__name__, e.errno, e.strerror, e, file=sys.stderr)
try:
    print('more', flush=True)
except OSError as e:
    print(type(e).__name__, e.args, file=sys.stderr)
sys.stderr.write('end\\n')
";

fn full_disk(folder: &Path) -> Result<(), String> {
    for text in ["print('text')\n", FLUSHES] {
        for mut command in ways(folder, text)? {
            let expected = onto(&mut cpython(folder), "/dev/full")?;
            let got = onto(&mut command, "/dev/full")?;
            agree(&command, &got, &expected)?;
        }
    }
    Ok(())
}

fn full_disk_of_a_file(folder: &Path) -> Result<(), String> {
    let text = "f = open('/dev/full', 'w')
f.write('text')
try:
    f.flush()
except OSError as e:
    print(type(e).__name__, e)
try:
    with open('/dev/full', 'wb') as g:
        g.write(b'x' * 100_000)
except OSError as e:
    print(type(e).__name__, e.errno)
";
    for mut command in ways(folder, text)? {
        let got = Outcome::of(&mut command)?;
        let expected = Outcome::of(&mut cpython(folder))?;
        if (got.status, &got.stdout) != (0, &expected.stdout) {
            return Err(format!("{command:?}: {got:#?}\nexpected {expected:#?}"));
        }
    }
    Ok(())
}

/// As under `| head`. Where the program asks whether its output has gone, it is told; else it ends.
fn reader_has_gone(folder: &Path) -> Result<(), String> {
    let rows = "for i in range(100000):\n    print('a line of some length, so that pipes fill', i)\n";
    for (text, told) in [(rows, ""), ("print('text')\n", ""), (FLUSHES, "BrokenPipeError 32 Broken pipe")] {
        for mut command in ways(folder, text)? {
            let (reader, writer) = std::io::pipe().map_err(|e| e.to_string())?;
            drop(reader);
            let output = command.stdin(Stdio::null()).stdout(writer).output().map_err(|e| e.to_string())?;
            let stderr = String::from_utf8_lossy(&output.stderr);
            let fine = if told.is_empty() { stderr.is_empty() } else { stderr.starts_with(told) };
            if output.status.code() != Some(120) || !fine {
                return Err(format!("{command:?}: {output:?}"));
            }
        }
    }
    Ok(())
}

/// Writes come up short where a pipe is full: all arrives nevertheless.
fn slow_reader(folder: &Path) -> Result<(), String> {
    let text = "print('x' * 1_000_000)\nfor i in range(20_000):\n    print(i)\n";
    for mut command in ways(folder, text)? {
        let mut child = command.stdout(Stdio::piped()).spawn().map_err(|e| e.to_string())?;
        let mut pipe = child.stdout.take().ok_or("it is piped")?;
        let (mut all, mut piece) = (Vec::new(), vec![0; 30_011]);
        loop {
            match pipe.read(&mut piece).map_err(|e| e.to_string())? {
                0 => break,
                n => all.extend_from_slice(&piece[..n]),
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        let rows: String = (0..20_000).map(|i| format!("{i}\n")).collect();
        let whole = all == format!("{}\n{rows}", "x".repeat(1_000_000)).into_bytes();
        if !child.wait().is_ok_and(|status| status.success()) || !whole {
            return Err(format!("{command:?}: {} bytes", all.len()));
        }
    }
    Ok(())
}

fn unreadable_stdin(folder: &Path) -> Result<(), String> {
    let text = "import sys
try:
    print(input())
except OSError as e:
    print(type(e).__name__, e)
try:
    print(sys.stdin.read())
except OSError as e:
    print(type(e).__name__, e)
";
    for mut command in ways(folder, text)? {
        let stdin = File::open("/").map_err(|e| e.to_string())?;
        let output = command.stdin(stdin).output().map_err(|e| e.to_string())?;
        let stdout = String::from_utf8_lossy(&output.stdout);
        let told = "IsADirectoryError [Errno 21] Is a directory\n".repeat(2);
        if !output.status.success() || stdout != told {
            return Err(format!("{command:?}: {output:?}"));
        }
    }
    Ok(())
}

/// Killed at any moment, `naja build` has left nothing under the output's name, or all.
fn interrupted_build(folder: &Path) -> Result<(), String> {
    fs::write(folder.join("p.py"), "print(sorted(str(i) for i in range(9)))\n").map_err(|e| e.to_string())?;
    for target in ["wasm", "native"] {
        let output = folder.join(target);
        let mut command = Command::new(env!("CARGO_BIN_EXE_naja"));
        command.args(["build", "p.py", "--target", target, "-o", target]).current_dir(folder);
        let whole = Outcome::of(&mut command)?;
        let whole = fs::read(&output).map_err(|e| format!("{e}: {whole:?}"))?;
        for i in 0..12 {
            fs::remove_file(&output).map_err(|e| e.to_string())?;
            let mut child = command.stdin(Stdio::null()).spawn().map_err(|e| e.to_string())?;
            std::thread::sleep(Duration::from_millis(8 * i));
            let _ = child.kill();
            child.wait().map_err(|e| e.to_string())?;
            match fs::read(&output) {
                Ok(bytes) if bytes == whole => {}
                Ok(bytes) => return Err(format!("{target}: {} bytes of {}", bytes.len(), whole.len())),
                Err(_) => fs::write(&output, &whole).map_err(|e| e.to_string())?,
            }
        }
    }
    Ok(())
}

const MODULES: [(&str, &str); 4] = [
    ("p.py", "import b, a, json\nfrom c import *\nprint(a.A().f(), b.g(3), h({'x': 1}), json.dumps([1]))\n"),
    ("a.py", "from b import g\nclass A:\n    def f(self):\n        return {str(g(i)) for i in range(3)} | {'z'}\n"),
    ("b.py", "from math import sqrt\ndef g(n):\n    return [n, sqrt(6.25)][n > 2] if n < 9 else None\n"),
    ("c.py", "def h(d):\n    d['y'] = 2\n    return sorted(d.items(), key=lambda item: -item[1])\n"),
];

/// Whatever the folder, the order in which its files were made, and the environment.
fn same_bytes_anywhere(folder: &Path) -> Result<(), String> {
    let mut found: Vec<(Vec<u8>, Vec<u8>)> = Vec::new();
    for i in 0..4 {
        let place = folder.join(format!("place{i}").repeat(i + 1));
        fs::create_dir(&place).map_err(|e| e.to_string())?;
        for k in 0..MODULES.len() {
            let (name, text) = MODULES[(k * 3 + i) % MODULES.len()];
            fs::write(place.join(name), text).map_err(|e| e.to_string())?;
        }
        let read = |target: &str| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_naja"));
            command.args(["build", "p.py", "--target", target, "-o", target]).current_dir(&place);
            command.env("TMPDIR", &place).env("SOME", "x".repeat(100 * i)).env("LANG", ["C", "de_DE.UTF-8"][i % 2]);
            let outcome = Outcome::of(&mut command)?;
            fs::read(place.join(target)).map_err(|e| format!("{e}: {outcome:?}"))
        };
        found.push((read("wasm")?, read("native")?));
    }
    match found.iter().all(|bytes| *bytes == found[0]) {
        true => Ok(()),
        false => Err("the same program was built to different bytes".into()),
    }
}

/// Each table of the compiler that is hashed has another seed each time.
fn same_bytes_each_time(_: &Path) -> Result<(), String> {
    let mut paths = Vec::new();
    for folder in ["examples", "tests/programs/class", "tests/programs/generators", "tests/programs/user"] {
        discover(&root().join(folder), &mut paths);
    }
    let mut differ = String::new();
    for path in paths.iter().step_by(3) {
        let name = path.to_str().ok_or("a path that is no text")?;
        let build = || {
            let mut passes = Passes::new(false, &Current::default());
            let analysis = pipeline::analyse(name, &Disk, false, &mut passes).ok()?;
            let mut low_level = pipeline::low_level(analysis, &mut passes);
            pipeline::optimise(&mut low_level, &mut passes);
            let object = pipeline::object(&low_level, &mut passes).map_err(|e| e.to_string());
            Some((pipeline::wasm(&low_level, &mut passes), object))
        };
        let first = build();
        if (0..2).any(|_| build() != first) {
            differ += &format!("{name}\n");
        }
    }
    if differ.is_empty() { Ok(()) } else { Err(format!("not the same bytes each time:\n{differ}")) }
}
