"""Texts in paragraphs: lines of at most so many characters."""

__all__ = ["TextWrapper", "dedent", "fill", "indent", "shorten", "wrap"]

_SPACES = "\t\n\v\f\r "


class TextWrapper:
    def __init__(
        self,
        width=70,
        initial_indent="",
        subsequent_indent="",
        expand_tabs=True,
        replace_whitespace=True,
        fix_sentence_endings=False,
        break_long_words=True,
        drop_whitespace=True,
        break_on_hyphens=True,
        tabsize=8,
        *,
        max_lines=None,
        placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for space in "\t\n\v\f\r":
                text = text.replace(space, " ")
        chunks = _chunks(text, self.break_on_hyphens)
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                if chunks[i + 1] == " " and _ends_sentence(chunks[i]):
                    chunks[i + 1] = "  "
        return self._lines(chunks)

    def fill(self, text):
        return "\n".join(self.wrap(text))

    def _lines(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        most = self.max_lines
        if most is not None:
            indent = self.subsequent_indent if most > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                chunks.pop()
            line = []
            size = 0
            while chunks and size + len(chunks[-1]) <= width:
                size += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._break_word(chunks, line, size, width)
                size = sum([len(chunk) for chunk in line])
            if self.drop_whitespace and line and line[-1].strip() == "":
                size -= len(line.pop())
            if not line:
                continue
            if (
                most is None
                or len(lines) + 1 < most
                or (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
                and size <= width
            ):
                lines.append(indent + "".join(line))
                continue
            self._end(lines, line, size, width, indent)
            break
        return lines

    def _break_word(self, chunks, line, size, width):
        """Puts what fits of a word that is longer than a line into the line."""
        room = 1 if width < 1 else width - size
        if self.break_long_words:
            end = room
            chunk = chunks[-1]
            if self.break_on_hyphens and len(chunk) > room:
                hyphen = chunk.rfind("-", 0, room)
                if hyphen > 0 and chunk[:hyphen].strip("-") != "":
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def _end(self, lines, line, size, width, indent):
        """The last line, where more would follow: with the placeholder."""
        while line:
            if line[-1].strip() != "" and size + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            size -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())


def _ends_sentence(chunk):
    """Is there a small letter, one of . ! ?, and perhaps a quote at the end?"""
    word = chunk[:-1] if chunk[-1] in "\"'" else chunk
    for end in (word, chunk):
        if len(end) > 1 and end[-1] in ".!?" and "a" <= end[-2] <= "z":
            return True
    return False


def _chunks(text, break_on_hyphens):
    """White space, and words; with `break_on_hyphens` also parts of words up to a hyphen, and
    dashes between words."""
    chunks = []
    start = 0
    n = len(text)
    while start < n:
        end = start + 1
        if text[start] in _SPACES:
            while end < n and text[end] in _SPACES:
                end += 1
        elif break_on_hyphens:
            end = _dash_end(text, start)
            if end == start:
                end = _part_end(text, start)
        else:
            while end < n and text[end] not in _SPACES:
                end += 1
        chunks.append(text[start:end])
        start = end
    return chunks


def _is_word(text, at):
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")


def _is_punctuated(text, at):
    """Is it of a word, or punctuation that can stand at its end?"""
    return _is_word(text, at) or 0 <= at < len(text) and text[at] in "!\"'&.,?"


def _is_letter(text, at):
    return _is_word(text, at) and not text[at].isdecimal()


def _dash_end(text, at):
    """Behind the dash of two or more hyphens between words there; else the place itself."""
    end = at
    while end < len(text) and text[end] == "-":
        end += 1
    return end if end - at >= 2 and _is_punctuated(text, at - 1) and _is_word(text, end) else at


def _part_end(text, start):
    """Behind a hyphen between letters, or at the end of the word or at a dash."""
    end = start + 1
    while end < len(text) and text[end] not in _SPACES:
        if text[end] == "-":
            if _are_letters(text, end - 1, -1) and _are_letters(text, end + 1, 1):
                return end + 1
            if _dash_end(text, end) > end:
                return end
        end += 1
    return end


def _are_letters(text, at, step):
    """Are there two letters in that direction, perhaps with a hyphen between them?"""
    following = at + step
    if 0 <= following < len(text) and text[following] == "-":
        following += step
    return _is_letter(text, at) and _is_letter(text, following)


def wrap(text, width=70, **options):
    return TextWrapper(width, **options).wrap(text)


def fill(text, width=70, **options):
    return TextWrapper(width, **options).fill(text)


def shorten(text, width, **options):
    return TextWrapper(width, max_lines=1, **options).fill(" ".join(text.strip().split()))


def dedent(text):
    """Without the white space that all lines begin with; lines of nothing else are empty."""
    lines = [line if line.strip(" \t") != "" else "" for line in text.split("\n")]
    margin = ""
    is_first = True
    for line in lines:
        if line == "":
            continue
        own = line[: len(line) - len(line.lstrip(" \t"))]
        if is_first:
            margin = own
            is_first = False
        else:
            n = 0
            while n < len(own) and n < len(margin) and own[n] == margin[n]:
                n += 1
            margin = margin[:n]
    return "\n".join([line[len(margin) :] for line in lines])


def indent(text, prefix, predicate=None):
    pieces = []
    for line in text.splitlines(True):
        if line.strip() != "" if predicate is None else predicate(line):
            pieces.append(prefix)
        pieces.append(line)
    return "".join(pieces)
