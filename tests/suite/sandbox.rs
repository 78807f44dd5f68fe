//! What `--dir` and `--env` grant, that nothing else can be reached, and the limits of
//! memory, fuel and time. The programs run in a folder that has files above it, beside it, and symbolic links to them.
//!
//! ```text
//! secret.txt
//! home/               where naja is run
//!   data/inner.txt
//!   data/up        -> ../..
//!   data/absolute  -> the folder's absolute path
//!   data/sideways  -> ../other/own.txt
//!   data/within    -> inner.txt
//!   other/own.txt
//! ```

use crate::cpython::Outcome;
use crate::runner::Trial;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

pub fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    let mut add = |name: &str, body: fn(&Folder) -> Result<(), String>| {
        trials.push(Trial::new(format!("sandbox/{name}"), move || body(&Folder::new().map_err(|e| e.to_string())?)));
    };
    add("nothing_granted", nothing_granted);
    add("granted", granted);
    add("escapes", escapes);
    add("read_only", read_only);
    add("names", names);
    add("not_there", not_there);
    add("executable", executable);
    add("environment", environment);
    add("memory", memory);
    add("recursion", recursion);
    add("fuel", fuel);
    add("timeout", timeout);
    trials
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> std::io::Result<Folder> {
        let folder = Folder(tempfile::tempdir()?);
        let (top, home) = (folder.top().to_path_buf(), folder.home());
        fs::create_dir_all(home.join("data"))?;
        fs::create_dir_all(home.join("other"))?;
        fs::write(top.join("secret.txt"), "secret")?;
        fs::write(home.join("data/inner.txt"), "inner")?;
        fs::write(home.join("other/own.txt"), "own")?;
        symlink("../..", home.join("data/up"))?;
        symlink(&top, home.join("data/absolute"))?;
        symlink("../other/own.txt", home.join("data/sideways"))?;
        symlink("inner.txt", home.join("data/within"))?;
        fs::write(home.join("read.py"), READ)?;
        fs::write(home.join("write.py"), WRITE)?;
        Ok(folder)
    }

    fn top(&self) -> &Path {
        self.0.path()
    }

    fn home(&self) -> PathBuf {
        self.top().join("home")
    }

    /// What a program says of each path, with these directories.
    fn run(&self, dirs: &[&str], program: &str, paths: &[&str]) -> Result<Vec<String>, String> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_naja"));
        command.arg("run").args(dirs.iter().map(|dir| format!("--dir={dir}"))).arg(program).args(paths);
        let outcome = Outcome::of(command.current_dir(self.home()))?;
        if outcome.status != 0 {
            return Err(format!("{command:?}: status {}\n{}", outcome.status, outcome.stderr));
        }
        Ok(outcome.stdout.lines().map(str::to_string).collect())
    }

    fn expect(&self, dirs: &[&str], program: &str, rows: &[(&str, &str)]) -> Result<(), String> {
        let paths: Vec<&str> = rows.iter().map(|row| row.0).collect();
        let got = self.run(dirs, program, &paths)?;
        for ((path, expected), got) in rows.iter().zip(&got) {
            if got != expected {
                return Err(format!("{program} {path} with {dirs:?}: {got}, not {expected}"));
            }
        }
        if got.len() == rows.len() { Ok(()) } else { Err(format!("{got:?}")) }
    }
}

const READ: &str = "import sys
for path in sys.argv[1:]:
    try:
        with open(path) as f:
            print(f.read())
    except OSError as e:
        print(type(e).__name__, e.errno)
";

const WRITE: &str = "import sys
for path in sys.argv[1:]:
    try:
        with open(path, 'w') as f:
            f.write('changed')
        print('written')
    except OSError as e:
        print(type(e).__name__, e.errno)
";

const MISSING: &str = "FileNotFoundError 2";
const REFUSED: &str = "PermissionError 1";

fn nothing_granted(folder: &Folder) -> Result<(), String> {
    let secret = folder.top().join("secret.txt");
    let paths = ["data/inner.txt", "read.py", "../secret.txt", secret.to_str().ok_or("no text")?, ".", "/"];
    folder.expect(&[], "read.py", &paths.map(|path| (path, MISSING)))?;
    folder.expect(&[], "write.py", &[("new.txt", MISSING), ("read.py", MISSING)])
}

fn granted(folder: &Folder) -> Result<(), String> {
    let rows = [
        ("data/inner.txt", "inner"),
        ("./data//inner.txt", "inner"),
        ("data/../other/own.txt", "own"),
        ("other/own.txt", "own"),
    ];
    folder.expect(&["."], "read.py", &rows)?;
    folder.expect(
        &["data"],
        "read.py",
        &[("data/inner.txt", "inner"), ("other/own.txt", MISSING), ("data2/x", MISSING)],
    )?;
    folder.expect(&["data", "other"], "read.py", &[("data/inner.txt", "inner"), ("other/own.txt", "own")])?;
    folder.expect(&["data"], "write.py", &[("data/new.txt", "written"), ("other/own.txt", MISSING)])?;
    let written = fs::read_to_string(folder.home().join("data/new.txt")).map_err(|e| e.to_string())?;
    if written == "changed" { Ok(()) } else { Err(written) }
}

fn escapes(folder: &Folder) -> Result<(), String> {
    let rows = [
        ("data/within", "inner"),
        ("data/up/secret.txt", REFUSED),
        ("data/absolute/secret.txt", REFUSED),
        ("data/sideways", REFUSED),
        ("data/../../secret.txt", REFUSED),
        ("data/../other/own.txt", REFUSED),
        ("data/./../../secret.txt", REFUSED),
        ("../secret.txt", MISSING),
    ];
    folder.expect(&["data"], "read.py", &rows)?;
    folder.expect(&["data"], "write.py", &rows[1..])?;
    folder.expect(
        &["."],
        "read.py",
        &[("../secret.txt", REFUSED), ("data/up/secret.txt", REFUSED), ("data/sideways", "own")],
    )?;
    let secret = folder.top().join("secret.txt");
    folder.expect(&["."], "read.py", &[(secret.to_str().ok_or("no text")?, MISSING)])?;
    let kept = fs::read_to_string(secret).map_err(|e| e.to_string())?;
    if kept == "secret" { Ok(()) } else { Err("the secret was changed".into()) }
}

fn read_only(folder: &Folder) -> Result<(), String> {
    folder.expect(&["data:ro"], "read.py", &[("data/inner.txt", "inner")])?;
    folder.expect(&["data:ro"], "write.py", &[("data/inner.txt", "OSError 30"), ("data/new.txt", "OSError 30")])?;
    folder.expect(
        &["data::/mnt:ro", "data::/own"],
        "write.py",
        &[("/mnt/inner.txt", "OSError 30"), ("/own/a", "written")],
    )
}

fn names(folder: &Folder) -> Result<(), String> {
    folder.expect(
        &["data::/mnt"],
        "read.py",
        &[("/mnt/inner.txt", "inner"), ("data/inner.txt", MISSING), ("/mntx/inner.txt", MISSING)],
    )?;
    folder.expect(&["data::/"], "read.py", &[("/inner.txt", "inner"), ("inner.txt", "inner")])?;
    folder.expect(&["data::a/b/"], "read.py", &[("a/b/inner.txt", "inner"), ("a/inner.txt", MISSING)])?;
    // The longest name is the one.
    folder.expect(&[".", "other::data"], "read.py", &[("data/own.txt", "own"), ("data/inner.txt", MISSING)])?;
    let data = folder.home().join("data");
    let data = data.to_str().ok_or("no text")?;
    folder.expect(&[data], "read.py", &[(&format!("{data}/inner.txt"), "inner")])
}

fn not_there(folder: &Folder) -> Result<(), String> {
    let naja =
        |args: &[&str]| Outcome::of(Command::new(env!("CARGO_BIN_EXE_naja")).args(args).current_dir(folder.home()));
    for args in [&["run", "--dir=nowhere", "read.py"][..], &["run", "--native", "--dir=data:ro", "read.py"]] {
        let outcome = naja(args)?;
        if outcome.status != 1 || !outcome.stderr.starts_with("naja: error: ") {
            return Err(format!("{args:?}: {outcome:?}"));
        }
    }
    Ok(())
}

/// An executable has the files that its user has.
fn executable(folder: &Folder) -> Result<(), String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_naja"));
    let built = Outcome::of(command.args(["build", "--target", "native", "write.py"]).current_dir(folder.home()))?;
    if built.status != 0 {
        return Err(built.stderr);
    }
    let mut command = Command::new(folder.home().join("write"));
    let outcome = Outcome::of(command.args(["new.txt", "nowhere/new.txt"]).current_dir(folder.home()))?;
    if outcome.stdout != format!("written\n{MISSING}\n") {
        return Err(format!("{outcome:?}"));
    }
    let written = fs::read_to_string(folder.home().join("new.txt")).map_err(|e| e.to_string())?;
    if written == "changed" { Ok(()) } else { Err(written) }
}

/// Both ways of running a program.
const WAYS: [&[&str]; 2] = [&["run"], &["run", "--native"]];

impl Folder {
    /// What naja does with a program of this text.
    fn naja(&self, options: &[&str], text: &str) -> Result<Outcome, String> {
        fs::write(self.home().join("p.py"), text).map_err(|e| e.to_string())?;
        let mut command = Command::new(env!("CARGO_BIN_EXE_naja"));
        command.args(options).arg("p.py").current_dir(self.home()).env("NAJA_HOSTS", "host's");
        Outcome::of(&mut command)
    }
}

fn holds(condition: bool, outcome: &Outcome) -> Result<(), String> {
    if condition { Ok(()) } else { Err(format!("{outcome:#?}")) }
}

/// Nothing of naja's own that was not handed on, in the sandbox.
fn environment(folder: &Folder) -> Result<(), String> {
    let all = "import os\nprint(dict(os.environ))\n";
    let outcome = folder.naja(&["run"], all)?;
    holds(outcome.stdout == "{}\n", &outcome)?;
    let given = ["run", "--env=A=1", "--env=NAJA_HOSTS", "--env=A=2=", "--env=NAJA_NOT_THERE"];
    let outcome = folder.naja(&given, all)?;
    holds(outcome.stdout == "{'NAJA_HOSTS': \"host's\", 'A': '2='}\n", &outcome)?;
    let outcome = folder.naja(&["run", "--env==1"], all)?;
    holds(outcome.status == 2, &outcome)?;
    let native = "import os\nprint(os.environ['A'], os.environ['NAJA_HOSTS'], os.path.basename(os.getcwd()))\n";
    let outcome = folder.naja(&["run", "--native", "--env=A=1"], native)?;
    holds(outcome.stdout == "1 host's home\n", &outcome)?;
    // Where the program stands on the host is nothing that it was given.
    let here = "import os\ntry:\n    print(os.getcwd())\nexcept FileNotFoundError as e:\n    print(e)\n";
    for (dir, expected) in [("--dir=.", "[Errno 2] No such file or directory\n"), ("--dir=data::/", "/\n")] {
        let outcome = folder.naja(&["run", dir], here)?;
        holds(outcome.stdout == expected, &outcome)?;
    }
    Ok(())
}

/// In many small objects, in one that doubles, and at once.
fn memory(folder: &Folder) -> Result<(), String> {
    let programs = [
        "xs = []\nwhile True:\n    xs.append(str(len(xs)) * 10)\n",
        "s = 'x' * 1000\nwhile True:\n    s += s\n",
        "xs = [0] * 1000\nwhile True:\n    xs = xs + xs\n",
        "n = 10 ** 9\nxs = [1.5] * n\nprint(len(xs))\n",
        "b = bytearray(10)\nwhile True:\n    b.extend(b)\n",
        "d = {}\nwhile True:\n    d[len(d)] = str(len(d))\n",
    ];
    for text in programs {
        for way in WAYS {
            let outcome = folder.naja(&[way, &["--max-memory", "8M"]].concat(), text)?;
            let told = "naja: the program needs more memory than it was given";
            holds(outcome.status == 122 && outcome.last_line() == told, &outcome)?;
            holds(outcome.stderr.contains("\nMemoryError\n"), &outcome)?;
        }
    }
    let caught = "try:\n    xs = [0] * 10 ** 8\nexcept MemoryError:\n    print('less')\n";
    for way in WAYS {
        let outcome = folder.naja(&[way, &["--max-memory", "8M"]].concat(), caught)?;
        holds(outcome.status == 0 && outcome.stdout == "less\n", &outcome)?;
        // Without the option it is the exception alone.
        let outcome = folder.naja(way, "xs = [0] * (10 ** 9)\n")?;
        holds(outcome.status == 1 && outcome.last_line() == "MemoryError", &outcome)?;
    }
    Ok(())
}

/// The host's stack is never used up: every way into oneself is counted.
fn recursion(folder: &Folder) -> Result<(), String> {
    let programs = [
        "def f(n):\n    return f(n + 1) + 1\n\nf(0)\n",
        "def f(n):\n    return g(n) + 1\n\ndef g(n):\n    return f(n) + 1\n\nf(0)\n",
        "class A:\n    def __repr__(self):\n        return repr(self) + '.'\n\nprint(A())\n",
        "class A:\n    def __eq__(self, other):\n        return [self] == [A()]\n\nprint(A() == A())\n",
        "class A:\n    def __lt__(self, other):\n        return sorted([A(), A()]) == []\n\nprint(sorted([A(), A()]))\n",
        "def g(n):\n    yield from g(n + 1)\n\nprint(list(g(0)))\n",
        "f = lambda f, n: max([1], key=lambda x: f(f, n + x))\nf(f, 0)\n",
    ];
    for text in programs {
        for way in WAYS {
            let outcome = folder.naja(way, text)?;
            let raised = outcome.last_line().starts_with("RecursionError");
            holds(outcome.status == 1 && raised, &outcome).map_err(|e| format!("{text}\n{e}"))?;
        }
    }
    Ok(())
}

/// The same program stops at the same place, whatever runs it.
fn fuel(folder: &Folder) -> Result<(), String> {
    let programs = [
        "i = 0\nwhile True:\n    i += 1\n    print(i)\n",
        "def f(n):\n    return 1 if n < 2 else f(n - 1) + f(n - 2)\n\nfor i in range(90):\n    print(i, f(i))\n",
        "while True:\n    try:\n        print(1 // 0)\n    except ZeroDivisionError:\n        print('again')\n",
        "def forever():\n    n = 0\n    while True:\n        yield n\n        n += 1\n\nprint(sum(forever()))\n",
    ];
    for text in programs {
        let outcomes = WAYS.map(|way| folder.naja(&[way, &["--fuel", "50000"]].concat(), text));
        let [wasm, native] = outcomes;
        let (wasm, native) = (wasm?, native?);
        holds(wasm.status == 123 && wasm.stderr == "naja: the program has used up its fuel\n", &wasm)?;
        holds(wasm == native, &native).map_err(|e| format!("{text}\n{}", &e[e.len().saturating_sub(2000)..]))?;
    }
    for way in WAYS {
        let outcome = folder.naja(&[way, &["--fuel", "50000"]].concat(), "print(sum(range(100)))\n")?;
        holds(outcome.status == 0 && outcome.stdout == "4950\n", &outcome)?;
        let outcome = folder.naja(&[way, &["--fuel", "0"]].concat(), "print(1)\n")?;
        holds(outcome.status == 123 && outcome.stdout.is_empty(), &outcome)?;
    }
    Ok(())
}

/// Computing, sleeping, and waiting for input that never comes.
fn timeout(folder: &Folder) -> Result<(), String> {
    let programs = [
        "i = 0\nwhile True:\n    i += 1\n",
        "import time\nprint('so far', flush=True)\ntime.sleep(100)\n",
        "print(input('so far'))\n",
    ];
    for text in programs {
        for way in WAYS {
            fs::write(folder.home().join("p.py"), text).map_err(|e| e.to_string())?;
            let mut command = Command::new(env!("CARGO_BIN_EXE_naja"));
            command.args(way).args(["--timeout", "0.3", "p.py"]).current_dir(folder.home());
            let outcome = Outcome::waiting(&mut command)?;
            let told = outcome.last_line() == "naja: the program ran longer than 0.3 s";
            holds(outcome.status == 124 && told, &outcome)?;
            holds(!text.contains("so far") || outcome.stdout.trim_end() == "so far", &outcome)?;
        }
    }
    for way in WAYS {
        let outcome = folder.naja(&[way, &["--timeout", "60"]].concat(), "print(1)\n")?;
        holds(outcome.status == 0 && outcome.stdout == "1\n", &outcome)?;
    }
    for wrong in ["0", "-1", "nan", "soon"] {
        let outcome = folder.naja(&["run", &format!("--timeout={wrong}")], "print(1)\n")?;
        holds(outcome.status == 2, &outcome)?;
    }
    Ok(())
}
