"""Makes of the tree of a regular expression the program that rlib/regex.py runs."""

from rlib.regex import ll_regex_new, ll_regex_put
from rlib.utf8 import ll_utf8_byte, ll_utf8_size

from ._parser import (
    AT,
    ATOMIC,
    CHARACTER,
    CHOICE,
    FAIL,
    GREEDY,
    GROUP,
    GROUPREF,
    IF,
    LAZY,
    LOOK,
    MAXREPEAT,
    POSSESSIVE,
    REPEAT,
    SEQUENCE,
    Node,
    error,
)

HEADER = 9


def compile_tree(tree, groups, is_bytes):
    """The program, as the machine takes it. `groups` are the nodes of the groups."""
    code = _Code(groups, is_bytes)
    code.emit(tree)
    code.items.append(0)
    items = code.items
    items[0] = HEADER
    items[1] = code.registers
    items[2] = 2 * len(groups)
    items[3] = 1 if _is_anchored(tree) else 0
    beginning = _Beginning(is_bytes)
    if beginning.add(tree):
        items[6] = 1
    else:
        items[4] = _pack(beginning.ascii, 0)
        items[5] = _pack(beginning.ascii, 64)
        items[6] = 2 if beginning.high else 0
    items[7] = _first_byte(tree, is_bytes)
    items[8] = 1 if is_bytes else 0
    program = ll_regex_new(len(items))
    for i, item in enumerate(items):
        ll_regex_put(program, i, item)
    return program


class _Code:
    def __init__(self, groups, is_bytes):
        self.items = [0] * HEADER
        self.groups = groups
        self.is_bytes = is_bytes
        self.registers = 2 * len(groups) + 1

    def two_registers(self):
        self.registers += 2
        return self.registers - 2

    def here(self):
        return len(self.items)

    def add(self, *items):
        """Adds an instruction; gives the place of its last item."""
        for item in items:
            self.items.append(item)
        return len(self.items) - 1

    def land(self, place):
        """What stands at that place goes on here."""
        self.items[place] = len(self.items)

    def emit(self, node):
        kind = node.kind
        if kind == SEQUENCE:
            self.emit_sequence(node.parts)
        elif kind == CHARACTER:
            if _is_plain(node):
                self.emit_literal(_encoded(node.ranges[0], self.is_bytes))
            else:
                self.emit_set(node)
        elif kind == GROUP:
            self.add(6, 2 * node.a)
            self.emit(node.parts[0])
            self.add(7, 2 * node.a + 1, node.a)
        elif kind == CHOICE:
            self.emit_choice(node.parts)
        elif kind == REPEAT:
            self.emit_repeat(node, -1)
        elif kind == AT:
            self.add(13, node.a)
        elif kind == GROUPREF:
            self.add(15 if node.b else 14, 2 * node.a)
        elif kind == LOOK:
            self.emit_look(node)
        elif kind == ATOMIC:
            register = self.two_registers()
            self.add(18, register)
            self.emit(node.parts[0])
            self.add(19, register)
        elif kind == IF:
            otherwise = self.add(24, 2 * node.a, 0)
            self.emit(node.parts[0])
            end = self.add(5, 0)
            self.land(otherwise)
            self.emit(node.parts[1])
            self.land(end)
        else:
            self.add(25)

    def emit_sequence(self, parts):
        i = 0
        while i < len(parts):
            if _is_plain(parts[i]):
                text = []
                while i < len(parts) and _is_plain(parts[i]):
                    text.extend(_encoded(parts[i].ranges[0], self.is_bytes))
                    i += 1
                self.emit_literal(text)
                continue
            if parts[i].kind == REPEAT:
                following = _first_byte(parts[i + 1], self.is_bytes) if i + 1 < len(parts) else -1
                self.emit_repeat(parts[i], following)
            else:
                self.emit(parts[i])
            i += 1

    def emit_literal(self, text):
        if len(text) == 1:
            self.add(1, text[0])
        else:
            self.add(2, len(text))
            self.items.extend(text)

    def emit_set(self, node):
        ascii, high, classes = _characters(node, self.is_bytes)
        ranges = node.ranges if high > 1 else []
        size = 8 + len(ranges)
        fold = 1 if node.fold and not node.ascii else 0
        self.add(3, size, _pack(ascii, 0), _pack(ascii, 64), high, fold, classes, len(ranges))
        self.items.extend(ranges)

    def emit_choice(self, parts):
        ends = []
        for part in parts[:-1]:
            byte = _first_byte(part, self.is_bytes)
            other = self.add(4, 0) if byte < 0 else self.add(12, byte, 0)
            self.emit(part)
            ends.append(self.add(5, 0))
            self.land(other)
        self.emit(parts[-1])
        for end in ends:
            self.land(end)

    def emit_repeat(self, node, following):
        part = node.parts[0]
        least, most, mode = node.a, node.b, node.c
        if part.kind == CHARACTER:
            end = self.add(8 + mode, 0, least, most, following)
            self.emit_set(part)
            self.land(end - 3)
            return
        if mode == POSSESSIVE:
            register = self.two_registers()
            self.add(18, register)
            self.emit_loop(Node(ATOMIC, [part]), least, most, GREEDY)
            self.add(19, register)
        else:
            self.emit_loop(part, least, most, mode)

    def emit_loop(self, part, least, most, mode):
        split = 11 if mode == LAZY else 4
        if least == 0 and most == 1:
            end = self.add(split, 0)
            self.emit(part)
            self.land(end)
        elif least <= 1 and most == MAXREPEAT and part.width(self.groups)[0] > 0:
            begin = self.here()
            if least == 1:
                self.emit(part)
            end = self.add(split, 0)
            if least == 0:
                self.emit(part)
            self.add(5, begin)
            self.land(end)
        elif least != 1 or most != 1:
            register = self.two_registers()
            self.add(16, register)
            begin = self.here()
            end = self.add(17, register, least, most, 1 if mode == LAZY else 0, 0)
            self.emit(part)
            self.add(5, begin)
            self.land(end)
        else:
            self.emit(part)

    def emit_look(self, node):
        register = self.two_registers()
        self.add(18, register)
        end = self.add(21, 0) if node.b else 0
        if node.a < 0:
            least, most = node.parts[0].width(self.groups)
            if least != most:
                raise error("look-behind requires fixed-width pattern")
            self.add(23, least)
        self.emit(node.parts[0])
        if node.b:
            self.add(22, register)
            self.land(end)
        else:
            self.add(20, register)


class _Beginning:
    """The characters that a match can begin with."""

    def __init__(self, is_bytes):
        self.is_bytes = is_bytes
        self.ascii = [False] * 128
        self.high = False

    def add(self, node):
        """Adds those of a node. Can a match of it be empty, or begin with anything?"""
        kind = node.kind
        if kind == CHARACTER:
            ascii, high, _ = _characters(node, self.is_bytes)
            for c in range(128):
                if ascii[c]:
                    self.ascii[c] = True
            if high > 0:
                self.high = True
            return False
        if kind == GROUP or kind == ATOMIC:
            return self.add(node.parts[0])
        if kind == REPEAT:
            return self.add(node.parts[0]) or node.a == 0
        if kind == SEQUENCE:
            for part in node.parts:
                if not self.add(part):
                    return False
            return True
        if kind == CHOICE:
            is_open = False
            for part in node.parts:
                if self.add(part):
                    is_open = True
            return is_open
        # A place, or what is only looked at: what is behind it decides.
        return kind != FAIL


def _is_anchored(node):
    """Does it match at the beginning of the text only?"""
    if node.kind == AT:
        return node.a == 0
    if node.kind == SEQUENCE or node.kind == GROUP:
        return len(node.parts) > 0 and _is_anchored(node.parts[0])
    return False


def _first_byte(node, is_bytes):
    """The byte that each match begins with; -1: there is not one."""
    if _is_plain(node):
        return _encoded(node.ranges[0], is_bytes)[0]
    if node.kind == SEQUENCE or node.kind == GROUP or node.kind == ATOMIC or node.kind == REPEAT and node.a > 0:
        return _first_byte(node.parts[0], is_bytes) if len(node.parts) > 0 else -1
    return -1


def _is_plain(node):
    """Is it one character, as it stands?"""
    if node.kind != CHARACTER or node.fold or node.negated or node.classes:
        return False
    return len(node.ranges) == 2 and node.ranges[0] == node.ranges[1]


def _encoded(point, is_bytes):
    """The bytes of a code point."""
    if is_bytes:
        return [point]
    text = chr(point)
    return [ll_utf8_byte(text, i) for i in range(ll_utf8_size(text))]


def _characters(node, is_bytes):
    """Which of ASCII a set has, what it has beyond (`high` in rlib/regex.py), and its classes
    there."""
    has = [False] * 128
    high = False
    ranges = node.ranges
    for i in range(0, len(ranges), 2):
        for c in range(ranges[i], min(ranges[i + 1], 127) + 1):
            has[c] = True
        if ranges[i + 1] > 127:
            high = True
    classes = node.classes
    is_ascii = node.ascii or is_bytes
    if classes:
        for c in range(128):
            if classes & _classes_of(c, is_ascii):
                has[c] = True
    if node.fold:
        for c in range(65, 91):
            if has[c] or has[c + 32]:
                has[c] = True
                has[c + 32] = True
        if not is_ascii:
            # What has a form in ASCII, or is one of several forms of such.
            for c, other in ((105, 0x130), (105, 0x131), (115, 0x17F), (107, 0x212A)):
                if _has(ranges, other):
                    has[c] = True
                    has[c - 32] = True
            high = True
    beyond = 2 if high else 0
    if classes:
        if not is_ascii:
            beyond = 2
        else:
            # Beyond ASCII nothing is a digit, a space or a letter.
            if classes & 42:
                beyond = 1
            classes = 0
    if node.negated:
        for c in range(128):
            has[c] = not has[c]
        beyond = 3 if beyond == 2 else 1 - beyond
    return has, beyond, classes


def _has(ranges, c):
    for i in range(0, len(ranges), 2):
        if ranges[i] <= c <= ranges[i + 1]:
            return True
    return False


def _classes_of(c, is_ascii):
    """The classes d, D, s, S, w, W of a character of ASCII, one bit for each."""
    is_digit = 48 <= c <= 57
    is_word = is_digit or 65 <= c <= 90 or 97 <= c <= 122 or c == 95
    is_space = c == 32 or 9 <= c <= 13 or not is_ascii and 28 <= c <= 31
    return (1 if is_digit else 2) | (4 if is_space else 8) | (16 if is_word else 32)


def _pack(has, first):
    """64 bits."""
    bits = 0
    for i in range(63):
        if has[first + i]:
            bits |= 1 << i
    return bits | -1 << 63 if has[first + 63] else bits
