"""template.format(...): the fields of a template and the parts of their names.

    literal {name!conversion:spec} literal ...         name = first .attribute [item] ...

The caller takes the values and formats them, field after field, so that errors come in
CPython's order (Objects/stringlib/unicode_format.h); a spec with fields of its own is a
template once more, and what is nested deeper in it is refused by ll_template_depth."""

from rlib import lowlevel as ll
from rlib.format import ll_digits, ll_parse_decimal_number
from rlib.string import ll_concat, ll_decode, ll_str_chr, ll_width


def ll_template_next(template, i, end):
    """The next piece of the template's bytes from i to end: where its literal text ends
    (it begins at i), whether a field follows, beginning and end of the field's name, the
    conversion's code point or 0, beginning and end of the spec, whether that has fields,
    and where the piece ends. A doubled brace ends a literal text, which has one of them."""
    start = i
    c = 0
    while i < end and c != 123 and c != 125:
        c = template[i]
        i += 1
    if c != 123 and c != 125:
        return i, False, 0, 0, 0, 0, 0, False, i
    if i < end and template[i] == c:
        return i, False, 0, 0, 0, 0, 0, False, i + 1
    if c == 125:
        raise ValueError("Single '}' encountered in format string")
    if i >= end:
        raise ValueError("Single '{' encountered in format string")
    literal_end = i - 1
    name = i
    name_end = ll_template_name_end(template, i, end)
    i = name_end + 1
    if template[name_end] == 125:
        return literal_end, True, name, name_end, 0, i, i, False, i
    conversion = 0
    if template[name_end] == 33:
        if i >= end:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = ll_decode(template, i)
        i += ll_width(conversion)
        if i < end:
            c = template[i]
            i += 1
            if c == 125:
                return literal_end, True, name, name_end, conversion, i, i, False, i
            if c != 58:
                raise ValueError("expected ':' after conversion specifier")
    spec = i
    spec_end, nested = ll_template_spec_end(template, i, end)
    return literal_end, True, name, name_end, conversion, spec, spec_end, nested, spec_end + 1


def ll_template_name_end(template, i, end):
    """Where the character stands that ends the name: one of ! : }. Others of them may be
    in brackets."""
    bracket = False
    while i < end:
        c = template[i]
        if bracket:
            bracket = c != 93
        elif c == 123:
            raise ValueError("unexpected '{' in field name")
        elif c == 91:
            bracket = True
        elif c == 125 or c == 58 or c == 33:
            return i
        i += 1
    raise ValueError("expected '}' before end of string")


def ll_template_spec_end(template, i, end):
    """Where the brace stands that ends the spec; are there fields in it?"""
    depth = 1
    nested = False
    while i < end:
        if template[i] == 123:
            nested = True
            depth += 1
        elif template[i] == 125:
            depth -= 1
            if depth == 0:
                return i, nested
        i += 1
    raise ValueError("unmatched '{' in format spec")


def ll_template_depth(depth):
    """Before a template is formatted: 2 for one that the program gave, 1 for a spec."""
    if depth <= 0:
        raise ValueError("Max string recursion exceeded")


def ll_template_first(template, i, end):
    """The first part of a field's name: where it ends, and the number that it is, or -1."""
    start = i
    while i < end and template[i] != 46 and template[i] != 91:
        i += 1
    return i, ll_template_index(template, start, i)


def ll_template_number(state, is_empty):
    """Whether fields are numbered is settled by the first that has a number or no name:
    0 before it, 1 if automatically, 2 if in the template. Gives the new state."""
    if is_empty:
        if state == 2:
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        return 1
    if state == 1:
        raise ValueError("cannot switch from automatic field numbering to manual field specification")
    return 2


def ll_template_part(template, i, end):
    """The next part of a field's name, from i < end on: is it an attribute (or an item)?
    The beginning and end of its name or key; the number that a key is, or -1; and where
    the part ends."""
    c = template[i]
    start = i + 1
    i = start
    if c == 46:
        while i < end and template[i] != 46 and template[i] != 91:
            i += 1
        ll_template_not_empty(start, i)
        return True, start, i, -1, i
    if c != 91:
        raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    while i < end and template[i] != 93:
        i += 1
    if i >= end:
        raise ValueError("Missing ']' in format string")
    index = ll_template_index(template, start, i)
    ll_template_not_empty(start, i)
    return False, start, i, index, i + 1


def ll_template_not_empty(start, end):
    if start == end:
        raise ValueError("Empty attribute in format string")


def ll_template_index(template, start, end):
    """The number that these bytes are, or -1."""
    n, stop = ll_parse_decimal_number(template, start)
    return n if stop == end else -1


def ll_template_conversion(conversion):
    """Raises the error for a conversion other than r, s and a."""
    if conversion != 114 and conversion != 115 and conversion != 97:
        shown = ""
        if conversion > 32 and conversion < 127:
            shown = ll_str_chr(conversion)
        else:
            shown = ll_concat("\\x", ll_digits(conversion, 4))
        raise ValueError(ll_concat("Unknown conversion specifier ", shown))
