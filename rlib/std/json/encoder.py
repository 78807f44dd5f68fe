"""Writing JSON.

`flags` are skipkeys, ensure_ascii, allow_nan and sort_keys; `default` is the function that
makes of a value that JSON does not have one that it has, or None.
"""

from rlib.json_quote import ll_json_quote

__all__ = ["JSONEncoder"]


# What is nested deeper is taken for something that holds itself: CPython, too, writes nothing that
# is nested so deep.
DEEPEST = 1000


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(
        self,
        *,
        skipkeys=False,
        ensure_ascii=True,
        check_circular=True,
        allow_nan=True,
        sort_keys=False,
        indent=None,
        separators=None,
        default=None,
    ):
        self.flags = skipkeys, ensure_ascii, allow_nan, sort_keys
        self.indent = indent
        self.separators = separators
        self.given_default = default

    def default(self, o):
        if self.given_default is not None:
            return self.given_default(o)
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        return encode(o, self.indent, self.separators, self.flags, self.default)

    def iterencode(self, o, _one_shot=False):
        return iter([self.encode(o)])


def encode(obj, indent, separators, flags, default):
    if separators is not None:
        comma, colon = separators
    else:
        comma, colon = (", " if indent is None else ","), ": "
    if indent is None:
        layout = comma, colon, None
    elif isinstance(indent, str):
        layout = comma, colon, indent
    else:
        layout = comma, colon, " " * indent
    out = _Pieces()
    _write(out, obj, 0, layout, flags, default)
    return out.text()


class _Pieces:
    """A text that grows. The pieces are joined before they grow old, which is cheap for a
    collector with generations."""

    def __init__(self):
        self.pieces = []
        self.joined = []

    def append(self, piece):
        self.pieces.append(piece)
        if len(self.pieces) == 500:
            self.joined.append("".join(self.pieces))
            self.pieces.clear()

    def text(self):
        return "".join(self.joined) + "".join(self.pieces)


def _write(out, obj, depth, layout, flags, default):
    """Adds the texts that make up the value; `depth` is how many lists and dicts are around it."""
    if isinstance(obj, str):
        out.append(ll_json_quote(obj, flags[1]))
    elif obj is None:
        out.append("null")
    elif isinstance(obj, bool):
        out.append("true" if obj else "false")
    elif isinstance(obj, int):
        out.append(str(obj))
    elif isinstance(obj, float):
        out.append(_float(obj, flags[2]))
    elif isinstance(obj, dict):
        _write_dict(out, obj, depth, layout, flags, default)
    elif isinstance(obj, (list, tuple)):
        _write_list(out, obj, depth, layout, flags, default)
    elif default is None:
        raise TypeError(f"Object of type {type(obj).__name__} is not JSON serializable")
    else:
        _write(out, default(obj), depth, layout, flags, default)


def _write_list(out, items, depth, layout, flags, default):
    if len(items) == 0:
        out.append("[]")
        return
    first, between, last = _margins(depth, layout)
    out.append("[" + first)
    is_first = True
    for item in items:
        if not is_first:
            out.append(between)
        is_first = False
        _write(out, item, depth + 1, layout, flags, default)
    out.append(last + "]")


def _write_dict(out, members, depth, layout, flags, default):
    if len(members) == 0:
        out.append("{}")
        return
    first, between, last = _margins(depth, layout)
    out.append("{" + first)
    is_first = True
    for key, value in sorted(members.items(), key=_key_of) if flags[3] else members.items():
        name = _key(key, flags)
        if name is None:
            continue
        if not is_first:
            out.append(between)
        is_first = False
        out.append(ll_json_quote(name, flags[1]) + layout[1])
        _write(out, value, depth + 1, layout, flags, default)
    out.append(last + "}")


def _key_of(item):
    return item[0]


def _margins(depth, layout):
    """What stands before, between and behind the items of a list or dict."""
    comma, _, step = layout
    if depth == DEEPEST:
        raise ValueError("Circular reference detected")
    if step is None:
        return "", comma, ""
    margin = "\n" + step * depth
    return margin + step, comma + margin + step, margin


def _key(key, flags):
    """The text of a key; None for one to be left out."""
    if isinstance(key, str):
        return key
    if key is None:
        return "null"
    if isinstance(key, bool):
        return "true" if key else "false"
    if isinstance(key, int):
        return str(key)
    if isinstance(key, float):
        return _float(key, flags[2])
    if flags[0]:
        return None
    raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")


def _float(x, allow_nan):
    if x - x == 0.0:
        return repr(x)
    if not allow_nan:
        raise ValueError("Out of range float values are not JSON compliant")
    return "NaN" if x != x else "Infinity" if x > 0.0 else "-Infinity"
