r"""Regular expressions, as CPython's re has them."""

from sys import maxsize as _maxsize

from rlib.regex import ll_regex_get, ll_regex_match, ll_regex_registers, ll_regex_search
from rlib.string import ll_str_sub
from rlib.string_index import ll_str_offset, ll_str_position

from ._compiler import compile_tree as _compile_tree
from ._parser import Parser as _Parser
from ._parser import error
from ._template import expand as _expand
from ._template import parse_template as _parse_template

__all__ = [
    "A",
    "ASCII",
    "DOTALL",
    "I",
    "IGNORECASE",
    "M",
    "MULTILINE",
    "Match",
    "NOFLAG",
    "Pattern",
    "S",
    "U",
    "UNICODE",
    "VERBOSE",
    "X",
    "compile",
    "error",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "purge",
    "search",
    "split",
    "sub",
    "subn",
]

NOFLAG = 0
I = IGNORECASE = 2
M = MULTILINE = 8
S = DOTALL = 16
U = UNICODE = 32
X = VERBOSE = 64
A = ASCII = 256


class Match:
    """What a pattern has found. Offsets are in bytes of the text's UTF-8 until somebody asks."""

    def __init__(self, pattern, string, pos, endpos, registers):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._registers = registers

    def _number(self, group):
        """The number of a group, given by number or name."""
        if isinstance(group, str):
            if group not in self.re.groupindex:
                raise IndexError("no such group")
            return self.re.groupindex[group]
        if group < 0 or group > self.re.groups:
            raise IndexError("no such group")
        return group

    def _text(self, number, default):
        return _group(self.string, self._registers, number, default)

    def group(self, *groups):
        if len(groups) == 0:
            return self._text(0, None)
        if len(groups) == 1:
            return self._text(self._number(groups[0]), None)
        return tuple([self._text(self._number(group), None) for group in groups])

    def __getitem__(self, group):
        return self._text(self._number(group), None)

    def groups(self, default=None):
        return tuple([self._text(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(i, default) for name, i in self.re.groupindex.items()}

    def start(self, group=0, /):
        return self._position(2 * self._number(group))

    def end(self, group=0, /):
        return self._position(2 * self._number(group) + 1)

    def span(self, group=0, /):
        number = self._number(group)
        return self._position(2 * number), self._position(2 * number + 1)

    def _position(self, register):
        at = ll_regex_get(self._registers, register)
        return at if at < 0 else ll_str_position(self.string, at)

    @property
    def regs(self):
        return tuple([self.span(i) for i in range(self.re.groups + 1)])

    @property
    def lastindex(self):
        last = ll_regex_get(self._registers, 2 * self.re.groups + 2)
        return last if last >= 0 else None

    @property
    def lastgroup(self):
        last = ll_regex_get(self._registers, 2 * self.re.groups + 2)
        for name, i in self.re.groupindex.items():
            if i == last:
                return name
        return None

    def expand(self, template):
        return _expand(_parse_template(template, self.re), self.string, self._registers)

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={self._text(0, None)!r}>"


def _group(string, registers, number, default):
    """The text of a group."""
    start = ll_regex_get(registers, 2 * number)
    end = ll_regex_get(registers, 2 * number + 1)
    return ll_str_sub(string, start, end) if start >= 0 and end >= 0 else default


def _offsets(string, pos, endpos):
    """Where to begin and to end, in bytes; the first lies behind the second where nothing can
    match."""
    n = len(string)
    start = min(max(pos, 0), n)
    end = min(max(endpos, 0), n)
    return ll_str_offset(string, start), ll_str_offset(string, end)


def _checked(string):
    """A text to look through."""
    if not isinstance(string, str):
        raise TypeError(f"expected string or bytes-like object, got {type(string).__name__!r}")
    return string


class Pattern:
    def __init__(self, pattern, flags, groups, names, code):
        self.pattern = pattern
        self.flags = flags
        self.groups = groups
        self.groupindex = names
        self._code = code

    def match(self, string, pos=0, endpos=_maxsize):
        return self._match(string, pos, endpos, False)

    def fullmatch(self, string, pos=0, endpos=_maxsize):
        return self._match(string, pos, endpos, True)

    def _match(self, string, pos, endpos, to_end):
        string = _checked(string)
        at, end = _offsets(string, pos, endpos)
        registers = ll_regex_registers(self._code)
        if at > end or not ll_regex_match(self._code, string, at, end, registers, to_end, False):
            return None
        return Match(self, string, min(max(pos, 0), len(string)), min(endpos, len(string)), registers)

    def search(self, string, pos=0, endpos=_maxsize):
        string = _checked(string)
        at, end = _offsets(string, pos, endpos)
        registers = ll_regex_registers(self._code)
        if at > end or not ll_regex_search(self._code, string, at, end, registers, False):
            return None
        return Match(self, string, min(max(pos, 0), len(string)), min(endpos, len(string)), registers)

    def finditer(self, string, pos=0, endpos=_maxsize):
        return self._matches(_checked(string), pos, endpos)

    def _matches(self, string, pos, endpos):
        at, end = _offsets(string, pos, endpos)
        pos, endpos = min(max(pos, 0), len(string)), min(endpos, len(string))
        was_empty = False
        while at <= end:
            registers = ll_regex_registers(self._code)
            if not ll_regex_search(self._code, string, at, end, registers, was_empty):
                break
            at = ll_regex_get(registers, 1)
            was_empty = at == ll_regex_get(registers, 0)
            yield Match(self, string, pos, endpos, registers)

    def findall(self, string, pos=0, endpos=_maxsize):
        if self.groups < 2:
            return self._findall_texts(string, pos, endpos)
        return self._findall_tuples(string, pos, endpos)

    def _findall_texts(self, string, pos, endpos):
        string = _checked(string)
        at, end = _offsets(string, pos, endpos)
        registers = ll_regex_registers(self._code)
        was_empty = False
        found = []
        while at <= end and ll_regex_search(self._code, string, at, end, registers, was_empty):
            at = ll_regex_get(registers, 1)
            was_empty = at == ll_regex_get(registers, 0)
            found.append(_group(string, registers, self.groups, ""))
        return found

    def _findall_tuples(self, string, pos, endpos):
        string = _checked(string)
        at, end = _offsets(string, pos, endpos)
        registers = ll_regex_registers(self._code)
        was_empty = False
        found = []
        while at <= end and ll_regex_search(self._code, string, at, end, registers, was_empty):
            at = ll_regex_get(registers, 1)
            was_empty = at == ll_regex_get(registers, 0)
            found.append(tuple([_group(string, registers, i, "") for i in range(1, self.groups + 1)]))
        return found

    def split(self, string, maxsplit=0):
        string = _checked(string)
        at, end = _offsets(string, 0, _maxsize)
        registers = ll_regex_registers(self._code)
        was_empty = False
        last = 0
        pieces = []
        n = 0
        while (maxsplit == 0 or n < maxsplit) and ll_regex_search(self._code, string, at, end, registers, was_empty):
            start, at = ll_regex_get(registers, 0), ll_regex_get(registers, 1)
            was_empty = start == at
            pieces.append(ll_str_sub(string, last, start))
            for i in range(1, self.groups + 1):
                pieces.append(_group(string, registers, i, None))
            last = at
            n += 1
        pieces.append(ll_str_sub(string, last, end))
        return pieces

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        if isinstance(repl, str):
            template = _parse_template(repl, self) if "\\" in repl else [(-1, repl)]
        string = _checked(string)
        at, end = _offsets(string, 0, _maxsize)
        registers = ll_regex_registers(self._code)
        was_empty = False
        last = 0
        pieces = []
        n = 0
        while (count == 0 or n < count) and ll_regex_search(self._code, string, at, end, registers, was_empty):
            start, at = ll_regex_get(registers, 0), ll_regex_get(registers, 1)
            was_empty = start == at
            if last < start:
                pieces.append(ll_str_sub(string, last, start))
            if isinstance(repl, str):
                pieces.append(_expand(template, string, registers))
            else:
                pieces.append(repl(Match(self, string, 0, len(string), registers)))
                registers = ll_regex_registers(self._code)
            last = at
            n += 1
        pieces.append(ll_str_sub(string, last, end))
        return "".join(pieces), n

    def __repr__(self):
        flags = self.flags & ~UNICODE
        names = []
        for flag, name in _NAMES:
            if flags & flag:
                names.append(name)
        text = repr(self.pattern)[:200]
        return f"re.compile({text}, {'|'.join(names)})" if names else f"re.compile({text})"


_NAMES = [
    (IGNORECASE, "re.IGNORECASE"),
    (MULTILINE, "re.MULTILINE"),
    (DOTALL, "re.DOTALL"),
    (VERBOSE, "re.VERBOSE"),
    (ASCII, "re.ASCII"),
]

_known = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, str):
        raise TypeError("first argument must be string or compiled pattern")
    key = pattern, flags
    if key not in _known:
        if len(_known) >= 512:
            _known.clear()
        _known[key] = _compile(pattern, flags)
    return _known[key]


def _compile(pattern, flags):
    parser = _Parser(pattern, flags)
    tree = parser.whole()
    flags = parser.flags
    if flags & ASCII and flags & UNICODE:
        raise ValueError("ASCII and UNICODE flags are incompatible")
    if not flags & ASCII:
        flags |= UNICODE
    code = _compile_tree(tree, parser.groups, False)
    return Pattern(pattern, flags, len(parser.groups) - 1, parser.names, code)


def purge():
    _known.clear()


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def escape(pattern):
    if not isinstance(pattern, str):
        raise TypeError(f"decoding to str: need a bytes-like object, {type(pattern).__name__} found")
    pieces = []
    for c in pattern:
        if c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f":
            pieces.append("\\")
        pieces.append(c)
    return "".join(pieces)
