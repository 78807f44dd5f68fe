"""Building and taking apart strings."""


class ParseStringError(Exception):
    def __init__(self, msg):
        self.msg = msg


class ParseStringOverflowError(Exception):
    def __init__(self, parser):
        self.parser = parser


class StringBuilder:
    """A string that grows at its end."""

    def __init__(self, init_size=100):
        self.text = ""

    def append(self, s):
        self.text += s

    def append_slice(self, s, start, end):
        self.text += s[start:end]

    def append_multiple_char(self, c, times):
        self.text += c * times

    def build(self):
        return self.text

    def getlength(self):
        return len(self.text)


UnicodeBuilder = StringBuilder


def split(value, by=None, maxsplit=-1):
    return value.split(by, maxsplit)


def rsplit(value, by=None, maxsplit=-1):
    return value.rsplit(by, maxsplit)


def replace(value, sub, by, maxcount=-1):
    return value.replace(sub, by, maxcount)


def startswith(u_self, prefix, start=0, end=9223372036854775807):
    return u_self.startswith(prefix, start, end)


def endswith(u_self, suffix, start=0, end=9223372036854775807):
    return u_self.endswith(suffix, start, end)


def find(value, other, start, end):
    return value.find(other, start, end)


def rfind(value, other, start, end):
    return value.rfind(other, start, end)


def count(value, other, start, end):
    return value.count(other, start, end)


def strip_spaces(s):
    """Without the blanks at both ends, of ASCII."""
    return s.strip(" \f\n\r\t\v")


def assert_str0(s):
    assert "\0" not in s, "NUL bytes in the string"
    return s
