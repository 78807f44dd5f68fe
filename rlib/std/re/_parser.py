"""Reads a regular expression: the text becomes a tree of nodes.

    CHARACTER  one character: of `ranges` (first, last, first, last, ...) or `classes`
    AT         the place a: one of those in rlib/regex.py
    GROUPREF   the text of group a again
    SEQUENCE   all parts, one behind the other
    CHOICE     one of the parts
    REPEAT     the part, a to b times; c: GREEDY, LAZY or POSSESSIVE
    GROUP      the part, as group a
    LOOK       the part stands there: behind (a = 1) or before (a = -1), or does not (b = 1)
    ATOMIC     the part, once and for all
    IF         the first part where group a was found, else the second
    FAIL       nothing
"""

from rlib.regex import ll_lower, ll_upper

CHARACTER, AT, GROUPREF, SEQUENCE, CHOICE, REPEAT, GROUP, LOOK, ATOMIC, IF, FAIL = range(11)
GREEDY, LAZY, POSSESSIVE = range(3)

IGNORECASE = 2
LOCALE = 4
MULTILINE = 8
DOTALL = 16
UNICODE = 32
VERBOSE = 64
ASCII = 256

MAXREPEAT = 4294967295
MAXGROUPS = 1073741823


class error(Exception):
    """`pos` is the place in `pattern`; lines and columns count from 1."""

    def __init__(self, msg, pattern=None, pos=None):
        where = ""
        lineno = None
        colno = None
        if pattern is not None and pos is not None:
            lineno = pattern.count("\n", 0, pos) + 1
            colno = pos - pattern.rfind("\n", 0, pos)
            where = f" at position {pos}"
            if "\n" in pattern:
                where += f" (line {lineno}, column {colno})"
        super().__init__(msg + where)
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


def failure(msg, pattern, pos):
    """The compiler analyses a function of plain values once, a class for each place."""
    return error(msg, pattern, pos)


class Node:
    def __init__(self, kind, parts, a=0, b=0, c=0):
        self.kind = kind
        self.parts = parts
        self.a = a
        self.b = b
        self.c = c
        self.ranges = []
        self.classes = 0
        self.negated = False
        self.fold = False
        self.ascii = False

    def width(self, groups):
        """The least and the greatest number of characters that it can match; `groups` are the
        nodes of the groups so far."""
        if self.kind == CHARACTER:
            return 1, 1
        if self.kind == GROUPREF:
            group = groups[self.a]
            return (0, MAXREPEAT) if group is None else group.width(groups)
        if self.kind == AT or self.kind == LOOK or self.kind == FAIL:
            return 0, 0
        least, most = 0, 0
        for i, part in enumerate(self.parts):
            low, high = part.width(groups)
            if self.kind == CHOICE or self.kind == IF:
                least = low if i == 0 else min(least, low)
                most = max(most, high)
            else:
                least += low
                most += high
        if self.kind == REPEAT:
            least *= self.a
            most = MAXREPEAT if self.b == MAXREPEAT and most > 0 else most * self.b
        return min(least, MAXREPEAT), min(most, MAXREPEAT)


def sequence(parts):
    return parts[0] if len(parts) == 1 else Node(SEQUENCE, parts)


class Parser:
    def __init__(self, pattern, flags):
        self.pattern = pattern
        self.at = 0
        self.flags = flags
        # The nodes of the groups; None for those that are still open.
        self.groups = [None]
        self.names = {}
        # The number of groups when the outermost look-behind began; 0 outside of any.
        self.behind = 0
        self.references = []

    def error(self, msg, back=0):
        return failure(msg, self.pattern, self.at - back)

    # Tokens: characters, and backslashes with the character behind them.

    def peek(self):
        """The next token, or ""."""
        if self.at >= len(self.pattern):
            return ""
        c = self.pattern[self.at]
        if c == "\\":
            if self.at + 1 == len(self.pattern):
                raise self.error("bad escape (end of pattern)")
            return c + self.pattern[self.at + 1]
        return c

    def get(self):
        token = self.peek()
        self.at += len(token)
        return token

    def accept(self, token):
        if self.peek() == token:
            self.at += len(token)
            return True
        return False

    def get_while(self, most, allowed):
        start = self.at
        while self.at < len(self.pattern) and self.at - start < most and self.pattern[self.at] in allowed:
            self.at += 1
        return self.pattern[start : self.at]

    def get_until(self, terminator, name):
        start = self.at
        while True:
            token = self.get()
            text = self.pattern[start : self.at]
            if token == "":
                if text == "":
                    raise self.error("missing " + name)
                raise self.error(f"missing {terminator}, unterminated name", len(text))
            if token == terminator:
                if len(text) == 1:
                    raise self.error("missing " + name, 1)
                return text[:-1]

    # The grammar, from the whole to its parts.

    def whole(self):
        node = self.choice(self.flags, True)
        if self.at < len(self.pattern):
            raise self.error("unbalanced parenthesis")
        for group, at in self.references:
            if group >= len(self.groups):
                raise error(f"invalid group reference {group}", self.pattern, at)
        return node

    def choice(self, flags, is_first=False):
        choices = [self.branch(flags, is_first)]
        while self.accept("|"):
            # Flags for the whole that stood at the beginning hold here, too.
            choices.append(self.branch(flags | self.flags if is_first else flags, False))
        return choices[0] if len(choices) == 1 else Node(CHOICE, choices)

    def branch(self, flags, is_first):
        parts = []
        while True:
            token = self.peek()
            if token == "" or token == "|" or token == ")":
                return sequence(parts)
            self.at += len(token)
            if flags & VERBOSE:
                if token in " \t\n\r\v\f":
                    continue
                if token == "#":
                    while self.get() not in ("", "\n"):
                        pass
                    continue
            if token[0] == "\\":
                parts.append(self.escape(token, flags))
            elif token == "[":
                parts.append(self.character_set(flags))
            elif token in "*+?{":
                self.repeat(token, parts, flags)
            elif token == ".":
                node = Node(CHARACTER, [])
                node.negated = True
                if not flags & DOTALL:
                    node.ranges = [10, 10]
                parts.append(node)
            elif token == "^":
                parts.append(Node(AT, [], 1 if flags & MULTILINE else 0))
            elif token == "$":
                parts.append(Node(AT, [], 3 if flags & MULTILINE else 2))
            elif token == "(":
                start = self.at - 1
                node = self.parenthesis(start, flags)
                if node is not None:
                    parts.append(node)
                elif self.pattern[start + 2] != "#":
                    if not is_first or parts:
                        raise self.error("global flags not at the start of the expression", self.at - start)
                    flags |= self.flags
            else:
                parts.append(self.literal(ord(token), flags))

    def character(self, flags):
        node = Node(CHARACTER, [])
        node.fold = flags & IGNORECASE != 0
        node.ascii = flags & ASCII != 0
        return node

    def literal(self, point, flags):
        node = self.character(flags)
        node.ranges = [point, point]
        if node.fold:
            node.fold = ll_lower(point) != point or ll_upper(point) != point
        return node

    def repeat(self, token, parts, flags):
        here = self.at
        least, most = 0, MAXREPEAT
        if token == "?":
            most = 1
        elif token == "+":
            least = 1
        elif token == "{":
            if self.peek() == "}":
                parts.append(self.literal(123, flags))
                return
            low = self.get_while(len(self.pattern), "0123456789")
            high = low
            if self.accept(","):
                high = self.get_while(len(self.pattern), "0123456789")
            if not self.accept("}"):
                self.at = here
                parts.append(self.literal(123, flags))
                return
            if low != "":
                least = _count(low)
            if high != "":
                most = _count(high)
                if most < least:
                    raise self.error("min repeat greater than max repeat", self.at - here)
        if len(parts) == 0 or parts[-1].kind == AT:
            raise self.error("nothing to repeat", self.at - here + len(token))
        if parts[-1].kind == REPEAT:
            raise self.error("multiple repeat", self.at - here + len(token))
        mode = GREEDY
        if self.accept("?"):
            mode = LAZY
        elif self.accept("+"):
            mode = POSSESSIVE
        parts[-1] = Node(REPEAT, [parts[-1]], least, most, mode)

    def character_set(self, flags):
        start = self.at - 1
        node = self.character(flags)
        node.negated = self.accept("^")
        is_empty = True
        while True:
            token = self.get()
            if token == "":
                raise self.error("unterminated character set", self.at - start)
            if token == "]" and not is_empty:
                return node
            is_empty = False
            first = self.member(token, node)
            if not self.accept("-"):
                if first >= 0:
                    node.ranges.extend([first, first])
                continue
            until = self.get()
            if until == "":
                raise self.error("unterminated character set", self.at - start)
            if until == "]":
                if first >= 0:
                    node.ranges.extend([first, first])
                node.ranges.extend([45, 45])
                return node
            last = self.member(until, node)
            if first < 0 or last < first:
                raise self.error(f"bad character range {token}-{until}", len(token) + 1 + len(until))
            node.ranges.extend([first, last])

    def member(self, token, node):
        """The code point of a member of a set; -1 for a class, which is put into the set."""
        if token[0] != "\\":
            return ord(token)
        found = "dDsSwW".find(token[1])
        if found >= 0:
            node.classes |= 1 << found
            return -1
        c = token[1]
        if c == "b":
            return 8
        if c in "01234567":
            digits = c + self.get_while(2, "01234567")
            return self.octal(digits)
        point = self.simple_escape(token)
        if point < 0:
            raise self.error("bad escape " + token, len(token))
        return point

    def simple_escape(self, token):
        """The code point of an escape that means the same in sets and outside; -1 for others."""
        c = token[1]
        found = "afnrtv\\".find(c)
        if found >= 0:
            return ord("\a\f\n\r\t\v\\"[found])
        if c in "xuU":
            n = 2 if c == "x" else 4 if c == "u" else 8
            digits = self.get_while(n, "0123456789abcdefABCDEF")
            if len(digits) != n:
                raise self.error(f"incomplete escape {token}{digits}", 2 + len(digits))
            point = number(digits, 16)
            if point > 0x10FFFF:
                raise self.error(f"bad escape {token}{digits}", 2 + len(digits))
            return point
        if c.isascii() and c.isalnum():
            return -1
        return ord(c)

    def octal(self, digits):
        point = number(digits, 8)
        if point > 0o377:
            raise self.error(f"octal escape value \\{digits} outside of range 0-0o377", len(digits) + 1)
        return point

    def escape(self, token, flags):
        """What a backslash and a character mean outside of sets."""
        c = token[1]
        found = "dDsSwW".find(c)
        if found >= 0:
            node = self.character(flags)
            node.classes = 1 << found
            return node
        if c == "A":
            return Node(AT, [], 0)
        if c == "Z":
            return Node(AT, [], 4)
        if c == "b" or c == "B":
            return Node(AT, [], (7 if flags & ASCII else 5) + (c == "B"))
        if c == "0":
            return self.literal(self.octal(c + self.get_while(2, "01234567")), flags)
        if c in "123456789":
            digits = c + self.get_while(1, "0123456789")
            if len(digits) == 2 and digits[0] in "01234567" and digits[1] in "01234567":
                third = self.get_while(1, "01234567")
                if third != "":
                    return self.literal(self.octal(digits + third), flags)
            group = number(digits)
            if group >= len(self.groups):
                raise self.error(f"invalid group reference {group}", len(digits))
            return self.reference(group, len(digits) + 1, flags)
        point = self.simple_escape(token)
        if point < 0:
            raise self.error("bad escape " + token, len(token))
        return self.literal(point, flags)

    def reference(self, group, back, flags):
        if self.groups[group] is None:
            raise self.error("cannot refer to an open group", back)
        self.check_behind(group)
        return Node(GROUPREF, [], group, 1 if flags & IGNORECASE else 0)

    def check_behind(self, group):
        if self.behind > 0:
            if group >= len(self.groups) or self.groups[group] is None:
                raise self.error("cannot refer to an open group")
            if group >= self.behind:
                raise self.error("cannot refer to group defined in the same lookbehind subpattern")

    def name(self, terminator):
        name = self.get_until(terminator, "group name")
        if not is_name(name):
            raise self.error(f"bad character in group name {quoted(name)}", len(name) + 1)
        return name

    def known(self, name):
        """The number of the group of that name."""
        if name not in self.names:
            raise self.error(f"unknown group name {quoted(name)}", len(name) + 1)
        return self.names[name]

    def parenthesis(self, start, flags):
        """What stands in parentheses; None for a comment, or flags for the whole."""
        if not self.accept("?"):
            return self.group("", start, flags)
        token = self.get()
        if token == "":
            raise self.error("unexpected end of pattern")
        if token == "P":
            if self.accept("<"):
                return self.group(self.name(">"), start, flags)
            if self.accept("="):
                name = self.name(")")
                return self.reference(self.known(name), len(name) + 1, flags)
            token = self.get()
            if token == "":
                raise self.error("unexpected end of pattern")
            raise self.error("unknown extension ?P" + token, len(token) + 2)
        if token == ":":
            return Node(SEQUENCE, [self.inner(start, flags)])
        if token == "#":
            while True:
                token = self.get()
                if token == "":
                    raise self.error("missing ), unterminated comment", self.at - start)
                if token == ")":
                    return None
        if token == ">":
            return Node(ATOMIC, [self.inner(start, flags)])
        if token == "(":
            return self.conditional(start, flags)
        if token in "=!<":
            return self.look(token, start, flags)
        if token == "-" or _flag(token):
            add, remove, is_global = self.inline_flags(token)
            if is_global:
                self.flags |= add
                return None
            if add & ASCII:
                flags &= ~UNICODE
            if add & UNICODE:
                flags &= ~ASCII
            return Node(SEQUENCE, [self.inner(start, (flags | add) & ~remove)])
        raise self.error("unknown extension ?" + token, len(token) + 1)

    def inner(self, start, flags):
        node = self.choice(flags)
        if not self.accept(")"):
            raise self.error("missing ), unterminated subpattern", self.at - start)
        return node

    def group(self, name, start, flags):
        number = len(self.groups)
        if name != "":
            if name in self.names:
                was = self.names[name]
                msg = f"redefinition of group name {quoted(name)} as group {number}; was group {was}"
                raise self.error(msg, len(name) + 1)
            self.names[name] = number
        self.groups.append(None)
        inner = self.inner(start, flags)
        self.groups[number] = inner
        return Node(GROUP, [inner], number)

    def look(self, token, start, flags):
        is_behind = token == "<"
        if is_behind:
            token = self.get()
            if token == "":
                raise self.error("unexpected end of pattern")
            if token != "=" and token != "!":
                raise self.error("unknown extension ?<" + token, len(token) + 2)
        before = self.behind
        if is_behind and before == 0:
            self.behind = len(self.groups)
        inner = self.inner(start, flags)
        self.behind = before
        return Node(LOOK, [inner], -1 if is_behind else 1, 1 if token == "!" else 0)

    def conditional(self, start, flags):
        name = self.get_until(")", "group name")
        if is_name(name):
            group = self.known(name)
        else:
            group = number(name)
            if group < 0:
                raise self.error(f"bad character in group name {quoted(name)}", len(name) + 1)
            if group == 0:
                raise self.error("bad group number", len(name) + 1)
            if group >= MAXGROUPS:
                raise self.error(f"invalid group reference {group}", len(name) + 1)
            self.references.append((group, self.at - len(name) - 1))
        self.check_behind(group)
        parts = [self.branch(flags, False)]
        if self.accept("|"):
            parts.append(self.branch(flags, False))
            if self.peek() == "|":
                raise self.error("conditional backref with more than two branches")
        else:
            parts.append(Node(SEQUENCE, []))
        if not self.accept(")"):
            raise self.error("missing ), unterminated subpattern", self.at - start)
        return Node(IF, parts, group)

    def inline_flags(self, token):
        """The flags to be set and to be removed, and whether they hold for the whole."""
        add = 0
        remove = 0
        if token != "-":
            while True:
                if token == "L":
                    raise self.error("bad inline flags: cannot use 'L' flag with a str pattern")
                add |= _flag(token)
                if add & ASCII and add & UNICODE:
                    raise self.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
                token = self.get()
                if token == "":
                    raise self.error("missing -, : or )")
                if token in ")-:":
                    break
                if not _flag(token):
                    msg = "unknown flag" if token.isalpha() else "missing -, : or )"
                    raise self.error(msg, len(token))
        if token == ")":
            return add, 0, True
        if token == "-":
            token = self.get()
            if token == "":
                raise self.error("missing flag")
            if not _flag(token):
                raise self.error("unknown flag" if token.isalpha() else "missing flag", len(token))
            while True:
                if token in "aLu":
                    raise self.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                remove |= _flag(token)
                token = self.get()
                if token == "":
                    raise self.error("missing :")
                if token == ":":
                    break
                if not _flag(token):
                    raise self.error("unknown flag" if token.isalpha() else "missing :", len(token))
        if add & remove:
            raise self.error("bad inline flags: flag turned on and off", 1)
        return add, remove, False


def _flag(letter):
    """The flag of that letter, or 0."""
    if letter == "i":
        return IGNORECASE
    if letter == "m":
        return MULTILINE
    if letter == "s":
        return DOTALL
    if letter == "x":
        return VERBOSE
    if letter == "a":
        return ASCII
    if letter == "u":
        return UNICODE
    return LOCALE if letter == "L" else 0


def _count(digits):
    n = number(digits)
    if n >= MAXREPEAT:
        raise OverflowError("the repetition number is too large")
    return n


# These do by hand what methods of str do for all of Unicode, whose tables are large.


def number(digits, base=10):
    """What the digits say, if not much more than 2**32; -1 where there are others."""
    n = 0
    for c in digits:
        digit = "0123456789abcdefABCDEF".find(c)
        if digit > 15:
            digit -= 6
        if not 0 <= digit < base:
            return -1
        n = min(n * base + digit, 1 << 40)
    return n


def is_name(text):
    return not 0 <= number(text[:1]) and text.replace("_", "a").isalnum()


def quoted(name):
    """The repr of a name that has nothing unprintable."""
    text = name.replace("\\", "\\\\")
    if "'" not in text:
        return f"'{text}'"
    return f'"{text}"' if '"' not in text else "'" + text.replace("'", "\\'") + "'"
