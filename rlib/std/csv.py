"""Rows of fields as text, in the dialect of spreadsheets and others: RFC 4180, and what the
documentation says beyond it."""

__all__ = [
    "Dialect",
    "DictReader",
    "DictWriter",
    "Error",
    "QUOTE_ALL",
    "QUOTE_MINIMAL",
    "QUOTE_NONE",
    "QUOTE_NONNUMERIC",
    "excel",
    "excel_tab",
    "field_size_limit",
    "get_dialect",
    "list_dialects",
    "reader",
    "register_dialect",
    "unix_dialect",
    "unregister_dialect",
    "writer",
]

QUOTE_MINIMAL = 0
QUOTE_ALL = 1
QUOTE_NONNUMERIC = 2
QUOTE_NONE = 3


class Error(Exception):
    pass


class Dialect:
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


class _Format:
    """A dialect that has been looked at."""

    def __init__(
        self, delimiter, quotechar, escapechar, doublequote, skipinitialspace, lineterminator, quoting, strict
    ):
        self.delimiter = _character(delimiter, "delimiter")
        self.quotechar = None if quotechar is None else _character(quotechar, "quotechar")
        self.escapechar = None if escapechar is None else _character(escapechar, "escapechar")
        self.doublequote = bool(doublequote)
        self.skipinitialspace = bool(skipinitialspace)
        if lineterminator is None:
            raise TypeError("lineterminator must be set")
        self.lineterminator = lineterminator
        if not isinstance(quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not QUOTE_MINIMAL <= quoting <= QUOTE_NONE:
            raise TypeError('bad "quoting" value')
        self.quoting = quoting
        self.strict = bool(strict)
        if quoting != QUOTE_NONE and quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")


def _character(text, name):
    if not isinstance(text, str):
        raise TypeError(f'"{name}" must be string, not {type(text).__name__}')
    if len(text) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')
    return text


_registered = {
    "excel": _Format(",", '"', None, True, False, "\r\n", QUOTE_MINIMAL, False),
    "excel-tab": _Format("\t", '"', None, True, False, "\r\n", QUOTE_MINIMAL, False),
    "unix": _Format(",", '"', None, True, False, "\n", QUOTE_ALL, False),
}
_limit = 131072


def _format(
    dialect, delimiter, quotechar, escapechar, doublequote, skipinitialspace, lineterminator, quoting, strict
):
    """The dialect with what was given beside it; `...` stands for nothing."""
    if isinstance(dialect, str):
        if dialect not in _registered:
            raise Error("unknown dialect")
        return _changed(
            _registered[dialect],
            delimiter,
            quotechar,
            escapechar,
            doublequote,
            skipinitialspace,
            lineterminator,
            quoting,
            strict,
        )
    return _changed(
        dialect, delimiter, quotechar, escapechar, doublequote, skipinitialspace, lineterminator, quoting, strict
    )


def _changed(base, delimiter, quotechar, escapechar, doublequote, skipinitialspace, lineterminator, quoting, strict):
    if quoting is ...:
        quoting = QUOTE_NONE if quotechar is None else base.quoting
    return _Format(
        base.delimiter if delimiter is ... else delimiter,
        base.quotechar if quotechar is ... else quotechar,
        base.escapechar if escapechar is ... else escapechar,
        base.doublequote if doublequote is ... else doublequote,
        base.skipinitialspace if skipinitialspace is ... else skipinitialspace,
        base.lineterminator if lineterminator is ... else lineterminator,
        quoting,
        getattr(base, "strict", False) if strict is ... else strict,
    )


def register_dialect(
    name,
    dialect="excel",
    *,
    delimiter=...,
    quotechar=...,
    escapechar=...,
    doublequote=...,
    skipinitialspace=...,
    lineterminator=...,
    quoting=...,
    strict=...,
):
    _registered[name] = _format(
        dialect, delimiter, quotechar, escapechar, doublequote, skipinitialspace, lineterminator, quoting, strict
    )


def unregister_dialect(name):
    if name not in _registered:
        raise Error("unknown dialect")
    del _registered[name]


def get_dialect(name):
    if name not in _registered:
        raise Error("unknown dialect")
    return _registered[name]


def list_dialects():
    return list(_registered)


def field_size_limit(new_limit=None, /):
    global _limit
    old = _limit
    if new_limit is not None:
        _limit = new_limit
    return old


def reader(
    csvfile,
    /,
    dialect="excel",
    *,
    delimiter=...,
    quotechar=...,
    escapechar=...,
    doublequote=...,
    skipinitialspace=...,
    lineterminator=...,
    quoting=...,
    strict=...,
):
    format = _format(
        dialect, delimiter, quotechar, escapechar, doublequote, skipinitialspace, lineterminator, quoting, strict
    )
    if quoting is not ... and quoting == QUOTE_NONNUMERIC:
        return _NumberReader(csvfile, format)
    if format.quoting == QUOTE_NONNUMERIC:
        raise NotImplementedError("QUOTE_NONNUMERIC must be given where csv.reader is called")
    return _Reader(csvfile, format)


# Where the characters of a record stand: at its beginning, at that of a field, in one, in quotes, behind
# a quote in quotes (which may be half of one that is meant), behind the end of a line.
_RECORD = 0
_START = 1
_FIELD = 2
_QUOTED = 3
_CLOSED = 4
_END = 5


class _Reader:
    """The rows, each a list of str; a field in quotes may go on in the next line."""

    def __init__(self, csvfile, format):
        self._lines = iter(csvfile)
        self.dialect = format
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        fields, _ = _record(self)
        return fields


class _NumberReader:
    """The same, where a field without quotes is a float."""

    def __init__(self, csvfile, format):
        self._lines = iter(csvfile)
        self.dialect = format
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        fields, are_texts = _record(self)
        return [field if is_text or not field else float(field) for field, is_text in zip(fields, are_texts)]


def _next_line(reader):
    for line in reader._lines:
        reader.line_num += 1
        return line
    return None


def _record(reader):
    """The next record, and which of its fields are texts for sure: those that began with a quote."""
    format = reader.dialect
    line = _next_line(reader)
    if line is None:
        raise StopIteration
    delimiter = format.delimiter
    quote = "" if format.quotechar is None or format.quoting == QUOTE_NONE else format.quotechar
    escape = "" if format.escapechar is None else format.escapechar
    if not (quote and quote in line or escape and escape in line or format.skipinitialspace):
        return _plain(line, delimiter)
    fields = []
    are_texts = []
    parts = []
    is_text = False
    state = _RECORD
    # Behind the end of a line that was escaped a field goes on, from line to line.
    goes_on = False
    while True:
        at = 0
        is_cut = False
        while at < len(line):
            c = line[at]
            at += 1
            is_end = c == "\n" or c == "\r"
            if state == _RECORD:
                state = _END if is_end else _START
            if state == _END:
                if not is_end:
                    raise Error(_NEW_LINE)
                continue
            if state == _CLOSED and c == quote:
                parts.append(c)
                state = _QUOTED
            elif state == _CLOSED and c != delimiter and not is_end:
                if format.strict:
                    raise Error(f"'{delimiter}' expected after '{quote}'")
                parts.append(c)
                state = _FIELD
            elif c == escape:
                is_cut = at == len(line)
                goes_on = not is_cut and state != _QUOTED and line[at] in "\r\n"
                parts.append("\n" if is_cut else line[at])
                at += 1
                if state == _START:
                    state = _FIELD
                    is_text = True
            elif state == _QUOTED and c == quote:
                state = _CLOSED if format.doublequote else _FIELD
            elif state == _QUOTED:
                # All at once, up to what has a meaning.
                first = at - 1
                while at < len(line) and line[at] != quote and line[at] != escape:
                    at += 1
                parts.append(line[first:at])
            elif c == delimiter or is_end:
                fields.append(_joined(parts))
                are_texts.append(is_text)
                parts = []
                is_text = False
                goes_on = False
                state = _END if is_end else _START
            elif state == _START and c == quote:
                state = _QUOTED
                is_text = True
            elif state != _START or c != " " or not format.skipinitialspace:
                first = at - 1
                while at < len(line) and line[at] not in (delimiter, "\n", "\r", escape):
                    at += 1
                parts.append(line[first:at])
                state = _FIELD
        if state != _QUOTED and not is_cut and not goes_on:
            break
        line = _next_line(reader)
        if line is None:
            if format.strict:
                raise Error("unexpected end of data")
            break
    if state != _END and state != _RECORD:
        fields.append(_joined(parts))
        are_texts.append(is_text)
    return fields, are_texts


_NEW_LINE = "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?"


def _joined(parts):
    field = parts[0] if len(parts) == 1 else "".join(parts)
    if len(field) > _limit:
        raise Error(f"field larger than field limit ({_limit})")
    return field


def _plain(line, delimiter):
    """A record without quotes and the like."""
    end = len(line)
    while end > 0 and line[end - 1] in "\r\n":
        end -= 1
    if end < len(line):
        line = line[:end]
    if "\n" in line or "\r" in line:
        raise Error(_NEW_LINE)
    fields = line.split(delimiter) if line else []
    if end > _limit:
        for field in fields:
            if len(field) > _limit:
                raise Error(f"field larger than field limit ({_limit})")
    return fields, [False] * len(fields)


class DictReader:
    """The rows as dicts. The keys are `fieldnames`, or else the first row."""

    def __init__(
        self,
        f,
        fieldnames=None,
        restkey=None,
        restval=None,
        dialect="excel",
        *,
        delimiter=...,
        quotechar=...,
        escapechar=...,
        doublequote=...,
        skipinitialspace=...,
        lineterminator=...,
        quoting=...,
        strict=...,
    ):
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(
            f,
            dialect,
            delimiter=delimiter,
            quotechar=quotechar,
            escapechar=escapechar,
            doublequote=doublequote,
            skipinitialspace=skipinitialspace,
            lineterminator=lineterminator,
            quoting=quoting,
            strict=strict,
        )
        self.dialect = dialect
        self.line_num = 0

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            for row in self.reader:
                self._fieldnames = row
                break
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while len(row) == 0:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        if names is None:
            raise StopIteration
        d = dict(zip(names, row))
        if len(row) > len(names):
            d[self.restkey] = row[len(names) :]
        for name in names[len(row) :]:
            d[name] = self.restval
        return d


class writer:
    """Rows go to an object with a method `write`."""

    def __init__(
        self,
        csvfile,
        /,
        dialect="excel",
        *,
        delimiter=...,
        quotechar=...,
        escapechar=...,
        doublequote=...,
        skipinitialspace=...,
        lineterminator=...,
        quoting=...,
        strict=...,
    ):
        self._file = csvfile
        self.dialect = _format(
            dialect, delimiter, quotechar, escapechar, doublequote, skipinitialspace, lineterminator, quoting, strict
        )

    def writerow(self, row):
        format = self.dialect
        special = format.delimiter + format.lineterminator
        if format.quotechar is not None:
            special += format.quotechar
        if format.escapechar is not None:
            special += format.escapechar
        fields = []
        for value in row:
            text = value if isinstance(value, str) else "" if value is None else str(value)
            is_number = isinstance(value, (int, float))
            is_quoted = format.quoting == QUOTE_ALL or format.quoting == QUOTE_NONNUMERIC and not is_number
            for c in special:
                if c in text:
                    text, needs_quotes = _escaped(text, format)
                    is_quoted = is_quoted or needs_quotes
                    break
            fields.append(f"{format.quotechar}{text}{format.quotechar}" if is_quoted else text)
        if len(fields) == 1 and fields[0] == "":
            if format.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            fields[0] = f"{format.quotechar}{format.quotechar}"
        return self._file.write(format.delimiter.join(fields) + format.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def _escaped(text, format):
    """The text with what is special in it escaped; and whether it must stand in quotes, too."""
    needs_quotes = False
    pieces = []
    for c in text:
        is_quote = c == format.quotechar
        if is_quote or c == format.escapechar or c == format.delimiter or c in format.lineterminator:
            if format.quoting != QUOTE_NONE and is_quote and format.doublequote:
                pieces.append(c)
                needs_quotes = True
            elif format.quoting == QUOTE_NONE or is_quote or c == format.escapechar:
                if format.escapechar is None:
                    raise Error("need to escape, but no escapechar set")
                pieces.append(format.escapechar)
            else:
                needs_quotes = True
        pieces.append(c)
    return "".join(pieces), needs_quotes


class DictWriter:
    """Rows that are dicts: their values by `fieldnames`."""

    def __init__(
        self,
        f,
        fieldnames,
        restval="",
        extrasaction="raise",
        dialect="excel",
        *,
        delimiter=...,
        quotechar=...,
        escapechar=...,
        doublequote=...,
        skipinitialspace=...,
        lineterminator=...,
        quoting=...,
        strict=...,
    ):
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(
            f,
            dialect,
            delimiter=delimiter,
            quotechar=quotechar,
            escapechar=escapechar,
            doublequote=doublequote,
            skipinitialspace=skipinitialspace,
            lineterminator=lineterminator,
            quoting=quoting,
            strict=strict,
        )

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def writerow(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [repr(key) for key in rowdict if key not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(wrong))
        return self.writer.writerow([rowdict.get(name, self.restval) for name in self.fieldnames])

    def writerows(self, rowdicts):
        for rowdict in rowdicts:
            self.writerow(rowdict)
