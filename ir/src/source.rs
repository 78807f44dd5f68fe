//! Source files and positions in them.

use cranelift_entity::{PrimaryMap, entity_impl};

/// One source file of the program or of the library.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);
entity_impl!(SourceId, "source");

/// A half-open range of byte offsets in one source file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    pub source: SourceId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// The smallest span that covers both; they lie in the same file.
    pub fn to(self, other: Span) -> Span {
        debug_assert_eq!(self.source, other.source);
        Span { source: self.source, start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// The text of one file, with its line starts.
pub struct Source {
    /// As messages and tracebacks print it.
    pub path: String,
    /// UTF-8, with `\r\n` and `\r` already turned into `\n`.
    pub text: String,
    /// Part of naja's library: its functions leave no frame in tracebacks.
    pub is_library: bool,
    line_starts: Vec<u32>,
}

impl Source {
    pub fn new(path: String, text: String, is_library: bool) -> Source {
        let mut line_starts = vec![0];
        line_starts.extend(text.bytes().enumerate().filter(|&(_, b)| b == b'\n').map(|(i, _)| i as u32 + 1));
        Source { path, text, is_library, line_starts }
    }

    /// The 1-based line that holds a byte offset.
    pub fn line(&self, offset: u32) -> u32 {
        self.line_starts.partition_point(|&start| start <= offset) as u32
    }

    /// The byte offset where a 1-based line begins.
    pub fn line_start(&self, line: u32) -> u32 {
        self.line_starts[line as usize - 1]
    }

    /// The text of a 1-based line, without its newline.
    pub fn line_text(&self, line: u32) -> &str {
        let start = self.line_start(line) as usize;
        let end = self.line_starts.get(line as usize).map_or(self.text.len(), |&e| e as usize);
        self.text[start..end].trim_end_matches('\n')
    }

    /// 1-based line and 1-based column, the column in code points.
    pub fn position(&self, offset: u32) -> (u32, u32) {
        let line = self.line(offset);
        let start = self.line_starts[line as usize - 1] as usize;
        let column = self.text[start..offset as usize].chars().count() as u32 + 1;
        (line, column)
    }
}

/// Every file that the compilation has read.
#[derive(Default)]
pub struct SourceMap {
    sources: PrimaryMap<SourceId, Source>,
}

impl SourceMap {
    pub fn add(&mut self, source: Source) -> SourceId {
        self.sources.push(source)
    }

    pub fn get(&self, id: SourceId) -> &Source {
        &self.sources[id]
    }

    /// The 1-based line where a span begins.
    pub fn line(&self, span: Span) -> u32 {
        self.sources[span.source].line(span.start)
    }

    pub fn text(&self, span: Span) -> &str {
        &self.sources[span.source].text[span.start as usize..span.end as usize]
    }
}
