//! What a user is told: one value per mistake, rendered elsewhere.

use crate::source::Span;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    Error,
    Warning,
    /// A fact that helps, such as where a union costs speed.
    Note,
}

/// One mistake, with every place that explains it. `code` is declared once,
/// beside the phase that raises it, and has a section in `docs/errors.md`.
#[derive(Clone, PartialEq, Debug)]
pub struct Diagnostic {
    pub severity: Severity,
    pub code: &'static str,
    /// In Python's vocabulary; a sentence without a final stop.
    pub message: String,
    /// Where the mistake is. `None` only for files that cannot be read.
    pub span: Option<Span>,
    /// What the primary span is, where that needs saying.
    pub label: String,
    /// The other places that explain the mistake.
    pub related: Vec<(Span, String)>,
    /// What to write instead.
    pub help: Option<String>,
}

impl Diagnostic {
    pub fn error(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            code,
            message: message.into(),
            span: Some(span),
            label: String::new(),
            related: Vec::new(),
            help: None,
        }
    }

    pub fn label(mut self, text: impl Into<String>) -> Diagnostic {
        self.label = text.into();
        self
    }

    pub fn related(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.related.push((span, text.into()));
        self
    }

    pub fn help(mut self, text: impl Into<String>) -> Diagnostic {
        self.help = Some(text.into());
        self
    }
}

/// A code of an error and what it means, for the table in `docs/errors.md`.
pub struct Code {
    pub code: &'static str,
    pub summary: &'static str,
}
