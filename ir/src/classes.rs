//! The builtin exception classes: CPython 3.11's hierarchy, as one table.
//!
//! Classes are numbered in preorder, so that `isinstance(e, C)` is one range
//! test on the class number (RPython's `rclass` does the same).

/// The number of a builtin exception class: its row in [`EXCEPTIONS`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClassId(pub u16);

/// One row: the class's name and how deep it lies below `BaseException`.
pub struct ExceptionClass {
    pub name: &'static str,
    depth: u8,
}

const fn row(depth: u8, name: &'static str) -> ExceptionClass {
    ExceptionClass { name, depth }
}

/// In preorder; a class's subclasses follow it, one level deeper.
pub const EXCEPTIONS: &[ExceptionClass] = &[
    row(0, "BaseException"),
    row(1, "SystemExit"),
    row(1, "KeyboardInterrupt"),
    row(1, "GeneratorExit"),
    row(1, "Exception"),
    row(2, "StopIteration"),
    row(2, "StopAsyncIteration"),
    row(2, "ArithmeticError"),
    row(3, "FloatingPointError"),
    row(3, "OverflowError"),
    row(3, "ZeroDivisionError"),
    row(2, "AssertionError"),
    row(2, "AttributeError"),
    // No builtin: its name in its module.
    row(3, "dataclasses.FrozenInstanceError"),
    row(2, "BufferError"),
    row(2, "EOFError"),
    row(2, "ImportError"),
    row(3, "ModuleNotFoundError"),
    row(2, "LookupError"),
    row(3, "IndexError"),
    row(3, "KeyError"),
    row(2, "MemoryError"),
    row(2, "NameError"),
    row(3, "UnboundLocalError"),
    row(2, "OSError"),
    row(3, "BlockingIOError"),
    row(3, "ChildProcessError"),
    row(3, "ConnectionError"),
    row(4, "BrokenPipeError"),
    row(4, "ConnectionAbortedError"),
    row(4, "ConnectionRefusedError"),
    row(4, "ConnectionResetError"),
    row(3, "FileExistsError"),
    row(3, "FileNotFoundError"),
    row(3, "InterruptedError"),
    row(3, "IsADirectoryError"),
    row(3, "NotADirectoryError"),
    row(3, "PermissionError"),
    row(3, "ProcessLookupError"),
    row(3, "TimeoutError"),
    row(2, "ReferenceError"),
    row(2, "RuntimeError"),
    row(3, "NotImplementedError"),
    row(3, "RecursionError"),
    row(2, "SyntaxError"),
    row(3, "IndentationError"),
    row(4, "TabError"),
    row(2, "SystemError"),
    row(2, "TypeError"),
    row(2, "ValueError"),
    row(3, "UnicodeError"),
    row(4, "UnicodeDecodeError"),
    row(4, "UnicodeEncodeError"),
    row(4, "UnicodeTranslateError"),
    row(2, "Warning"),
    row(3, "BytesWarning"),
    row(3, "DeprecationWarning"),
    row(3, "EncodingWarning"),
    row(3, "FutureWarning"),
    row(3, "ImportWarning"),
    row(3, "PendingDeprecationWarning"),
    row(3, "ResourceWarning"),
    row(3, "RuntimeWarning"),
    row(3, "SyntaxWarning"),
    row(3, "UnicodeWarning"),
    row(3, "UserWarning"),
];

pub const BASE_EXCEPTION: ClassId = ClassId(0);

/// The class of that name; `EnvironmentError` and `IOError` are `OSError`.
pub fn exception_class(name: &str) -> Option<ClassId> {
    let name = if matches!(name, "EnvironmentError" | "IOError") { "OSError" } else { name };
    EXCEPTIONS.iter().position(|c| c.name == name).map(|i| ClassId(i as u16))
}

impl ClassId {
    pub fn name(self) -> &'static str {
        let path = self.path();
        path.rsplit_once('.').map_or(path, |(_, name)| name)
    }

    /// The name in its module, as tracebacks have it.
    pub fn path(self) -> &'static str {
        EXCEPTIONS[self.0 as usize].name
    }

    /// The number of the last class that inherits from this one: its subclasses,
    /// itself included, are `self.0 ..= self.last()`.
    pub fn last(self) -> u16 {
        let depth = EXCEPTIONS[self.0 as usize].depth;
        let below = EXCEPTIONS[self.0 as usize + 1..].iter().take_while(|c| c.depth > depth).count();
        self.0 + below as u16
    }

    pub fn is_subclass_of(self, other: ClassId) -> bool {
        (other.0..=other.last()).contains(&self.0)
    }

    pub fn parent(self) -> Option<ClassId> {
        let depth = EXCEPTIONS[self.0 as usize].depth;
        EXCEPTIONS[..self.0 as usize].iter().rposition(|c| c.depth < depth).map(|i| ClassId(i as u16))
    }

    /// The nearest class that both inherit from.
    pub fn common_base(self, other: ClassId) -> ClassId {
        let mut base = self;
        while !other.is_subclass_of(base) {
            base = base.parent().expect("every exception class inherits from BaseException");
        }
        base
    }
}
