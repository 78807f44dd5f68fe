//! What `--dir` grants, and that nothing else can be reached. The programs run in
//! a folder that has files above it, beside it, and symbolic links to them.
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
