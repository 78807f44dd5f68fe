"""str.lower, upper, casefold, swapcase, title and capitalize, with all of Unicode's
mappings to several code points, and the sigma that ends a word."""

from rlib import lowlevel as ll
from rlib.string import ll_decode, ll_encode, ll_new_str, ll_width
from rlib.string_class import ll_point_is_title, ll_point_is_upper
from rlib.string_index import ll_lead_width, ll_step, ll_step_back
from rlib.unicode_bits import ll_is_case_ignorable, ll_is_cased
from rlib.unicode_case import ll_case_record, ll_special_fold, ll_special_title, ll_special_upper


def ll_str_lower(s):
    """s.lower()."""
    if len(s) == s.length:
        return ll_ascii_recase(s, 65, 32)
    return ll_recase(s, ll_to_lower, 0, "")


def ll_str_upper(s):
    """s.upper()."""
    if len(s) == s.length:
        return ll_ascii_recase(s, 97, -32)
    return ll_recase(s, ll_to_form, 16, ll_special_upper())


def ll_str_casefold(s):
    """s.casefold()."""
    if len(s) == s.length:
        return ll_ascii_recase(s, 65, 32)
    return ll_recase(s, ll_to_form, 48, ll_special_fold())


def ll_str_swapcase(s):
    """s.swapcase()."""
    if len(s) == s.length:
        t = ll_new_str(len(s), len(s))
        for i in range(0, len(s)):
            c = s[i]
            t[i] = c ^ 32 if ll_is_ascii_letter(c) else c
        return t
    return ll_recase(s, ll_to_swapped, 16, ll_special_upper())


def ll_str_capitalize(s):
    """s.capitalize()."""
    if len(s) == s.length:
        t = ll_new_str(len(s), len(s))
        for i in range(0, len(s)):
            c = s[i]
            t[i] = c ^ 32 if i == 0 and c >= 97 and c <= 122 or i > 0 and c >= 65 and c <= 90 else c
        return t
    return ll_recase(s, ll_to_capitalized, 32, ll_special_title())


def ll_str_title(s):
    """s.title()."""
    if len(s) == s.length:
        t = ll_new_str(len(s), len(s))
        in_word = False
        for i in range(0, len(s)):
            c = s[i]
            letter = ll_is_ascii_letter(c)
            t[i] = (c | 32 if in_word else c & 223) if letter else c
            in_word = letter
        return t
    return ll_recase(s, ll_to_titled, 32, ll_special_title())


def ll_is_ascii_letter(c):
    """Is the byte an ASCII letter?"""
    return c >= 97 and c <= 122 or c >= 65 and c <= 90


def ll_ascii_recase(s, first, distance):
    """The ASCII s with the 26 letters from `first` on moved by the distance."""
    n = len(s)
    i = 0
    while i < n and not ll.uint_lt(s[i] - first, 26):
        i += 1
    if i == n:
        return s
    t = ll_new_str(n, n)
    ll.copy_items(s, 0, t, 0, i)
    while i < n:
        c = s[i]
        t[i] = c + distance if ll.uint_lt(c - first, 26) else c
        i += 1
    return t


# What becomes of a code point: 0 for its lower form, 1 for the form whose quarter of
# the case record begins at bit `shift`, 2 for itself.


def ll_to_lower(s, at, c):
    return 0


def ll_to_form(s, at, c):
    return 1


def ll_to_capitalized(s, at, c):
    return 1 if at == 0 else 0


def ll_to_swapped(s, at, c):
    if ll_point_is_upper(c):
        return 0
    return 2 if ll_point_is_title(c) else 1


def ll_to_titled(s, at, c):
    return 0 if at > 0 and ll_point_is_cased(ll_decode(s, ll_step_back(s, at))) else 1


def ll_point_is_cased(c):
    """Is it a lower, upper or title form?"""
    return ll_is_ascii_letter(c) if c < 128 else ll_is_cased(c)


def ll_recase(s, choose, shift, specials):
    """s with each code point in the form that `choose` says."""
    n = len(s)
    # No form takes more than three times the bytes.
    buffer = ll.new_tail(ll.Buffer, 3 * n)
    length = s.length
    to = 0
    at = 0
    while at < n:
        c = ll_decode(s, at)
        form = choose(s, at, c)
        if c < 128:
            if form == 0 or form == 1 and shift == 48:
                c = c | 32 if ll_is_ascii_letter(c) else c
            elif form == 1:
                c = c & 223 if ll_is_ascii_letter(c) else c
            buffer[to] = c
            to += 1
            at += 1
        else:
            distance = 0
            if form == 0 and c == 931 and ll_is_final_sigma(s, at):
                distance = 31
            elif form < 2:
                distance = ll_case_record(c) >> (shift if form == 1 else 0) & 65535
            at += ll_lead_width(s[at])
            if distance != 32768:
                c = c & -65536 | c + distance & 65535
                ll_encode(buffer, to, c)
                to += ll_width(c)
            elif form == 1:
                entry = ll_find_special(specials, c)
                count = specials[entry] - 48
                start = entry + 1
                entry = ll_step(specials, start, count)
                ll.copy_items(specials, start, buffer, to, entry - start)
                to += entry - start
                length += count - 1
            else:
                # The only lower form of several: i and a dot above.
                buffer[to] = 105
                ll_encode(buffer, to + 1, 775)
                to += 3
                length += 1
    t = ll_new_str(to, length)
    ll.copy_items(buffer, 0, t, 0, to)
    return t


def ll_find_special(specials, c):
    """Where the number of code points stands in the entry of c."""
    at = 0
    while at < len(specials):
        d = ll_decode(specials, at)
        at += ll_width(d)
        if d == c:
            return at
        at = ll_step(specials, at + 1, specials[at] - 48)
    return at


def ll_is_final_sigma(s, at):
    """Does the capital sigma there end a word? Then something cased is before it and
    nothing cased behind, what is ignorable aside."""
    before = at
    while before > 0:
        before = ll_step_back(s, before)
        c = ll_decode(s, before)
        if not ll_is_case_ignorable(c):
            if not ll_point_is_cased(c):
                return False
            behind = at + 2
            while behind < len(s):
                c = ll_decode(s, behind)
                if not ll_is_case_ignorable(c):
                    return not ll_point_is_cased(c)
                behind += ll_lead_width(s[behind])
            return True
    return False
