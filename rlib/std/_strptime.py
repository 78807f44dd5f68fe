"""Dates and times read from texts, for `time` and `datetime`. Where a field could end at several
places, as that of `%d` in "12020", they are tried in the order in which CPython's patterns try them."""

from _dates import DAYS, MONTHS, date_of, days_before_month, days_before_year, days_in_month, is_leap


class Reader:
    """What a text says, by a format."""

    def __init__(self, text, format):
        self.text = text
        self.format = format
        self.items = _items(format, format)
        self.year = 0
        self.month = 1
        self.day = 1
        self.hour = 0
        self.minute = 0
        self.second = 0
        self.microsecond = 0
        self.weekday = -1
        self.yday = 0
        self.is_dst = -1
        self.zone = ""
        # Of `%z`, in seconds and microseconds.
        self.has_offset = False
        self.offset = 0
        self.offset_fraction = 0
        self._has_year = False
        self._is_pm = -1
        self._week = -1
        self._week_begins = 0
        self._iso_year = -1
        self._iso_week = -1
        self._ends = [0 for _ in self.items]
        end = self._match(0, 0)
        if end < 0:
            raise ValueError(f"time data {text!r} does not match format {format!r}")
        if end < len(text):
            raise ValueError(f"unconverted data remains: {text[end:]}")
        self._take_all()
        self._complete()

    def _match(self, number, at):
        """Where the items from this one on end, or -1."""
        if number == len(self.items):
            return at
        for end in _ends(self.items[number], self.text, at):
            self._ends[number] = end
            whole = self._match(number + 1, end)
            if whole >= 0:
                return whole
        return -1

    def _take_all(self):
        is_pm = -1
        at = 0
        for item, end in zip(self.items, self._ends):
            if item == "%p":
                is_pm = 1 if self.text[at] in "pP" else 0
            at = end
        self._is_pm = is_pm
        at = 0
        for item, end in zip(self.items, self._ends):
            if len(item) == 2:
                self._take(item[1], self.text[at:end])
            at = end

    def _take(self, directive, text):
        if directive in "aAbB":
            names = DAYS if directive in "aA" else MONTHS
            number = _name(names, text, directive in "ab")
            if directive in "aA":
                self.weekday = number
            else:
                self.month = number + 1
        elif directive == "z":
            self._take_offset(text)
        elif directive == "Z":
            self.zone = text
            self.is_dst = 0
        elif directive == "f":
            self.microsecond = int(text.ljust(6, "0"))
        elif directive not in "p%":
            self._take_number(directive, int(text))

    def _take_number(self, directive, n):
        if directive == "Y":
            self.year = n
            self._has_year = True
        elif directive == "y":
            self.year = n + 2000 if n <= 68 else n + 1900
            self._has_year = True
        elif directive == "m":
            self.month = n
        elif directive == "d":
            self.day = n
        elif directive == "H":
            self.hour = n
        elif directive == "I":
            self.hour = n % 12 + (12 if self._is_pm == 1 else 0)
        elif directive == "M":
            self.minute = n
        elif directive == "S":
            self.second = n
        elif directive == "j":
            self.yday = n
        elif directive == "w":
            self.weekday = (n + 6) % 7
        elif directive == "u":
            self.weekday = n - 1
        elif directive == "U" or directive == "W":
            self._week = n
            self._week_begins = 6 if directive == "U" else 0
        elif directive == "G":
            self._iso_year = n
        elif directive == "V":
            self._iso_week = n

    def _take_offset(self, text):
        self.has_offset = True
        if text == "Z":
            return
        digits = text[1:]
        if digits[2] == ":":
            digits = digits[:2] + digits[3:]
            if len(digits) > 5:
                if digits[4] != ":":
                    raise ValueError(f"Inconsistent use of : in {text}")
                digits = digits[:4] + digits[5:]
        seconds = int(digits[4:6] or 0)
        offset = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + seconds
        fraction = int((digits[7:] or "0").ljust(6, "0"))
        self.offset = -offset if text[0] == "-" else offset
        self.offset_fraction = -fraction if text[0] == "-" else fraction

    def _complete(self):
        """Finds what was not said."""
        weekdays = "a weekday directive ('%A', '%a', '%w', or '%u')."
        if self._iso_year >= 0:
            if self._iso_week < 0 or self.weekday < 0:
                raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and " + weekdays)
            if self.yday > 0:
                raise ValueError(
                    "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead."
                )
        elif self._iso_week >= 0:
            if self.weekday < 0:
                raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and " + weekdays)
            raise ValueError(
                "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead."
            )
        is_february = not self._has_year and self.month == 2 and self.day == 29
        if not self._has_year:
            self.year = 1904 if is_february else 1900
        if self.yday == 0 and self.weekday >= 0:
            if self._week >= 0:
                self.yday = self._day_of_week()
                self._go_back()
            elif self._iso_year >= 0:
                self.year = self._iso_year
                fourth = (days_before_year(self.year) + 3) % 7
                self.yday = self._iso_week * 7 + self.weekday - fourth - 3
                self._go_back()
        if not 1 <= self.year <= 9999:
            raise ValueError(f"year {self.year} is out of range")
        if self.yday == 0:
            if self.day > days_in_month(self.year, self.month):
                raise ValueError("day is out of range for month")
            self.yday = days_before_month(self.year, self.month) + self.day
        else:
            self.year, self.month, self.day = date_of(days_before_year(self.year) + self.yday - 1)
        if self.weekday < 0:
            self.weekday = (days_before_year(self.year) + days_before_month(self.year, self.month) + self.day - 1) % 7
        if is_february:
            self.year = 1900

    def _day_of_week(self):
        """The day of the year of this day of the week in a week that is counted from the year's first
        Monday or Sunday on."""
        first = days_before_year(self.year) % 7
        weekday = self.weekday
        if self._week_begins == 6:
            first = (first + 1) % 7
            weekday = (weekday + 1) % 7
        if self._week == 0:
            return 1 + weekday - first
        return 1 + (7 - first) % 7 + 7 * (self._week - 1) + weekday

    def _go_back(self):
        """A day before the year's first is one of the year before."""
        if self.yday <= 0:
            self.year -= 1
            self.yday += 366 if is_leap(self.year) else 365


def _items(format, whole):
    """The parts of a format: directives, one character each of what stands for itself, and " " for
    blanks."""
    items = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c.isspace():
            while i < len(format) and format[i].isspace():
                i += 1
            items.append(" ")
        elif c != "%":
            items.append(c)
        elif i == len(format):
            raise ValueError(f"stray % in format {whole!r}")
        else:
            c = format[i]
            i += 1
            if c == "c":
                items.extend(_items("%a %b %d %H:%M:%S %Y", whole))
            elif c == "x":
                items.extend(_items("%m/%d/%y", whole))
            elif c == "X":
                items.extend(_items("%H:%M:%S", whole))
            elif c in "aAbBdfHIjmMpSuUVwWyYzZG%":
                items.append("%" + c)
            else:
                raise ValueError(f"{c!r} is a bad directive in format {whole!r}")
    return items


# For each directive of two digits or one: the least and the greatest number, and the least digit.
_SMALL = {
    "d": (1, 31, 1),
    "H": (0, 23, 0),
    "I": (1, 12, 1),
    "m": (1, 12, 1),
    "M": (0, 59, 0),
    "S": (0, 61, 0),
    "U": (0, 53, 0),
    "V": (1, 53, 0),
    "W": (0, 53, 0),
}


def _ends(item, text, at):
    """Where an item that begins at a place may end, the best first."""
    ends = []
    if item == " ":
        end = at
        while end < len(text) and text[end].isspace():
            end += 1
            ends.append(end)
        ends.reverse()
    elif len(item) == 1 or item == "%%":
        if at < len(text) and text[at].lower() == item[-1].lower():
            ends.append(at + 1)
    elif item[1] in _SMALL:
        low, high, digit = _SMALL[item[1]]
        if _are_digits(text, at, 2) and low <= int(text[at : at + 2]) <= high:
            ends.append(at + 2)
        if _are_digits(text, at, 1) and int(text[at]) >= digit:
            ends.append(at + 1)
        if item == "%d" and text[at : at + 1] == " " and _are_digits(text, at + 1, 1) and text[at + 1] != "0":
            ends.append(at + 2)
    elif item == "%j":
        for n in (3, 2, 1):
            if _are_digits(text, at, n) and 1 <= int(text[at : at + n]) <= 366:
                ends.append(at + n)
    elif item == "%f":
        for n in (6, 5, 4, 3, 2, 1):
            if _are_digits(text, at, n):
                ends.append(at + n)
    elif item == "%Y" or item == "%G":
        if _are_digits(text, at, 4):
            ends.append(at + 4)
    elif item == "%y":
        if _are_digits(text, at, 2):
            ends.append(at + 2)
    elif item == "%w" or item == "%u":
        low = 0 if item == "%w" else 1
        if _are_digits(text, at, 1) and low <= int(text[at]) < low + 7:
            ends.append(at + 1)
    elif item == "%z":
        ends = _offset_ends(text, at)
    elif item == "%p":
        if text[at : at + 2].lower() in ("am", "pm"):
            ends.append(at + 2)
    elif item == "%Z":
        if text[at : at + 3].lower() in ("utc", "gmt"):
            ends.append(at + 3)
    else:
        is_short = item == "%a" or item == "%b"
        for name in DAYS if item in ("%a", "%A") else MONTHS:
            n = 3 if is_short else len(name)
            if text[at : at + n].lower() == name[:n].lower():
                ends.append(at + n)
    return ends


def _are_digits(text, at, n):
    digits = text[at : at + n]
    return len(digits) == n and digits.isascii() and digits.isdigit()


def _name(names, text, is_short):
    text = text.lower()
    for number, name in enumerate(names):
        if text == (name[:3].lower() if is_short else name.lower()):
            return number
    return -1


def _offset_ends(text, at):
    """`Z` or `+HH:MM:SS.ffffff`, where the colons and the last parts may be missing."""
    if text[at : at + 1] == "Z":
        return [at + 1]
    ends = []
    if text[at : at + 1] not in ("+", "-") or not _are_digits(text, at + 1, 2):
        return ends
    at += 3
    for _ in range(2):
        if text[at : at + 1] == ":":
            at += 1
        if not _are_digits(text, at, 2) or text[at] > "5":
            break
        at += 2
        ends.append(at)
    if len(ends) == 2 and text[at : at + 1] == ".":
        for n in (1, 2, 3, 4, 5, 6):
            if _are_digits(text, at + 1, n):
                ends.append(at + 1 + n)
    ends.reverse()
    return ends
