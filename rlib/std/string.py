"""Constants of characters, capwords, and texts with places for others."""

__all__ = [
    "Template",
    "ascii_letters",
    "ascii_lowercase",
    "ascii_uppercase",
    "capwords",
    "digits",
    "hexdigits",
    "octdigits",
    "printable",
    "punctuation",
    "whitespace",
]

ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
digits = "0123456789"
hexdigits = "0123456789abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\v\f"
printable = (
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\v\f"
)


def capwords(s, sep=None):
    words = [word.capitalize() for word in s.split(sep)]
    return " ".join(words) if sep is None else sep.join(words)


class Template:
    """A text in which `$name` and `${name}` stand for others, and `$$` for a dollar."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def substitute(self, mapping=None, /, **kws):
        return self._filled(mapping, kws, False)

    def safe_substitute(self, mapping=None, /, **kws):
        return self._filled(mapping, kws, True)

    def _filled(self, mapping, kws, leaves):
        """The text; `leaves` what it does not know as it stands, or raises."""
        result = []
        for literal, name, whole, end in self._parts():
            result.append(literal)
            if name is not None:
                if name in kws:
                    result.append(str(kws[name]))
                elif mapping is not None and (not leaves or name in mapping):
                    result.append(str(mapping[name]))
                elif leaves:
                    result.append(whole)
                else:
                    raise KeyError(name)
            elif whole == "$$":
                result.append("$")
            elif leaves:
                result.append(whole)
            elif whole == "$":
                lines = self.template[:end].splitlines(keepends=True)
                raise ValueError(f"Invalid placeholder in string: line {len(lines)}, col {len(lines[-1])}")
        return "".join(result)

    def _parts(self):
        """What stands before each dollar, the name behind it, or None, and all that belongs
        to it; and where that ends."""
        text = self.template
        at = 0
        while True:
            dollar = text.find("$", at)
            if dollar < 0:
                yield text[at:], None, "", len(text)
                return
            literal = text[at:dollar]
            start = dollar + 2 if text[dollar + 1 : dollar + 2] == "{" else dollar + 1
            end = start
            while end < len(text) and (text[end] in ascii_letters + "_" or end > start and text[end] in digits):
                end += 1
            is_braced = start == dollar + 2
            if end > start and (not is_braced or text[end : end + 1] == "}"):
                at = end + 1 if is_braced else end
                yield literal, text[start:end], text[dollar:at], at
            else:
                at = dollar + 2 if text[dollar + 1 : dollar + 2] == "$" else dollar + 1
                yield literal, None, text[dollar:at], at

    def is_valid(self):
        for _, name, whole, _ in self._parts():
            if name is None and whole == "$":
                return False
        return True

    def get_identifiers(self):
        names = []
        for _, name, _, _ in self._parts():
            if name is not None and name not in names:
                names.append(name)
        return names
