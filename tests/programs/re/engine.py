"""What the engine can do: look-around, back references, lazy, possessive and atomic parts."""
import re

for pattern, text in [
    (r"\w+(?=,)", "ab, cd ef,"), (r"\b\w+\b(?!,)", "ab, cd"), (r"(?<=\$)\d+", "$12 13 $4"), (r"(?<!\$)\b\d+", "$12 13 $4"),
    (r"(\w)\1", "hello book"), (r"(?P<q>['\"]).*?(?P=q)", "say 'a \"b\"' and \"c\""), (r"<.+?>", "<a><b>"), (r"<.+>", "<a><b>"),
    (r"a*+a", "aaa"), (r"(?>a|ab)c", "abc ac"), (r"(?:ab|a)(?:c|bcd)*", "abcd"), (r"(a)?(?(1)b|c)", "ab c"), (r"(?:(a)|b)*", "abab"),
    (r"(a*)*", "aab"), (r"(?:a?){3}b", "aab"), (r"x{2,3}?", "xxxxx"), (r"a{,2}b", "aaab"), (r"[^]a]+", "x]a"), (r"[]-]", "a-]"), (r"\Aab\Z", "ab"),
    (r"[\d.]+|\w", "3.14 pi"), (r"\x41\u00e9\101", "AéA"), (r".{3}", "é😀a€"), (r"(?:é|😀)+", "aé😀é"), (r"[^😀]", "😀x"), (r"(?i)(é)\1", "éÉ"),
]:
    print(pattern, [(m.span(), m.group(), m.groups()) for m in re.finditer(pattern, text)])
print(len(re.match("(?:a|b)*", "ab" * 3000)[0]), re.match("(?:a|ab)*c", "ab" * 500), re.search("(x+x+)+y", "x" * 12))
