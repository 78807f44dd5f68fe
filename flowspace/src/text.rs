//! From the bytes of a file to the text that is parsed: UTF-8, without a byte
//! order mark, with `\n` as the only line end.

use crate::errors::Mistake;

/// Why a file is not text, and where in the text that stands for it.
pub struct Bad {
    pub mistake: Mistake,
    pub start: u32,
    pub end: u32,
}

/// The text; where it is not what Python could read, what is wrong as well.
pub fn decode(bytes: Vec<u8>) -> (String, Option<Bad>) {
    if bytes.len() > i32::MAX as usize {
        return (String::new(), Some(Bad { mistake: Mistake::TooLarge, start: 0, end: 0 }));
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = normalise(text.strip_prefix('\u{feff}').unwrap_or(&text));
            let bad = foreign_encoding(&text);
            (text, bad)
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let detail = format!("'utf-8' codec can't decode byte {:#04x} in position {at}", bytes[at]);
            let before = String::from_utf8_lossy(&bytes[..at]);
            let before = normalise(before.strip_prefix('\u{feff}').unwrap_or(&before));
            let text = String::from_utf8_lossy(bytes);
            let text = normalise(text.strip_prefix('\u{feff}').unwrap_or(&text));
            let start = before.len() as u32;
            let end = start + char::REPLACEMENT_CHARACTER.len_utf8() as u32;
            (text, Some(Bad { mistake: Mistake::NotUtf8 { detail }, start, end }))
        }
    }
}

fn normalise(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

/// PEP 263: a comment in the first two lines may name another encoding. Where
/// the text is ASCII that makes no difference.
fn foreign_encoding(text: &str) -> Option<Bad> {
    if text.is_ascii() {
        return None;
    }
    let mut start = 0;
    for line in text.split('\n').take(2) {
        if let Some(comment) = line.trim_start().strip_prefix('#')
            && let Some(at) = comment.find("coding")
            && let Some(name) = comment[at + "coding".len()..].strip_prefix([':', '='])
        {
            let is_part = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
            let name: String = name.trim_start().chars().take_while(is_part).collect();
            let plain = name.to_lowercase().replace('_', "-");
            let is_utf8 = matches!(plain.as_str(), "" | "utf-8" | "utf8" | "utf-8-sig") || plain.starts_with("utf-8-");
            let end = start + line.len() as u32;
            return (!is_utf8).then_some(Bad { mistake: Mistake::Encoding { name }, start, end });
        }
        if !line.trim().is_empty() && !line.trim_start().starts_with('#') {
            return None;
        }
        start += line.len() as u32 + 1;
    }
    None
}
