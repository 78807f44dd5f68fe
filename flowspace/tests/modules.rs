//! Programs of several files: what CPython prints, and what is refused.

mod common;

use common::{flow, interpret, mistakes};
use std::process::Command;

/// Runs the files under CPython and their graphs in the interpreter.
fn same_as_cpython(files: &[(&str, &str)]) {
    let directory = std::env::temp_dir().join(format!("naja-modules-{}-{:p}", std::process::id(), files));
    for (path, text) in files {
        let path = directory.join(path);
        std::fs::create_dir_all(path.parent().expect("it lies in the directory")).expect("directories can be made");
        std::fs::write(path, text).expect("files can be written");
    }
    let output =
        Command::new("python3").args(["-B", files[0].0]).current_dir(&directory).output().expect("python3 runs");
    std::fs::remove_dir_all(&directory).expect("the directory is ours");
    let wanted = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(interpret::run(&flow(files)), Some(wanted));
}

#[test]
fn every_form_of_import() {
    same_as_cpython(&[
        (
            "prog.py",
            "\
import helper
import helper as h
import pkg.sub.deep
import pkg.sub.deep as deep
from helper import twice, LIMIT as top
from pkg import sub, VALUE
from pkg.sub import deep as again
from helper import *
print(helper.twice(2), h.twice(3), twice(4), top, VALUE)
print(pkg.sub.deep.name(), deep.name(), again.name(), sub.here(), pkg.sub.deep.__name__)
print(star(), hidden_stays_out(), helper.__name__, __name__)
helper.counter = 5
print(helper.bump(), helper.counter)
helper.counter += 10
print(helper.bump())
def late():
    import lazy
    from lazy import value as v
    return lazy.value, v
print('before')
print(late(), late())
",
        ),
        (
            "helper.py",
            "\
print('helper runs')
LIMIT = -7
counter = 0
def twice(n):
    return n + n
def bump():
    global counter
    counter += 1
    return counter
def star():
    return 'star', _hidden
def hidden_stays_out():
    return _hidden
_hidden = 'hidden'
",
        ),
        ("lazy.py", "print('lazy runs')\nvalue = (1, 2)\n"),
        ("pkg/__init__.py", "print('pkg runs')\nVALUE = 40\nfrom .sub.deep import name as n\n"),
        ("pkg/sub/__init__.py", "print('sub runs')\ndef here():\n    return __name__\n"),
        (
            "pkg/sub/deep.py",
            "print('deep runs')\nfrom .. import VALUE\nfrom . import here\ndef name():\n    return VALUE, here()\n",
        ),
    ]);
}

#[test]
fn cycles_that_cpython_accepts() {
    same_as_cpython(&[
        ("prog.py", "import a\nprint(a.fa(3), a.b.VALUE)\nimport b\nprint(b.fb(2))\n"),
        ("a.py", "print('a begins')\nimport b\nprint('a has b')\ndef fa(n):\n    return b.fb(n - 1) if n else 'end'\n"),
        ("b.py", "print('b begins')\nimport a\nVALUE = 8\ndef fb(n):\n    return a.fa(n - 1) if n else 'end of b'\n"),
    ]);
}

#[test]
fn a_cycle_that_finds_names_missing() {
    same_as_cpython(&[
        ("prog.py", "import a\nprint(a.RESULT, a.b.SEEN)\n"),
        ("a.py", "import b\nRESULT = 1\n"),
        (
            "b.py",
            "\
import a
SEEN = 0
try:
    print(a.RESULT)
except AttributeError as e:
    SEEN = 1
try:
    from a import RESULT
except ImportError as e:
    SEEN += 2
print(SEEN)
",
        ),
    ]);
}

#[test]
fn imports_that_raise_are_tried_again() {
    same_as_cpython(&[
        (
            "prog.py",
            "\
import state
for i in range(3):
    try:
        import fragile
        print('imported', fragile.value)
    except ValueError as e:
        print('failed', e)
",
        ),
        ("state.py", "tries = 0\n"),
        (
            "fragile.py",
            "import state\nstate.tries += 1\nif state.tries < 2:\n    raise ValueError(state.tries)\nvalue = 9\n",
        ),
    ]);
}

#[test]
fn globals_that_come_too_late_or_hide_builtins() {
    let text = "\
def f():
    return LATE
def g():
    return max(1, 2)
try:
    print(f())
except NameError as e:
    print(e)
LATE = 1
print(f(), g())
def shadow():
    global len, max
    max = twice
    len = shown
def twice(a, b):
    return 'twice', a, b
def shown(t):
    return 'shown'
print(len((1, 2)))
shadow()
print(g(), len((1, 2)))
del max
print(g())
range = 3
print(range)
del range
for i in range(2):
    print(i)
";
    same_as_cpython(&[("prog.py", text)]);
}

#[test]
fn the_entry_may_be_imported_under_its_own_name() {
    same_as_cpython(&[(
        "prog.py",
        "print(__name__)\nimport prog\nvalue = 3\nif __name__ == '__main__':\n    print(prog.value)\n",
    )]);
}

#[test]
fn all_says_what_star_means() {
    same_as_cpython(&[
        ("prog.py", "from m import *\nfrom pkg import *\nprint(_a, b, sub.x)\nc = 'mine'\nprint(c)\n"),
        ("m.py", "__all__ = ['_a', 'b']\n_a = 1\nb = 2\nc = 3\n"),
        ("pkg/__init__.py", "__all__ = ('sub',)\n"),
        ("pkg/sub.py", "x = 'sub'\n"),
    ]);
}

#[test]
fn star_takes_only_what_is_bound() {
    same_as_cpython(&[
        ("prog.py", "x = 'mine'\nfrom m import *\ndef f():\n    return x\nprint(x, f(), y)\n"),
        ("m.py", "y = 1\nif y > 1:\n    x = 2\n"),
    ]);
}

#[test]
fn imports_that_never_run_need_not_exist() {
    same_as_cpython(&[
        (
            "prog.py",
            "\
from __future__ import annotations
import typing
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from somewhere import Thing
if typing.TYPE_CHECKING:
    import elsewhere.deep
import m
def f(x: Thing) -> elsewhere.deep.Other:
    return x + m.value
print(f(1))
",
        ),
        ("m.py", "value = 2\nif __name__ == '__main__':\n    import json\n    print(json)\n"),
    ]);
}

#[test]
fn a_package_may_be_called_rlib() {
    same_as_cpython(&[
        ("prog.py", "import rlib.string\nprint(rlib.string.x)\n"),
        ("rlib/__init__.py", ""),
        ("rlib/string.py", "x = 1\n"),
    ]);
}

#[test]
fn what_is_refused() {
    let refused = |main: &str, wanted: &str| {
        let files = [
            ("dir/prog.py", main),
            ("dir/m.py", "def function():\n    pass\nvalue = 1\n"),
            ("dir/pkg/__init__.py", "thing = 1\n"),
            ("dir/pkg/sub.py", "from ... import x\n"),
            ("dir/pkg/thing.py", ""),
            ("dir/bad.py", "x = (\n"),
            ("dir/math.py", ""),
            ("dir/os.py", ""),
        ];
        assert_eq!(mistakes(&files), wanted, "{main}");
    };
    let at = |line: &str| format!("dir/prog.py:{line}\n");
    refused("import nothing\n", &at("1:8 E0230 no module named 'nothing'"));
    refused("import m.x\n", &at("1:8 E0230 no module named 'm.x'"));
    refused("import zipfile\n", &at("1:8 E0230 the standard module 'zipfile' is not provided yet"));
    refused("from m import functoin\n", &at("1:15 E0231 cannot import name 'functoin' from 'm'"));
    refused("import m\nm.vlaue\n", &at("2:1 E0231 module 'm' has no attribute 'vlaue'"));
    refused("import m\nm.new = 1\n", &at("2:1 E0235 module 'm' has no variable 'new' to assign to"));
    refused("import pkg\npkg.sub\n", &at("2:1 E0231 module 'pkg' has no attribute 'sub'"));
    refused("import math\n", &at("1:8 E0232 'dir/math.py' has the name of the standard module 'math'"));
    refused("import os\n", &at("1:8 E0232 'dir/os.py' has the name of the standard module 'os'"));
    refused("from pkg import thing\n", &at("1:17 E0232 'pkg.thing' is both a submodule and a variable of the package"));
    refused("import bad\nimport bad\n", "dir/bad.py:1:5 E0110 '(' was never closed\n");
    refused("import pkg.sub\n", "dir/pkg/sub.py:1:1 E0233 attempted relative import beyond top-level package\n");
    refused("from . import m\n", &at("1:1 E0233 attempted relative import with no known parent package"));
    refused("from typing import Nothing\n", &at("1:20 E0231 'typing.Nothing' is not provided"));
    refused("import sys\nsys.foo\n", &at("2:1 E0231 'sys.foo' is not provided"));
    refused(
        "import pkg\ndef f():\n    return pkg.sub\nf()\ntry:\n    import pkg.sub\nexcept ImportError:\n    pass\n",
        "dir/pkg/sub.py:1:1 E0233 attempted relative import beyond top-level package\n",
    );
}

#[test]
fn submodules_must_be_sure_to_be_imported() {
    let files = |main: &'static str| [("prog.py", main), ("pkg/__init__.py", ""), ("pkg/sub.py", "x = 1\n")];
    let early = "import pkg\ndef f():\n    return pkg.sub.x\nif f:\n    import pkg.sub\nf()\n";
    assert_eq!(
        mistakes(&files(early)),
        "prog.py:3:12 E0234 'pkg.sub' is used before this module is sure to have imported it\n"
    );
    same_as_cpython(&files("import pkg\ndef f():\n    return pkg.sub.x\nimport pkg.sub\nprint(f())\n"));
}

#[test]
fn files_that_cannot_be_read() {
    assert_eq!(mistakes(&[("prog.py", "")]), "");
    let none: [(&str, &str); 1] = [("other.py", "")];
    let failure = naja_flowspace::build("prog.py", &common::InMemory(&none)).err().expect("there is no such file");
    assert_eq!(failure.diagnostics[0].message, "cannot read 'prog.py': there is no such file");
}

#[test]
fn inner_functions_that_come_too_early() {
    let text = "\
def tried(f, *args):
    try:
        print(f(*args))
    except (NameError, UnboundLocalError) as e:
        print(e)

tried(lambda: LATE)
tried(lambda: [LATE for i in range(1)])
tried(lambda x=3: (x, max(1, 2)), 4)

def outer(n):
    def inner():
        return LATE, later, n
    tried(inner)
    later = 1
    tried(inner)
    del later
    tried(inner)
    return inner

def registered(f):
    tried(f)
    return f

@registered
def g():
    return EVEN_LATER

inner = outer(1)
LATE = 2
EVEN_LATER = 3
tried(g)
tried(inner)
functions = [lambda: (i, j, LATE) for i in range(2) for j in range(2)]
print(functions[0](), functions[3](), [(k := f()) for f in functions], k)

def count():
    n = 0
    def up(by=n):
        nonlocal n
        n += by + 1
        return n
    return up

up, steps = count(), []
print(up(), up(2), count()())
for i in range(3):
    def step(a, b=i):
        return a, b, i
    steps += [step]
print([f(1) for f in steps], step(0, b=7))
try:
    print([missing for x in (1,) if missing])
except NameError as e:
    print(e)
missing = 1

def f():
    xs = [y for y in (1, 2)]
    return [y for y in xs if (last := y)], last
print(f())
";
    same_as_cpython(&[("prog.py", text)]);
}
