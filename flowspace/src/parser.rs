//! The door to rustpython-parser: text in, our own syntax tables out. Nothing
//! outside this file and its folder names that crate.
//!
//! The parser keeps its own stack, so deep input does not overflow it; what it
//! does not check and CPython's tokenizer does (how deep brackets and
//! indentation nest, surrogates, the length of literals) is watched here on the
//! way from its lexer to its grammar. It reports its first error only, in words
//! of its own, which become CPython's here.

mod convert;

use crate::ast::Ast;
use crate::errors::Mistake;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::source::{SourceId, Span};
use rustpython_parser::ast::Mod;
use rustpython_parser::lexer::{LexResult, LexicalError, LexicalErrorType};
use rustpython_parser::{Mode, ParseError, ParseErrorType, Tok, lexer, parse_tokens};

/// CPython's limits.
const MAX_BRACKETS: usize = 200;
const MAX_INDENTATION: usize = 100;
const MAX_DIGITS: usize = 4300;

/// Parses a whole file. `text` has only `\n` as line ends, and no byte order mark.
pub fn parse(source: SourceId, text: &str) -> Result<Ast, Diagnostic> {
    if let Some(span) = long_int_literal(source, text) {
        return Err(Mistake::TooManyDigits { limit: MAX_DIGITS }.at(span));
    }
    let mut watch = Watch::new(source, text);
    let tokens = lexer::lex(text, Mode::Module).map(|token| watch.see(token));
    match parse_tokens(tokens, Mode::Module, "") {
        Ok(Mod::Module(module)) => convert::module(source, text, module.body),
        Ok(_) => unreachable!("a file is parsed as a module"),
        Err(error) => Err(watch.explain(error)),
    }
}

/// A decimal literal that is too long to be converted in reasonable time: found
/// before the lexer converts it. Runs of digits may also stand in strings and
/// comments, so the lexer decides, on a text where each run is one short number.
fn long_int_literal(source: SourceId, text: &str) -> Option<Span> {
    let bytes = text.as_bytes();
    let mut runs = Vec::new();
    let mut start = 0;
    while start < bytes.len() {
        let length = bytes[start..].iter().take_while(|b| b.is_ascii_digit() || **b == b'_').count();
        if length > MAX_DIGITS && bytes[start..start + length].iter().filter(|b| **b != b'_').count() > MAX_DIGITS {
            runs.push((start, length));
        }
        start += length.max(1);
    }
    if runs.is_empty() {
        return None;
    }
    let mut short = text.to_owned();
    for &(start, length) in &runs {
        short.replace_range(start..start + length, &format!("1{}", " ".repeat(length - 1)));
    }
    lexer::lex(&short, Mode::Module).flatten().find_map(|(token, range)| {
        let at = runs.iter().find(|run| run.0 == usize::from(range.start()))?;
        matches!(token, Tok::Int { .. }).then(|| span(source, at.0, at.0 + at.1))
    })
}

fn span(source: SourceId, start: usize, end: usize) -> Span {
    Span { source, start: start as u32, end: end as u32 }
}

/// Sees every token on its way to the grammar.
struct Watch<'a> {
    source: SourceId,
    text: &'a str,
    /// The open brackets, with their offsets.
    brackets: Vec<(char, usize)>,
    /// The ends of the last token.
    last: (usize, usize),
    /// The text of the token before that one.
    last_but_one: (usize, usize),
    /// The first token of the logical line that is being read, and of the line before it.
    line: Option<(usize, usize)>,
    line_before: (usize, usize),
    /// The first words of the lines that the open blocks follow.
    blocks: Vec<(usize, usize)>,
    /// The block that ended before the last token.
    ended: Option<(usize, usize)>,
    /// What we found ourselves.
    mistake: Option<Diagnostic>,
}

impl<'a> Watch<'a> {
    fn new(source: SourceId, text: &'a str) -> Watch<'a> {
        Watch {
            source,
            text,
            brackets: Vec::new(),
            last: (0, 0),
            last_but_one: (0, 0),
            line: None,
            line_before: (0, 0),
            blocks: Vec::new(),
            ended: None,
            mistake: None,
        }
    }

    fn see(&mut self, item: LexResult) -> LexResult {
        let (token, range) = item?;
        let (start, end) = (usize::from(range.start()), usize::from(range.end()));
        let mistake = match &token {
            Tok::Lpar => self.open('(', start),
            Tok::Lsqb => self.open('[', start),
            Tok::Lbrace => self.open('{', start),
            Tok::Rpar => self.close(')'),
            Tok::Rsqb => self.close(']'),
            Tok::Rbrace => self.close('}'),
            Tok::Indent => {
                self.blocks.push(self.line_before);
                (self.blocks.len() >= MAX_INDENTATION)
                    .then(|| Mistake::Indentation("too many levels of indentation".into()))
            }
            Tok::Dedent => {
                self.ended = self.blocks.pop();
                None
            }
            Tok::String { value, kind, .. } if kind.is_any_fstring() && brackets_in_fields(value) > MAX_BRACKETS => {
                Some(Mistake::TooManyBrackets { limit: MAX_BRACKETS })
            }
            Tok::String { value, kind, .. } if !kind.is_any_bytes() && !kind.is_raw() && has_surrogate(value) => {
                Some(Mistake::Surrogate)
            }
            _ => None,
        };
        match token {
            Tok::Newline => self.line_before = self.line.take().unwrap_or(self.line_before),
            Tok::Indent | Tok::Dedent => {}
            _ => {
                // The first token of a line that follows a block is the one that may be wrong.
                if self.line.replace(self.line.unwrap_or((start, end))).is_some() {
                    self.ended = None;
                }
            }
        }
        if let Some(mistake) = mistake {
            self.mistake = Some(mistake.at(span(self.source, start, end)));
            return Err(LexicalError::new(LexicalErrorType::OtherError(String::new()), range.start()));
        }
        self.last_but_one = self.last;
        self.last = (start, end);
        Ok((token, range))
    }

    fn open(&mut self, bracket: char, at: usize) -> Option<Mistake> {
        self.brackets.push((bracket, at));
        (self.brackets.len() > MAX_BRACKETS).then_some(Mistake::TooManyBrackets { limit: MAX_BRACKETS })
    }

    fn close(&mut self, bracket: char) -> Option<Mistake> {
        let wanted = match bracket {
            ')' => '(',
            ']' => '[',
            _ => '{',
        };
        match self.brackets.pop() {
            Some((opened, _)) if opened == wanted => None,
            Some((opened, _)) => Some(Mistake::Syntax(format!(
                "closing parenthesis '{bracket}' does not match opening parenthesis '{opened}'"
            ))),
            None => Some(Mistake::Syntax(format!("unmatched '{bracket}'"))),
        }
    }

    /// The parser's first error in CPython's words.
    fn explain(self, error: ParseError) -> Diagnostic {
        if let Some(diagnostic) = self.mistake {
            return diagnostic;
        }
        let offset = usize::from(error.offset).min(self.text.len());
        // A token that could not be read: it begins behind the last one that could.
        let unread = self.last.1 + self.text[self.last.1..].len() - self.text[self.last.1..].trim_start().len();
        let (mistake, start, end) = match error.error {
            ParseErrorType::Lexical(error) => match error {
                LexicalErrorType::StringError | LexicalErrorType::Eof if self.in_string(unread) => {
                    (Mistake::Syntax(self.unterminated(unread).into()), unread, unread + 1)
                }
                LexicalErrorType::Eof => return self.too_short(),
                LexicalErrorType::OtherError(words) if words.starts_with("EOL") => {
                    (Mistake::Syntax(self.unterminated(unread).into()), unread, unread + 1)
                }
                LexicalErrorType::NestingError => {
                    let bracket = self.text[..offset].chars().next_back().unwrap_or(')');
                    (Mistake::Syntax(format!("unmatched '{bracket}'")), offset.saturating_sub(1), offset)
                }
                LexicalErrorType::IndentationError => {
                    // The parser says the same where the text ends before a block.
                    let words = match self.text[offset..].trim().is_empty() {
                        true => self.expected_block(),
                        false => "unindent does not match any outer indentation level".into(),
                    };
                    (Mistake::Indentation(words), offset, offset)
                }
                LexicalErrorType::TabError | LexicalErrorType::TabsAfterSpaces => {
                    let words = "inconsistent use of tabs and spaces in indentation";
                    (Mistake::Indentation(words.into()), offset, offset)
                }
                LexicalErrorType::UnrecognizedToken { tok } => {
                    let words = match tok {
                        '\0' => "source code cannot contain null bytes".into(),
                        _ if tok.is_ascii_graphic() => "invalid syntax".into(),
                        _ if tok.is_control() => format!("invalid non-printable character U+{:04X}", tok as u32),
                        _ => format!("invalid character '{tok}' (U+{:04X})", tok as u32),
                    };
                    (Mistake::Syntax(words), offset.saturating_sub(tok.len_utf8()).max(unread), offset)
                }
                LexicalErrorType::OtherError(words) if words.starts_with("Invalid") => {
                    (Mistake::Syntax(number_words(&words).into()), unread, offset)
                }
                other => (Mistake::Syntax(lexical_words(&other)), offset, offset),
            },
            ParseErrorType::UnrecognizedToken(Tok::Indent, _) => {
                (Mistake::Indentation("unexpected indent".into()), self.last.1, self.last.1)
            }
            ParseErrorType::UnrecognizedToken(_, Some(expected)) if expected == "Indent" => {
                (Mistake::Indentation(self.expected_block()), self.last.0, self.last.1)
            }
            ParseErrorType::UnrecognizedToken(token, expected) => {
                // An open bracket swallows the lines behind it: then it is what is wrong.
                if let Some(&(_, at)) = self.brackets.last()
                    && (token == Tok::EndOfFile || self.text[at..self.last.0].contains('\n'))
                {
                    return self.too_short();
                }
                let before = &self.text[self.last_but_one.0..self.last_but_one.1];
                let ended = self.ended.map(|(start, end)| &self.text[start..end]);
                let words = match token {
                    _ if ended == Some("try") => "expected 'except' or 'finally' block".into(),
                    _ if expected.as_deref() == Some("\":\"") => "expected ':'".into(),
                    Tok::String { .. } | Tok::Name { .. } | Tok::Int { .. } | Tok::Float { .. }
                        if matches!(before, "print" | "exec") =>
                    {
                        format!("Missing parentheses in call to '{before}'. Did you mean {before}(...)?")
                    }
                    Tok::Equal => "invalid syntax. Maybe you meant '==' or ':=' instead of '='?".into(),
                    _ => "invalid syntax".into(),
                };
                (Mistake::Syntax(words), self.last.0, self.last.1)
            }
            ParseErrorType::Eof => return self.too_short(),
            ParseErrorType::ExtraToken(_) | ParseErrorType::InvalidToken => {
                (Mistake::Syntax("invalid syntax".into()), offset, offset)
            }
        };
        mistake.at(self.visible(start, end))
    }

    /// The file ended too early.
    fn too_short(&self) -> Diagnostic {
        match self.brackets.last() {
            Some(&(bracket, at)) => {
                Mistake::Syntax(format!("'{bracket}' was never closed")).at(self.visible(at, at + 1))
            }
            None => {
                let end = self.text.trim_end().len();
                let words = match self.ended.map(|(start, end)| &self.text[start..end]) {
                    Some("try") => "expected 'except' or 'finally' block",
                    _ => "invalid syntax",
                };
                Mistake::Syntax(words.into()).at(self.visible(end.saturating_sub(1), end))
            }
        }
    }

    fn in_string(&self, at: usize) -> bool {
        let prefix = self.text[at..].trim_start_matches(|c: char| c.is_ascii_alphabetic());
        prefix.starts_with(['"', '\''])
    }

    fn unterminated(&self, at: usize) -> &'static str {
        let quotes = self.text[at..].trim_start_matches(|c: char| c.is_ascii_alphabetic());
        if quotes.starts_with("\"\"\"") || quotes.starts_with("'''") {
            "unterminated triple-quoted string literal"
        } else {
            "unterminated string literal"
        }
    }

    fn expected_block(&self) -> String {
        let (start, end) = self.line_before;
        let line = self.text[..start].matches('\n').count() + 1;
        let after = match &self.text[start..end] {
            "def" | "async" => "function definition".into(),
            "class" => "class definition".into(),
            keyword @ ("if" | "elif" | "else" | "for" | "while" | "try" | "except" | "finally" | "with" | "match"
            | "case") => format!("'{keyword}' statement"),
            _ => return "expected an indented block".into(),
        };
        format!("expected an indented block after {after} on line {line}")
    }

    /// A span of at least one character, on character boundaries, that is not empty where the text is not.
    fn visible(&self, start: usize, end: usize) -> Span {
        let mut start = start.min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let mut end = end.clamp(start, self.text.len());
        if end == start {
            end += self.text[start..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
        }
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        span(self.source, start, end)
    }
}

fn number_words(words: &str) -> &'static str {
    match words {
        "Invalid Token" => {
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"
        }
        _ => "invalid decimal literal",
    }
}

fn lexical_words(error: &LexicalErrorType) -> String {
    match error {
        LexicalErrorType::UnicodeError => "(unicode error) malformed \\N, \\u, \\U or \\x character escape".into(),
        LexicalErrorType::StringError => "(unicode error) malformed character escape".into(),
        LexicalErrorType::OtherError(words) => words.clone(),
        LexicalErrorType::FStringError(error) => {
            let words = error.to_string();
            let words = words.strip_prefix("invalid syntax.").map_or(words.as_str(), |_| "invalid syntax");
            format!("f-string: {words}")
        }
        other => other.to_string(),
    }
}

/// How deep brackets nest in the replacement fields of an f-string.
fn brackets_in_fields(text: &str) -> usize {
    let (mut depth, mut deepest) = (0usize, 0);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' if depth == 0 && chars.peek() == Some(&'{') => {
                chars.next();
            }
            '{' => depth += 1,
            '(' | '[' if depth > 0 => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Does a string literal escape half of a surrogate pair? The parser would
/// silently replace it.
fn has_surrogate(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let escape = &rest[at + 1..];
        let digits = match escape.as_bytes().first() {
            Some(b'u') => escape.get(1..5),
            Some(b'U') => escape.get(1..9),
            _ => None,
        };
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        if code.is_some_and(|code| (0xD800..=0xDFFF).contains(&code)) {
            return true;
        }
        let skip = escape.chars().next().map_or(0, char::len_utf8);
        rest = &escape[skip..];
    }
    false
}

/// Can the text stand in a program as a name?
pub fn is_name(text: &str) -> bool {
    let mut tokens = lexer::lex(text, Mode::Expression).map(|token| token.map(|(token, _)| token));
    let is_whole = match tokens.next() {
        Some(Ok(Tok::Name { name })) => name == text,
        Some(Ok(Tok::Match | Tok::Case | Tok::Type)) => matches!(text, "match" | "case" | "type"),
        _ => false,
    };
    is_whole && tokens.all(|token| matches!(token, Ok(Tok::Newline | Tok::EndOfFile)))
}
