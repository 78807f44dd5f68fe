"""Regular expressions: a machine that backtracks over an explicit stack.

A program is an IntArray, which rlib/std/re/_compiler.py writes. It begins with

    0 where the code begins    1 the number of registers    2 the register of lastindex
    3 is it found at the beginning only?    4 5 6 which characters it can begin with (as `high`
    below; 6 is 1 where all can)    7 the byte it begins with, or -1    8 is the text bytes?

Registers 2g and 2g + 1 are the offsets of group g, or -1; then comes the number of the group
that was closed last; then what loops need. Offsets are in bytes. The instructions:

    0 MATCH                                  1 CHAR byte
    2 LITERAL n, bytes                       3 SET size lo hi high fold classes n, ranges
    4 SPLIT other: here first                5 JUMP to
    6 OPEN register                          7 CLOSE register group
    8 GREEDY next min max byte, SET          9 LAZY next min max byte, SET
    10 POSSESSIVE next min max byte, SET     11 SPLIT_LAST other: here last
    12 SPLIT_BYTE byte other: here only if the next byte is that one
    13 AT where                              14 GROUP register
    15 GROUP_FOLD register                   16 LOOP_BEGIN register
    17 LOOP register min max is_lazy exit    18 MARK register
    19 CUT register                          20 LOOK_END register
    21 NOT next                              22 NOT_END register
    23 BACK n                                24 IF register otherwise
    25 FAIL

A SET is one character: `lo` and `hi` have a bit for each of ASCII, `high` says what is beyond:
0 nothing, 1 all, 2 what the classes and ranges say, 3 what they do not. `fold`: case does not
matter. In 8 and 9, `byte` is what must come next, or -1.

The stack's entries are three ints: 8 * where + kind, and two more. To go back is to take
entries off until one says how to go on:

    0 go on at `where` with the offset       1 undo: register `where` held this
    2 GREEDY at `where`: one less than up to this offset; the least
    3 LAZY at `where`: one more behind this offset; how many more there may be
    4 LOOP at `where`: one more time, at this offset
"""

from rlib import lowlevel as ll
from rlib.string import ll_decode
from rlib.string_class import ll_point_is_alnum, ll_point_is_decimal
from rlib.string_index import ll_lead_width, ll_step_back
from rlib.string_split import ll_is_whitespace
from rlib.unicode_case import ll_case_record

spare_stack: ll.IntArray = None


def ll_regex_new(n):
    return ll.new_tail(ll.IntArray, n)


def ll_regex_put(a, i, x):
    a[i] = x


def ll_regex_get(a, i):
    return a[i]


def ll_regex_registers(code):
    """A new array of registers."""
    registers = ll.new_tail(ll.IntArray, code[1])
    for i in range(0, len(registers)):
        registers[i] = -1
    return registers


def ll_regex_search(code, text, at, end, registers, advance):
    """Finds the first match that begins at that offset or behind it, and is not empty there if
    `advance`: is there one?"""
    for i in range(0, code[2] + 1):
        registers[i] = -1
    if code[3] != 0:
        return at == 0 and ll_regex_match(code, text, 0, end, registers, False, advance)
    first = code[7]
    lo = code[4]
    hi = code[5]
    high = code[6] & 2
    any_first = code[6] & 1 == 1
    start = at
    while True:
        if first >= 0:
            while at < end and text[at] != first:
                at += 1
            if at >= end:
                return False
        elif not any_first:
            while at < end:
                c = text[at]
                if c < 64:
                    if lo >> c & 1 != 0:
                        break
                elif c < 128:
                    if hi >> (c & 63) & 1 != 0:
                        break
                elif high != 0:
                    break
                at += 1
            if at >= end:
                return False
        if ll_regex_match(code, text, at, end, registers, False, advance and at == start):
            return True
        if at >= end:
            return False
        at += ll_character_width(code, text[at])


def ll_regex_match(code, text, start, end, registers, to_end, advance):
    """Matches there, up to the end if `to_end`, not nothing if `advance`: does it match?
    Registers are as before where it does not."""
    global spare_stack
    stack = spare_stack
    if ll.is_null(stack):
        stack = ll.new_tail(ll.IntArray, 3072)
        spare_stack = stack
    sp = 0
    at = start
    pc = code[0]
    while True:
        if sp + 12 > len(stack):
            stack = ll_regex_grow(stack)
        op = code[pc]
        # Does the machine go back?
        back = False
        if op < 4:
            if op == 1:
                if at < end and text[at] == code[pc + 1]:
                    at += 1
                    pc += 2
                else:
                    back = True
            elif op == 3:
                to = ll_set_matches(code, pc, text, at, end)
                if to < 0:
                    back = True
                else:
                    at = to
                    pc += code[pc + 1]
            elif op == 2:
                n = code[pc + 1]
                if at + n <= end and ll_regex_literal(code, pc + 2, text, at, n):
                    at += n
                    pc += n + 2
                else:
                    back = True
            elif to_end and at != end or advance and at == start:
                back = True
            else:
                registers[0] = start
                registers[1] = at
                return True
        elif op < 8:
            if op == 4:
                stack[sp] = code[pc + 1] << 3
                stack[sp + 1] = at
                sp += 3
                pc += 2
            elif op == 5:
                pc = code[pc + 1]
            elif op == 6:
                sp = ll_regex_set(stack, sp, registers, code[pc + 1], at)
                pc += 2
            else:
                sp = ll_regex_set(stack, sp, registers, code[pc + 1], at)
                sp = ll_regex_set(stack, sp, registers, code[2], code[pc + 2])
                pc += 3
        elif op < 13:
            if op == 8:
                least, to = ll_set_span(code, pc + 5, text, at, end, code[pc + 2], code[pc + 3])
                if to < 0:
                    back = True
                else:
                    if to > least:
                        stack[sp] = pc << 3 | 2
                        stack[sp + 1] = to
                        stack[sp + 2] = least
                        sp += 3
                    at = to
                    pc = code[pc + 1]
            elif op == 12:
                if at < end and text[at] == code[pc + 1]:
                    stack[sp] = code[pc + 2] << 3
                    stack[sp + 1] = at
                    sp += 3
                    pc += 3
                else:
                    pc = code[pc + 2]
            elif op == 11:
                stack[sp] = pc + 2 << 3
                stack[sp + 1] = at
                sp += 3
                pc = code[pc + 1]
            elif op == 10:
                least, to = ll_set_span(code, pc + 5, text, at, end, code[pc + 2], code[pc + 3])
                if to < 0:
                    back = True
                else:
                    at = to
                    pc = code[pc + 1]
            else:
                least, to = ll_set_span(code, pc + 5, text, at, end, code[pc + 2], code[pc + 2])
                if to < 0:
                    back = True
                else:
                    at = to
                    stack[sp] = pc << 3 | 3
                    stack[sp + 1] = at
                    stack[sp + 2] = code[pc + 3] - code[pc + 2]
                    sp += 3
                    pc = code[pc + 1]
        elif op < 18:
            if op == 13:
                if ll_regex_is_at(code, text, at, end, code[pc + 1]):
                    pc += 2
                else:
                    back = True
            elif op == 14:
                at = ll_regex_repeated(text, registers, code[pc + 1], at, end)
                pc += 2
                back = at < 0
            elif op == 15:
                at = ll_regex_repeated_fold(code, text, registers, code[pc + 1], at, end)
                pc += 2
                back = at < 0
            elif op == 16:
                sp = ll_regex_set(stack, sp, registers, code[pc + 1], 0)
                sp = ll_regex_set(stack, sp, registers, code[pc + 1] + 1, -1)
                pc += 2
            else:
                r = code[pc + 1]
                n = registers[r]
                if n < code[pc + 2]:
                    sp = ll_regex_set(stack, sp, registers, r, n + 1)
                    pc += 6
                elif code[pc + 4] != 0:
                    stack[sp] = pc << 3 | 4
                    stack[sp + 1] = at
                    sp += 3
                    pc = code[pc + 5]
                elif n < code[pc + 3] and at != registers[r + 1]:
                    stack[sp] = code[pc + 5] << 3
                    stack[sp + 1] = at
                    sp += 3
                    sp = ll_regex_set(stack, sp, registers, r, n + 1)
                    sp = ll_regex_set(stack, sp, registers, r + 1, at)
                    pc += 6
                else:
                    pc = code[pc + 5]
        elif op < 21:
            r = code[pc + 1]
            if op == 18:
                registers[r] = sp
                registers[r + 1] = at
            else:
                sp = ll_regex_cut(stack, registers[r], sp)
                if op == 20:
                    at = registers[r + 1]
            pc += 2
        elif op == 21:
            stack[sp] = code[pc + 1] << 3
            stack[sp + 1] = at
            sp += 3
            pc += 2
        elif op == 22:
            to = registers[code[pc + 1]]
            while sp > to:
                sp -= 3
                if stack[sp] & 7 == 1:
                    registers[stack[sp] >> 3] = stack[sp + 1]
            back = True
        elif op == 23:
            at = ll_regex_step_back(code, text, at, code[pc + 1])
            pc += 2
            back = at < 0
        elif op == 24:
            pc = pc + 3 if registers[code[pc + 1] + 1] >= 0 else code[pc + 2]
        else:
            back = True
        while back:
            if sp == 0:
                return False
            sp -= 3
            word = stack[sp]
            kind = word & 7
            pc = word >> 3
            if kind == 1:
                registers[pc] = stack[sp + 1]
                continue
            at = stack[sp + 1]
            if kind == 0:
                break
            if kind == 2:
                least = stack[sp + 2]
                byte = code[pc + 4]
                at = ll_character_before(code, text, at)
                if byte >= 0:
                    while at > least and text[at] != byte:
                        at = ll_character_before(code, text, at)
                if at > least:
                    stack[sp + 1] = at
                    sp += 3
                pc = code[pc + 1]
                break
            if kind == 3:
                left = stack[sp + 2]
                byte = code[pc + 4]
                while left > 0:
                    left -= 1
                    at = ll_set_matches(code, pc + 5, text, at, end)
                    if at < 0 or byte < 0 or at < end and text[at] == byte:
                        break
                    if at == end:
                        at = -1
                        break
                else:
                    at = -1
                if at >= 0:
                    stack[sp + 1] = at
                    stack[sp + 2] = left
                    sp += 3
                    pc = code[pc + 1]
                    break
            else:
                r = code[pc + 1]
                n = registers[r]
                if n < code[pc + 3] and at != registers[r + 1]:
                    sp = ll_regex_set(stack, sp, registers, r, n + 1)
                    sp = ll_regex_set(stack, sp, registers, r + 1, at)
                    pc += 6
                    break


def ll_regex_grow(stack):
    global spare_stack
    more = ll.new_tail(ll.IntArray, len(stack) + len(stack))
    ll.copy_items(stack, 0, more, 0, len(stack))
    spare_stack = more
    return more


def ll_regex_set(stack, sp, registers, r, value):
    """Sets a register so that going back undoes it; gives the new sp."""
    stack[sp] = r << 3 | 1
    stack[sp + 1] = registers[r]
    registers[r] = value
    return sp + 3


def ll_regex_cut(stack, base, sp):
    """Takes off the entries above the base that are no undoing."""
    to = base
    for i in range(base, sp, 3):
        if stack[i] & 7 == 1:
            stack[to] = stack[i]
            stack[to + 1] = stack[i + 1]
            to += 3
    return to


def ll_regex_literal(code, pc, text, at, n):
    for i in range(0, n):
        if text[at + i] != code[pc + i]:
            return False
    return True


# Characters.


def ll_character_width(code, c):
    """The number of bytes of the character that begins with that byte."""
    return 1 if c < 128 or code[8] != 0 else ll_lead_width(c)


def ll_character_at(code, text, at):
    return text[at] if code[8] != 0 else ll_decode(text, at)


def ll_character_before(code, text, at):
    """Where the character before that offset begins."""
    at -= 1
    if text[at] >= 128 and code[8] == 0:
        at = ll_step_back(text, at + 1)
    return at


def ll_regex_step_back(code, text, at, n):
    """n characters before that offset; -1 where there are not so many."""
    while n > 0:
        if at == 0:
            return -1
        at = ll_character_before(code, text, at)
        n -= 1
    return at


def ll_set_matches(code, pc, text, at, end):
    """Behind the character there, if it is in the set; else -1."""
    if at >= end:
        return -1
    c = text[at]
    if c < 128:
        bits = code[pc + 2] if c < 64 else code[pc + 3]
        return at + 1 if bits >> (c & 63) & 1 != 0 else -1
    if not ll_set_has_high(code, pc, ll_character_at(code, text, at)):
        return -1
    return at + ll_character_width(code, c)


def ll_set_span(code, pc, text, at, end, low, most):
    """Behind the first `low` of the at most `most` characters there that are in the set, and
    behind the last; -1 where there are not so many."""
    lo = code[pc + 2]
    hi = code[pc + 3]
    least = at
    n = 0
    while n < most and at < end:
        c = text[at]
        if c < 64:
            if lo >> c & 1 == 0:
                break
            at += 1
        elif c < 128:
            if hi >> (c & 63) & 1 == 0:
                break
            at += 1
        else:
            if not ll_set_has_high(code, pc, ll_character_at(code, text, at)):
                break
            at += ll_character_width(code, c)
        n += 1
        if n == low:
            least = at
    if n < low:
        return -1, -1
    return least, at


def ll_set_has_high(code, pc, c):
    """Is a character beyond ASCII in the set?"""
    high = code[pc + 4]
    if high < 2:
        return high == 1
    has = ll_set_has(code, pc, c)
    if not has and code[pc + 5] != 0:
        lower = ll_lower(c)
        upper = ll_upper(c)
        has = ll_set_has(code, pc, lower) or ll_set_has(code, pc, upper)
        has = has or ll_set_has(code, pc, ll_lower(upper)) or ll_set_has(code, pc, ll_upper(lower))
    return has if high == 2 else not has


def ll_set_has(code, pc, c):
    """Do the classes or the ranges of the set have it?"""
    classes = code[pc + 6]
    if classes != 0:
        if classes & 3 != 0 and classes & (1 if ll_point_is_decimal(c) else 2) != 0:
            return True
        if classes & 12 != 0 and classes & (4 if ll_is_whitespace(c) else 8) != 0:
            return True
        if classes & 48 != 0 and classes & (16 if ll_is_word(c) else 32) != 0:
            return True
    pc += 8
    for i in range(pc, pc + code[pc - 1], 2):
        if c >= code[i] and c <= code[i + 1]:
            return True
    return False


def ll_is_word(c):
    return c == 95 or ll_point_is_alnum(c)


def ll_lower(c):
    if c < 128:
        return c | 32 if c >= 65 and c <= 90 else c
    return ll_recased(c, ll_case_record(c) & 65535, 105)


def ll_upper(c):
    if c < 128:
        return c & 223 if c >= 97 and c <= 122 else c
    return ll_recased(c, ll_case_record(c) >> 16 & 65535, c)


def ll_recased(c, distance, several):
    """The form at that distance; `several` where it is several characters."""
    return several if distance == 32768 else c & -65536 | c + distance & 65535


# Places, and groups that come again.


def ll_regex_is_at(code, text, at, end, where):
    if where == 0:
        return at == 0
    if where == 1:
        return at == 0 or text[at - 1] == 10
    if where == 2:
        return at == end or at + 1 == end and text[at] == 10
    if where == 3:
        return at == end or text[at] == 10
    if where == 4:
        return at == end
    # 5 and 6: at the edge of a word, or not; 7 and 8: the same where words are ASCII.
    if end == 0:
        return False
    before = at > 0 and ll_is_word_at(code, text, ll_character_before(code, text, at), where > 6)
    behind = at < end and ll_is_word_at(code, text, at, where > 6)
    is_edge = not behind if before else behind
    return is_edge if where & 1 == 1 else not is_edge


def ll_is_word_at(code, text, at, is_ascii):
    c = text[at]
    if c >= 128:
        return not is_ascii and ll_is_word(ll_character_at(code, text, at))
    return c >= 97 and c <= 122 or c >= 65 and c <= 90 or c >= 48 and c <= 57 or c == 95


def ll_regex_repeated(text, registers, r, at, end):
    """Behind the text of the group, if it stands there again; else -1."""
    start = registers[r]
    stop = registers[r + 1]
    if start < 0 or stop < start or at + stop - start > end:
        return -1
    for i in range(start, stop):
        if text[i] != text[at + i - start]:
            return -1
    return at + stop - start


def ll_regex_repeated_fold(code, text, registers, r, at, end):
    """The same, where case does not matter."""
    i = registers[r]
    stop = registers[r + 1]
    if i < 0 or stop < i:
        return -1
    while i < stop:
        if at >= end:
            return -1
        if ll_lower(ll_character_at(code, text, i)) != ll_lower(ll_character_at(code, text, at)):
            return -1
        i += ll_character_width(code, text[i])
        at += ll_character_width(code, text[at])
    return at
