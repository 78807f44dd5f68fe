//! The standard modules: those that naja provides, those that it does not have yet, and those that
//! it never will.

use crate::builtins;
use std::collections::BTreeSet;

/// What becomes of the import of a standard module.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    Provided,
    NotYet,
    /// Why it cannot be.
    Never(&'static str),
}

/// What is known of a module; `None`: it is not one of the standard library, as far as programs
/// commonly name them.
pub fn status(module: &str) -> Option<Status> {
    if provided().any(|name| name == module) {
        return Some(Status::Provided);
    }
    let never = NEVER.iter().find(|(_, modules)| modules.contains(&module));
    let other = || (is_preloaded(module) || OTHERS.contains(&module)).then_some(Status::NotYet);
    never.map(|(why, _)| Status::Never(why)).or_else(other)
}

/// Every standard module that a program can import.
pub fn provided() -> impl Iterator<Item = &'static str> {
    let of_compiler = ["abc", "collections", "copy", "dataclasses", "enum", "functools", "math", "sys", "typing"];
    of_compiler.into_iter().chain(naja_rlib::standard_modules().filter(move |name| !of_compiler.contains(name)))
}

/// The names that a provided module has, in their order: what the compiler knows of it, and
/// what `__all__` lists.
pub fn names(module: &str) -> BTreeSet<&'static str> {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    names.extend(builtins::provided(module).into_iter().flat_map(|provided| provided.names));
    let source = naja_rlib::standard(module).unwrap_or_default();
    let listed = source.split_once("\n__all__ = [").and_then(|(_, rest)| rest.split_once(']'));
    names.extend(listed.into_iter().flat_map(|(listed, _)| listed.split('"').skip(1).step_by(2)));
    names
}

/// The other modules of the standard library, with what becomes of their import.
pub fn others() -> impl Iterator<Item = (&'static str, Status)> {
    let never = NEVER.iter().flat_map(|(why, modules)| modules.iter().map(|name| (*name, Status::Never(why))));
    let names = OTHERS.iter().map(|name| (*name, Status::NotYet));
    never.chain(names).filter(|(name, _)| !name.starts_with('_') && provided().all(|own| own != *name))
}

/// Modules that CPython has loaded before a program starts: a file of that name is never read.
pub fn is_preloaded(module: &str) -> bool {
    PRELOADED.contains(&module)
}

const PRELOADED: &[&str] = &[
    "abc",
    "builtins",
    "codecs",
    "encodings",
    "genericpath",
    "io",
    "marshal",
    "os",
    "posix",
    "posixpath",
    "site",
    "stat",
    "sys",
    "time",
    "zipimport",
    "_abc",
    "_codecs",
    "_collections_abc",
    "_frozen_importlib",
    "_imp",
    "_io",
    "_signal",
    "_sitebuiltins",
    "_thread",
    "_warnings",
    "_weakref",
];

const NEVER: &[(&str, &[&str])] = &[
    ("a program has one thread", &["_thread", "concurrent", "multiprocessing", "threading"]),
    (
        "a program in the sandbox has no network",
        &[
            "ftplib",
            "http",
            "imaplib",
            "poplib",
            "select",
            "selectors",
            "smtplib",
            "socket",
            "socketserver",
            "ssl",
            "telnetlib",
            "xmlrpc",
        ],
    ),
    (
        "a program in the sandbox starts no others, and hears of no signals",
        &["_signal", "pty", "resource", "signal", "subprocess"],
    ),
    ("it would lead out of the sandbox", &["ctypes", "mmap"]),
    (
        "the whole program must be known when it is compiled",
        &["_frozen_importlib", "_imp", "imp", "importlib", "marshal", "pkgutil", "runpy", "site", "zipimport"],
    ),
    (
        "a compiled program has no code of its own to look at",
        &[
            "bdb",
            "code",
            "codeop",
            "dis",
            "doctest",
            "gc",
            "inspect",
            "pdb",
            "pydoc",
            "symtable",
            "trace",
            "tracemalloc",
        ],
    ),
    ("a program has no screen", &["curses", "readline", "tkinter", "turtle"]),
    ("it is for installing CPython and its packages", &["ensurepip", "sysconfig", "venv"]),
];

const OTHERS: &[&str] = &[
    "argparse",
    "ast",
    "asyncio",
    "atexit",
    "bz2",
    "calendar",
    "cmath",
    "cmd",
    "codecs",
    "colorsys",
    "configparser",
    "contextvars",
    "copyreg",
    "crypt",
    "csv",
    "datetime",
    "decimal",
    "difflib",
    "email",
    "encodings",
    "errno",
    "filecmp",
    "fileinput",
    "fnmatch",
    "fractions",
    "getopt",
    "getpass",
    "glob",
    "graphlib",
    "gzip",
    "hashlib",
    "hmac",
    "html",
    "ipaddress",
    "keyword",
    "linecache",
    "locale",
    "logging",
    "lzma",
    "mimetypes",
    "ntpath",
    "numbers",
    "optparse",
    "pathlib",
    "pickle",
    "pickletools",
    "platform",
    "plistlib",
    "posixpath",
    "pprint",
    "queue",
    "quopri",
    "reprlib",
    "rlcompleter",
    "sched",
    "secrets",
    "shelve",
    "shlex",
    "shutil",
    "sndhdr",
    "sqlite3",
    "stat",
    "stringprep",
    "tarfile",
    "tempfile",
    "timeit",
    "token",
    "tokenize",
    "tomllib",
    "traceback",
    "tty",
    "types",
    "unicodedata",
    "unittest",
    "urllib",
    "uu",
    "uuid",
    "warnings",
    "wave",
    "weakref",
    "wsgiref",
    "xml",
    "zipapp",
    "zipfile",
    "zlib",
    "zoneinfo",
];
