//! What a test program says about itself, in comments where it happens.
//!
//! ```python
//! # argv: a b                         the program's arguments
//! # env: A=1 B=                     environment variables that it gets
//! # stdin: "3\n4\n" * 1000           what it reads; several lines add up
//! # dir: fixture                     a directory of its own to work in, a copy of this one, or
//!                                    `# dir:` for an empty one; its files are compared afterwards
//! # naja-only: OverflowError: ...     naja raises this where CPython goes on
//! x = 1 + "a"     # error: E0312 "part of the text"
//! reveal_type(x)  # revealed: int
//! # error: line 7: E0101 "text"       about a line that can hold no comment
//! # emit: lowlevel f                  the printed graph follows, as comments
//! #     fn0 f(v0: i64) -> (i64):
//! ```

/// One diagnostic that a program must get. Notes and warnings look alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    pub line: u32,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    pub code: String,
    /// Part of the message; may be empty.
    pub text: String,
}

/// A printed graph: the words behind `# emit:`, the lines expected, and which
/// lines of the file (0-based, half-open) hold them.
#[derive(Debug, Clone, PartialEq)]
pub struct Emitted {
    pub words: Vec<String>,
    pub text: String,
    pub lines: std::ops::Range<usize>,
}

#[derive(Debug, Default)]
pub struct Expectations {
    pub argv: Vec<String>,
    /// As `K=V`.
    pub env: Vec<String>,
    pub stdin: Vec<u8>,
    /// The directory that it works in a copy of; empty for an empty one.
    pub dir: Option<String>,
    pub naja_only: Option<String>,
    pub diagnostics: Vec<Expected>,
    pub revealed: Vec<(u32, String)>,
    pub emitted: Vec<Emitted>,
}

pub const EMITTED_PREFIX: &str = "#     ";

impl Expectations {
    pub fn parse(text: &str) -> Result<Expectations, String> {
        let mut found = Expectations::default();
        let lines: Vec<&str> = text.lines().collect();
        for (i, line) in lines.iter().enumerate() {
            if let Some(words) = line.strip_prefix("# argv: ") {
                found.argv = words.split_whitespace().map(str::to_string).collect();
            } else if let Some(words) = line.strip_prefix("# env: ") {
                found.env = words.split_whitespace().map(str::to_string).collect();
            } else if let Some(literal) = line.strip_prefix("# stdin: ") {
                found.stdin.extend(bytes(literal).ok_or(format!("line {}: no text to read", i + 1))?);
            } else if let Some(dir) = line.strip_prefix("# dir:") {
                found.dir = Some(dir.trim().to_string());
            } else if let Some(outcome) = line.strip_prefix("# naja-only: ") {
                found.naja_only = Some(outcome.trim().to_string());
            } else if let Some(words) = line.strip_prefix("# emit: ") {
                let body = i + 1..i + 1 + lines[i + 1..].iter().take_while(|l| l.starts_with(EMITTED_PREFIX)).count();
                found.emitted.push(Emitted {
                    words: words.split_whitespace().map(str::to_string).collect(),
                    text: lines[body.clone()].iter().map(|l| format!("{}\n", &l[EMITTED_PREFIX.len()..])).collect(),
                    lines: body,
                });
            }
            for severity in ["error", "warning", "note"] {
                for comment in line.split(&format!("# {severity}: ")).skip(1) {
                    found.diagnostics.push(expected(severity, i as u32 + 1, comment)?);
                }
            }
            if let Some((_, ty)) = line.split_once("# revealed: ") {
                found.revealed.push((i as u32 + 1, ty.trim().to_string()));
            }
        }
        Ok(found)
    }

    pub fn is_rejected(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == "error")
    }
}

/// `"text"` or `"text" * n`, with the escapes \n, \r, \t, \", \\ and \xNN, a byte.
fn bytes(literal: &str) -> Option<Vec<u8>> {
    let (text, times) = literal.trim().strip_prefix('"')?.rsplit_once('"')?;
    let times = match times.trim().strip_prefix('*') {
        Some(times) => times.trim().parse().ok()?,
        None => 1,
    };
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((plain, escape)) = rest.split_once('\\') {
        bytes.extend(plain.bytes());
        let (length, byte) = match escape.as_bytes().first()? {
            b'n' => (1, b'\n'),
            b'r' => (1, b'\r'),
            b't' => (1, b'\t'),
            b'x' => (3, u8::from_str_radix(escape.get(1..3)?, 16).ok()?),
            other => (1, *other),
        };
        bytes.push(byte);
        rest = &escape[length..];
    }
    bytes.extend(rest.bytes());
    Some(bytes.repeat(times))
}

/// `[line N:] CODE ["text"]`
fn expected(severity: &'static str, here: u32, comment: &str) -> Result<Expected, String> {
    let (line, rest) = match comment.strip_prefix("line ") {
        Some(rest) => {
            let (number, rest) = rest.split_once(':').ok_or(format!("line {here}: no `:` behind the line"))?;
            (number.trim().parse().map_err(|_| format!("line {here}: no line number"))?, rest.trim_start())
        }
        None => (here, comment),
    };
    let code = rest.split_whitespace().next().ok_or(format!("line {here}: no code"))?;
    let text = rest.split_once('"').and_then(|(_, quoted)| quoted.rsplit_once('"')).map_or("", |(text, _)| text);
    Ok(Expected { line, severity, code: code.to_string(), text: text.to_string() })
}
