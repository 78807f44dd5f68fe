r"""What replaces a match: a text with \1, \g<name> and escapes."""

from rlib.regex import ll_regex_get
from rlib.string import ll_str_sub

from ._parser import error, is_name, number, quoted


def parse_template(template, pattern):
    """The pieces: (-1, a text) or (the number of a group, "")."""
    pieces = []
    text = ""
    at = 0
    while at < len(template):
        found = template.find("\\", at)
        if found < 0:
            text += template[at:]
            break
        text += template[at:found]
        at = found + 2
        if at > len(template):
            raise error("bad escape (end of pattern)", template, found)
        c = template[found + 1]
        if c == "g":
            group, at = _named(template, at, pattern)
        elif c == "0" or c in "123456789":
            digits, at, is_octal = _digits(template, found + 1)
            if is_octal:
                point = number(digits, 8)
                if point > 0o377:
                    raise error(f"octal escape value \\{digits} outside of range 0-0o377", template, found)
                text += chr(point)
                continue
            group = number(digits)
            if group > pattern.groups:
                raise error(f"invalid group reference {group}", template, found + 1)
        else:
            letter = "afnrtv\\".find(c)
            if letter >= 0:
                text += "\a\f\n\r\t\v\\"[letter]
            elif c.isascii() and c.isalpha():
                raise error("bad escape \\" + c, template, found)
            else:
                text += "\\" + c
            continue
        if text != "":
            pieces.append((-1, text))
            text = ""
        pieces.append((group, ""))
    if text != "":
        pieces.append((-1, text))
    return pieces


def _digits(template, at):
    """The digits there, where they end, and whether they are octal, and not a group's number."""
    if template[at] == "0":
        end = at + 1
        while end < min(len(template), at + 3) and template[end] in "01234567":
            end += 1
        return template[at:end], end, True
    if at + 1 < len(template) and template[at + 1] in "0123456789":
        is_octal = template[at] in "01234567" and template[at + 1] in "01234567"
        if is_octal and at + 2 < len(template) and template[at + 2] in "01234567":
            return template[at : at + 3], at + 3, True
        return template[at : at + 2], at + 2, False
    return template[at], at + 1, False


def _named(template, at, pattern):
    """The group of \\g<...>, and what is behind it."""
    if not template.startswith("<", at):
        raise error("missing <", template, at)
    end = template.find(">", at)
    if end < 0:
        if at + 1 == len(template):
            raise error("missing group name", template, at + 1)
        raise error("missing >, unterminated name", template, at + 1)
    name = template[at + 1 : end]
    if name == "":
        raise error("missing group name", template, at + 1)
    if is_name(name):
        if name not in pattern.groupindex:
            raise IndexError(f"unknown group name {quoted(name)}")
        return pattern.groupindex[name], end + 1
    group = number(name)
    if group < 0:
        raise error(f"bad character in group name {quoted(name)}", template, at + 1)
    if group > pattern.groups:
        raise error(f"invalid group reference {group}", template, at + 1)
    return group, end + 1


def expand(pieces, string, registers):
    """The text for a match."""
    texts = []
    for group, text in pieces:
        if group < 0:
            texts.append(text)
            continue
        start = ll_regex_get(registers, 2 * group)
        end = ll_regex_get(registers, 2 * group + 1)
        if start >= 0 and end >= 0:
            texts.append(ll_str_sub(string, start, end))
    return texts[0] if len(texts) == 1 else "".join(texts)
