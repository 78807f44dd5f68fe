//! Diagnostics as people and as tools read them: the only file that knows
//! annotate-snippets and the JSON form.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};
use naja_ir::diagnostic::{Diagnostic, Severity};
use naja_ir::source::{SourceId, SourceMap, Span};
use serde_json::json;

/// How diagnostics are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Source lines with carets.
    Human { color: bool },
    /// One JSON object a line.
    Json,
}

/// One diagnostic, with a final newline.
pub fn render(sources: &SourceMap, diagnostic: &Diagnostic, format: Format) -> String {
    match format {
        Format::Human { color } => human(sources, diagnostic, color) + "\n",
        Format::Json => json(sources, diagnostic).to_string() + "\n",
    }
}

/// The name of a severity, as it stands before a message.
pub fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn human(sources: &SourceMap, diagnostic: &Diagnostic, color: bool) -> String {
    let Some(primary) = diagnostic.span else {
        return format!("naja: {}: {}", severity_name(diagnostic.severity), diagnostic.message);
    };
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(normalize_untrusted_str(&diagnostic.message)).id(diagnostic.code);
    let mut group = Group::with_title(title);
    for source in sources_in_order(diagnostic, primary) {
        let mut marks = Vec::new();
        if source == primary.source {
            marks.push((primary, AnnotationKind::Primary, diagnostic.label.as_str()));
        }
        for (span, text) in diagnostic.related.iter().filter(|(span, _)| span.source == source) {
            marks.push((*span, AnnotationKind::Context, text.as_str()));
        }
        group = group.element(snippet(sources, source, &marks));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(normalize_untrusted_str(help)));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// The files that a diagnostic points into, the primary one first.
fn sources_in_order(diagnostic: &Diagnostic, primary: Span) -> Vec<SourceId> {
    let mut order = vec![primary.source];
    for (span, _) in &diagnostic.related {
        if !order.contains(&span.source) {
            order.push(span.source);
        }
    }
    order
}

/// The marked lines of one file. Only the lines from the first mark to the last
/// are handed on: the renderer's work grows with the text that it is given.
fn snippet<'a>(
    sources: &'a SourceMap,
    source: SourceId,
    marks: &[(Span, AnnotationKind, &'a str)],
) -> Snippet<'a, Annotation<'a>> {
    let file = sources.get(source);
    let first_line = marks.iter().map(|(span, ..)| file.line(span.start)).min().unwrap_or(1);
    let last_line = marks.iter().map(|(span, ..)| file.line(span.end)).max().unwrap_or(1);
    let start = file.line_start(first_line) as usize;
    let end = file.line_start(last_line) as usize + file.line_text(last_line).len();
    Snippet::source(&file.text[start..end]).path(file.path.as_str()).line_start(first_line as usize).annotations(
        marks.iter().map(|&(span, kind, label)| {
            let annotation = kind.span(span.start as usize - start..span.end as usize - start);
            if label.is_empty() { annotation } else { annotation.label(normalize_untrusted_str(label)) }
        }),
    )
}

/// In the manner of `rustc --error-format json`.
fn json(sources: &SourceMap, diagnostic: &Diagnostic) -> serde_json::Value {
    let span = |span: Span, label: &str, is_primary: bool| {
        let file = sources.get(span.source);
        let (line_start, column_start) = file.position(span.start);
        let (line_end, column_end) = file.position(span.end);
        json!({
            "file_name": file.path,
            "byte_start": span.start,
            "byte_end": span.end,
            "line_start": line_start,
            "line_end": line_end,
            "column_start": column_start,
            "column_end": column_end,
            "is_primary": is_primary,
            "label": label,
        })
    };
    let mut spans: Vec<_> = diagnostic.span.iter().map(|&s| span(s, &diagnostic.label, true)).collect();
    spans.extend(diagnostic.related.iter().map(|(s, text)| span(*s, text, false)));
    json!({
        "level": severity_name(diagnostic.severity),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "spans": spans,
        "help": diagnostic.help,
        "rendered": human(sources, diagnostic, false) + "\n",
    })
}
