//! Literal templates of `%` and `str.format`, taken apart when the program is compiled.
//! What is not plain (a mistake in the template, a star, a spec within a spec) is left
//! to the library, which raises what CPython raises, at the time when it does.

use naja_ir::flow::{Conversion, Directive};

/// A piece of a template for `%`.
pub enum Percent {
    Text(String),
    /// With its key, where it has one.
    Directive(Option<String>, Directive),
}

/// A piece of a template for `str.format`.
pub enum Piece {
    Text(String),
    Field(Field),
}

pub struct Field {
    pub first: First,
    /// `.name` and `[item]`, from left to right.
    pub parts: Vec<Part>,
    pub conversion: Conversion,
    /// Texts, and fields without a spec.
    pub spec: Vec<Piece>,
}

/// Which argument a field takes.
pub enum First {
    Number(usize),
    Name(String),
}

pub enum Part {
    Attribute(String),
    Key(String),
    Index(u32),
}

/// `%[(key)][flags][width][.precision][h|l|L]conversion`
pub fn percent(template: &str) -> Option<Vec<Percent>> {
    let mut at = Scanner { rest: template };
    let mut pieces = Vec::new();
    let mut text = String::new();
    while let Some(c) = at.next() {
        if c != '%' {
            text.push(c);
            continue;
        }
        if at.take('%') {
            text.push('%');
            continue;
        }
        pieces.push(Percent::Text(std::mem::take(&mut text)));
        let key = if at.take('(') { Some(at.until_closed('(', ')')?) } else { None };
        let mut flags = 0;
        while let Some(flag) = at.rest.chars().next().and_then(|c| "-+ #0".find(c)) {
            flags |= 1 << flag;
            at.next();
        }
        let width = at.number()?;
        let precision = if at.take('.') { Some(at.number()?.unwrap_or(0)) } else { None };
        if let Some('h' | 'l' | 'L') = at.rest.chars().next() {
            at.next();
        }
        let conversion = at.next().filter(|&c| "diouxXeEfFgGcrsa".contains(c))?;
        pieces.push(Percent::Directive(key, Directive { conversion, flags, width, precision }));
    }
    pieces.push(Percent::Text(text));
    Some(pieces)
}

/// `literal {name!conversion:spec} literal ...`
pub fn format(template: &str) -> Option<Vec<Piece>> {
    pieces(template, &mut Numbering::default(), 2)
}

/// Whether fields are numbered by the template, and how many automatically so far.
#[derive(Default)]
struct Numbering {
    by_template: Option<bool>,
    count: usize,
}

fn pieces(template: &str, numbering: &mut Numbering, depth: u32) -> Option<Vec<Piece>> {
    let mut at = Scanner { rest: template };
    let mut pieces = Vec::new();
    let mut text = String::new();
    while let Some(c) = at.next() {
        match c {
            '{' | '}' if at.take(c) => text.push(c),
            '}' => return None,
            '{' if depth == 0 => return None,
            '{' => {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
                pieces.push(Piece::Field(field(&mut at, numbering, depth)?));
            }
            _ => text.push(c),
        }
    }
    pieces.push(Piece::Text(text));
    pieces.retain(|piece| !matches!(piece, Piece::Text(text) if text.is_empty()));
    Some(pieces)
}

/// A field, from behind its opening brace on.
fn field(at: &mut Scanner, numbering: &mut Numbering, depth: u32) -> Option<Field> {
    let mut name = String::new();
    let mut in_brackets = false;
    let end = loop {
        let c = at.next()?;
        match c {
            '[' => in_brackets = true,
            ']' => in_brackets = false,
            '{' if !in_brackets => return None,
            '}' | ':' | '!' if !in_brackets => break c,
            _ => {}
        }
        name.push(c);
    };
    let first_end = name.find(['.', '[']).unwrap_or(name.len());
    let first = match &name[..first_end] {
        "" => {
            numbering.count += 1;
            First::Number(numbering.count - 1)
        }
        first => match number(first) {
            Some(n) => First::Number(n as usize),
            None if first.chars().all(|c| c.is_numeric()) => return None,
            None => First::Name(first.into()),
        },
    };
    if let First::Number(_) = first {
        let by_template = first_end > 0;
        if *numbering.by_template.get_or_insert(by_template) != by_template {
            return None;
        }
    }
    let parts = parts(&name[first_end..])?;
    let mut conversion = Conversion::None;
    let mut end = end;
    if end == '!' {
        conversion = match at.next()? {
            's' => Conversion::Str,
            'r' => Conversion::Repr,
            'a' => Conversion::Ascii,
            _ => return None,
        };
        end = at.next().filter(|&c| c == '}' || c == ':')?;
    }
    let mut spec = Vec::new();
    if end == ':' {
        spec = pieces(&at.until_closed('{', '}')?, numbering, depth - 1)?;
    }
    Some(Field { first, parts, conversion, spec })
}

fn parts(mut rest: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let (part, behind) = match rest.strip_prefix('.') {
            Some(name) => {
                let (name, behind) = name.split_at(name.find(['.', '[']).unwrap_or(name.len()));
                (Part::Attribute(name.into()), behind)
            }
            None => {
                let (key, behind) = rest.strip_prefix('[')?.split_once(']')?;
                (number(key).map_or_else(|| Part::Key(key.into()), Part::Index), behind)
            }
        };
        match &part {
            Part::Attribute(name) | Part::Key(name) if name.is_empty() => return None,
            Part::Key(key) if key.chars().all(|c| c.is_numeric()) => return None,
            _ => {}
        }
        parts.push(part);
        rest = behind;
    }
    Some(parts)
}

/// A number as a field's name has it.
fn number(text: &str) -> Option<u32> {
    let plain = (1..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

struct Scanner<'t> {
    rest: &'t str,
}

impl Scanner<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    fn take(&mut self, c: char) -> bool {
        let rest = self.rest.strip_prefix(c);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// A number of at most nine digits, if there is one. `None` for a longer one.
    fn number(&mut self) -> Option<Option<u32>> {
        let end = self.rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        self.rest = rest;
        if digits.is_empty() {
            return Some(None);
        }
        if digits.len() > 9 {
            return None;
        }
        digits.parse().ok().map(Some)
    }

    /// What stands before the bracket that closes one which is open; goes on behind it.
    fn until_closed(&mut self, open: char, close: char) -> Option<String> {
        let mut depth = 1;
        let mut text = String::new();
        loop {
            let c = self.next()?;
            if c == open {
                depth += 1;
            } else if c == close {
                depth -= 1;
                if depth == 0 {
                    return Some(text);
                }
            }
            text.push(c);
        }
    }
}
