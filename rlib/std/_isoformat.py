"""Dates and times by ISO 8601, as `datetime` reads them."""

from _dates import date_of, days_before_year, is_leap


def end_of_date(text):
    """Where the date ends that a text begins with: `YYYY-MM-DD`, `YYYY-Www-D`, `YYYY-Www`, or one of these
    without its hyphens."""
    if text[4:5] == "-":
        if text[5:6] != "W":
            return 10
        # A hyphen behind the week is that before a day, where one digit follows.
        return 10 if text[8:9] == "-" and _is_number(text[9:10]) and not _is_number(text[10:11]) else 8
    if text[4:5] != "W":
        return 8
    end = 7
    while end < len(text) and _is_number(text[end]):
        end += 1
    if end < 9:
        return end
    # Digits are what separates: a time has an even number of them.
    return 7 if end % 2 == 0 else 8


def read_date(text):
    """Year, month and day, which may be out of their ranges; a year of -1 where it is no date."""
    wrong = (-1, 1, 1)
    if not _is_number(text[:4]) or len(text) not in (7, 8, 10):
        return wrong
    year = int(text[:4])
    rest = text[4:]
    has_hyphens = rest[0] == "-"
    if has_hyphens:
        rest = rest[1:]
    if rest[0] == "W":
        week = rest[1:3]
        day = rest[3:]
        if has_hyphens and day:
            if day[0] != "-" or len(day) != 2:
                return wrong
            day = day[1:]
        if not _is_number(week) or len(week) != 2 or day and (not _is_number(day) or len(day) != 1):
            return wrong
        return date_of_week(year, int(week), int(day) if day else 1)
    month = rest[:2]
    day = rest[2:]
    if has_hyphens:
        if day[:1] != "-":
            return wrong
        day = day[1:]
    if not _is_number(month) or not _is_number(day) or len(day) != 2:
        return wrong
    return year, int(month), int(day)


def date_of_week(year, week, day):
    """The date of a day of an ISO week; a year of -1 where there is no such."""
    if not 1 <= year <= 9999 or not 1 <= day <= 7 or not 1 <= week <= weeks_in_year(year):
        return -1, 1, 1
    return date_of(first_monday(year) + (week - 1) * 7 + day - 1)


def first_monday(year):
    """The first day of the ISO year, counted from the first of the year 1: the Monday of the week with
    the fourth of January."""
    fourth = days_before_year(year) + 3
    return fourth - fourth % 7


def weeks_in_year(year):
    """A year has 53 weeks that has 53 Thursdays."""
    first = days_before_year(year) % 7
    return 53 if first == 3 or first == 2 and is_leap(year) else 52


class TimeParts:
    """What a text says of a time."""

    def __init__(self, text):
        self.hour = 0
        self.minute = 0
        self.second = 0
        self.microsecond = 0
        # In microseconds.
        self.has_offset = False
        self.offset = 0
        if text[:1] == "T":
            text = text[1:]
        self.is_good = self._read(text)

    def _read(self, text):
        at = 0
        while at < len(text) and text[at] not in "+-Z":
            at += 1
        self.has_offset = at < len(text)
        parts, end = _clock(text[:at])
        self.hour, self.minute, self.second, self.microsecond = parts
        # Before an offset there may be a blank.
        if end < 0 or end < at - (1 if self.has_offset else 0):
            return False
        if self.has_offset:
            if text[at] == "Z":
                return at + 1 == len(text)
            offset = text[at + 1 :]
            (hours, minutes, seconds, microseconds), end = _clock(offset)
            self.offset = ((hours * 60 + minutes) * 60 + seconds) * 1000000 + microseconds
            if text[at] == "-":
                self.offset = -self.offset
            return end == len(offset)
        return True


def _clock(text):
    """Hour, minute, second and microsecond, and where the text of these ends: -1 where it is none."""
    wrong = (0, 0, 0, 0), -1
    parts = [0, 0, 0]
    has_colons = text[2:3] == ":"
    at = 0
    for i in range(3):
        if not _is_number(text[at : at + 2]) or len(text) < at + 2:
            return wrong
        parts[i] = int(text[at : at + 2])
        at += 2
        c = text[at : at + 1]
        if i == 2 or c == "" or not (c == ":" if has_colons else _is_number(c)):
            break
        if has_colons:
            at += 1
    microseconds = 0
    if text[at : at + 1] in (".", ",") and i == 2:
        end = at + 1
        while end < len(text) and _is_number(text[end]):
            end += 1
        if end == at + 1:
            return wrong
        microseconds = int(text[at + 1 : min(end, at + 7)].ljust(6, "0"))
        at = end
    return (parts[0], parts[1], parts[2], microseconds), at


def _is_number(text):
    return text.isascii() and text.isdigit()
