"""Dates, times, and the spans between them, in the Gregorian calendar of all times. Local time is UTC."""

import time as _time
from _dates import DAYS, MONTHS, date_of, days_before_month, days_before_year, days_in_month
from _isoformat import TimeParts, date_of_week, end_of_date, first_monday, read_date, weeks_in_year
from _strptime import Reader
from collections import namedtuple
from math import floor as _floor

__all__ = ["MAXYEAR", "MINYEAR", "UTC", "date", "datetime", "time", "timedelta", "timezone", "tzinfo"]

MINYEAR = 1
MAXYEAR = 9999
# The number of 9999-12-31.
_LAST = 3652059
# That of 1970-01-01.
_EPOCH = 719163
_BIG_ZERO = 2**64 - 2**64


class timedelta:
    """A span: days, and seconds and microseconds that are not negative."""

    __slots__ = ("_days", "_seconds", "_microseconds")

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        # Of each the whole units, and of a float's fraction the whole microseconds and the rest.
        us, a, r_a = _split(microseconds, 1.0)
        ms, b, r_b = _split(milliseconds, 1e3)
        s, c, r_c = _split(seconds, 1e6)
        m, d, r_d = _split(minutes, 6e7)
        h, e, r_e = _split(hours, 3.6e9)
        n, f, r_f = _split(days, 8.64e10)
        w, g, r_g = _split(weeks, 6.048e11)
        us += ms * 1000 + (a + b + c + d + e + f + g)
        rest = r_a + r_b + r_c + r_d + r_e + r_f + r_g
        if rest != 0.0:
            low = _floor(rest)
            over = rest - low
            us += low
            if over > 0.5 or over == 0.5 and us % 2 == 1:
                us += 1
        s += (h * 60 + m) * 60 + us // 1000000
        n += w * 7 + s // 86400
        if not -999999999 <= n <= 999999999:
            raise OverflowError(f"days={n}; must have magnitude <= 999999999")
        self._days = n
        self._seconds = s % 86400
        self._microseconds = us % 1000000

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def total_seconds(self):
        if -100000000 < self._days < 100000000:
            return ((self._days * 86400 + self._seconds) * 1000000 + self._microseconds) / 1000000
        return _total(self) / 1000000

    def __repr__(self):
        parts = []
        if self._days:
            parts.append(f"days={self._days}")
        if self._seconds:
            parts.append(f"seconds={self._seconds}")
        if self._microseconds:
            parts.append(f"microseconds={self._microseconds}")
        name = "datetime.timedelta" if self.__class__ is timedelta else self.__class__.__name__
        return f"{name}({', '.join(parts) if parts else '0'})"

    def __str__(self):
        s = self._seconds
        text = f"{s // 3600}:{s // 60 % 60:02}:{s % 60:02}"
        if self._microseconds:
            text += f".{self._microseconds:06}"
        if self._days:
            return f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta(
                self._days + other._days, self._seconds + other._seconds, self._microseconds + other._microseconds
            )
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta(
                self._days - other._days, self._seconds - other._seconds, self._microseconds - other._microseconds
            )
        return NotImplemented

    def __neg__(self):
        return timedelta(-self._days, -self._seconds, -self._microseconds)

    def __pos__(self):
        return timedelta(self._days, self._seconds, self._microseconds)

    def __abs__(self):
        return -self if self._days < 0 else +self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta(self._days * other, self._seconds * other, self._microseconds * other)
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return _span(_nearest(_total(self) * n, d))
        return NotImplemented

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return _total(self) / _total(other)
        if isinstance(other, int):
            return _span(_nearest(_total(self), _BIG_ZERO + other))
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return _span(_nearest(_total(self) * d, n))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return int(_small(_total(self) // _total(other)))
        if isinstance(other, int):
            return _span(_total(self) // other)
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return _span(_total(self) % _total(other))
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(_total(self), _total(other))
            return _small(quotient), _span(rest)
        return NotImplemented

    def __bool__(self):
        return self._days != 0 or self._seconds != 0 or self._microseconds != 0

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return _parts(self) == _parts(other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, timedelta):
            return _parts(self) < _parts(other)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, timedelta):
            return _parts(self) <= _parts(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, timedelta):
            return _parts(self) > _parts(other)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, timedelta):
            return _parts(self) >= _parts(other)
        return NotImplemented


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(0, 0, 1)


def _split(x, unit):
    """The whole units, the whole microseconds of what is left, and the rest of that."""
    if isinstance(x, int):
        return x, 0, 0.0
    whole = int(x)
    part = (x - whole) * unit
    microseconds = int(part)
    return whole, microseconds, part - microseconds


def _parts(span):
    return span._days, span._seconds, span._microseconds


def _total(span):
    """In microseconds, a big int."""
    return ((_BIG_ZERO + span._days) * 86400 + span._seconds) * 1000000 + span._microseconds


def _span(total):
    """The same the other way."""
    seconds, microseconds = divmod(total, _BIG_ZERO + 1000000)
    days, seconds = divmod(seconds, _BIG_ZERO + 86400)
    if not -999999999 <= days <= 999999999:
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    return timedelta(_small(days), _small(seconds), _small(microseconds))


def _small(n):
    """A big int as one of 64 bits."""
    return int.from_bytes(n.to_bytes(8, "little", signed=True), "little", signed=True)


def _nearest(n, d):
    """n / d as a whole number; of two equally near the even one."""
    if d < 0:
        n, d = -n, -d
    whole, rest = divmod(n, d)
    if rest * 2 > d or rest * 2 == d and whole % 2 == 1:
        whole += 1
    return whole


class IsoCalendarDate(namedtuple("IsoCalendarDate", ["year", "week", "weekday"])):
    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})"


class date:
    __slots__ = ("_year", "_month", "_day")

    def __init__(self, year, month, day):
        _check_date(year, month, day)
        self._year = year
        self._month = month
        self._day = day

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        t = _time.gmtime(timestamp)
        return cls(t.tm_year, t.tm_mon, t.tm_mday)

    @classmethod
    def fromordinal(cls, n):
        _check_ordinal(n)
        year, month, day = date_of(n - 1)
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string):
        year, month, day = read_date(date_string)
        if year < 0:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(year, month, day)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        if not 1 <= week <= weeks_in_year(year):
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid day: {day} (range is [1, 7])")
        found_year, month, found_day = date_of_week(year, week, day)
        return cls(found_year, month, found_day)

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def replace(self, year=None, month=None, day=None):
        return self.__class__(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    def toordinal(self):
        return days_before_year(self._year) + days_before_month(self._year, self._month) + self._day

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return (self.toordinal() + 6) % 7 + 1

    def isocalendar(self):
        days = self.toordinal() - 1
        year = self._year
        if days < first_monday(year):
            year -= 1
        elif year < MAXYEAR and days >= first_monday(year + 1):
            year += 1
        elif year == MAXYEAR and days >= first_monday(year) + 7 * weeks_in_year(year):
            year += 1
        return IsoCalendarDate(year, (days - first_monday(year)) // 7 + 1, days % 7 + 1)

    def timetuple(self):
        return _time_tuple(self, 0, 0, 0, -1)

    def isoformat(self):
        return f"{self._year:04}-{self._month:02}-{self._day:02}"

    def ctime(self):
        return f"{_day_of_ctime(self)} 00:00:00 {self._year:04}"

    def strftime(self, format):
        return _formatted(format, self.timetuple(), 0, "", "")

    def __repr__(self):
        name = "datetime.date" if self.__class__ is date else self.__class__.__name__
        return f"{name}({self._year}, {self._month}, {self._day})"

    def __str__(self):
        return self.isoformat()

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return self.__class__.fromordinal(_in_range(self.toordinal() + other._days))
        return NotImplemented

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self.__class__.fromordinal(_in_range(self.toordinal() - other._days))
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def __eq__(self, other):
        if isinstance(other, date):
            return not isinstance(other, datetime) and _fields(self) == _fields(other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date):
            return _fields(self) < _fields(_only_date(other))
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, date):
            return _fields(self) <= _fields(_only_date(other))
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date):
            return _fields(self) > _fields(_only_date(other))
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date):
            return _fields(self) >= _fields(_only_date(other))
        return NotImplemented


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= 28 and not 1 <= day <= days_in_month(year, month):
        raise ValueError("day is out of range for month")


def _check_ordinal(n):
    if n < 1:
        raise ValueError("ordinal must be >= 1")
    if n > _LAST:
        raise ValueError(f"year {date_of(n - 1)[0]} is out of range")


def _in_range(ordinal):
    if not 1 <= ordinal <= _LAST:
        raise OverflowError("date value out of range")
    return ordinal


def _fields(d):
    return d._year, d._month, d._day


def _only_date(d):
    if isinstance(d, datetime):
        raise TypeError("can't compare datetime.datetime to datetime.date")
    return d


def _time_tuple(d, hour, minute, second, is_dst):
    yday = days_before_month(d._year, d._month) + d._day
    return _time.struct_time(d._year, d._month, d._day, hour, minute, second, d.weekday(), yday, is_dst)


def _day_of_ctime(d):
    return f"{DAYS[d.weekday()][:3]} {MONTHS[d._month - 1][:3]} {d._day:2}"


def _formatted(format, fields, microsecond, offset, name):
    """`time.strftime`, with what a tuple of time does not have put in before."""
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c == "%" and i < len(format):
            c = format[i]
            i += 1
            if c == "f":
                out.append(f"{microsecond:06}")
            elif c == "z":
                out.append(offset)
            elif c == "Z":
                out.append(name.replace("%", "%%"))
            else:
                out.append("%" + c)
        else:
            out.append(c)
    return _time.strftime("".join(out), fields)


class tzinfo:
    """What knows how far a time zone is from UTC."""

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        """From a time of UTC, which claims to be one of this zone."""
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = offset - dst
        if delta:
            dt += delta
            dst = dt.dst()
            if dst is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + dst


class timezone(tzinfo):
    """A zone that is always equally far from UTC."""

    __slots__ = ("_offset", "_name")

    def __init__(self, offset, name=None):
        if not -86400 < offset.days * 86400 + offset.seconds < 86400 or offset == _DAY_BACK:
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                f"not {offset!r}."
            )
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        if not self._offset:
            return "UTC"
        return "UTC" + _offset_text(self._offset, ":")

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __repr__(self):
        name = "datetime.timezone" if self.__class__ is timezone else self.__class__.__name__
        if self._name is not None:
            return f"{name}({self._offset!r}, {self._name!r})"
        if not self._offset:
            return "datetime.timezone.utc"
        return f"{name}({self._offset!r})"

    def __str__(self):
        return self.tzname(None)

    def __hash__(self):
        return hash(self._offset)

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented


_DAY_BACK = timedelta(-1)
timezone.utc = timezone(timedelta(0))
timezone.min = timezone(timedelta(-1, 60))
timezone.max = timezone(timedelta(0, 86340))
UTC = timezone.utc


def _offset_text(offset, colon):
    """`+HH:MM`, with seconds and microseconds where there are any."""
    sign = "+"
    if offset._days < 0:
        sign = "-"
        offset = -offset
    s = offset._seconds
    text = f"{sign}{s // 3600:02}{colon}{s // 60 % 60:02}"
    if s % 60 or offset._microseconds:
        text += f"{colon}{s % 60:02}"
    if offset._microseconds:
        text += f".{offset._microseconds:06}"
    return text


def _checked_offset(offset):
    if offset is not None and not -86400 < offset.days * 86400 + offset.seconds < 86400:
        raise ValueError(
            f"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)"
        )
    return offset


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


def _zone_at(microseconds):
    """The zone that is so far from UTC."""
    return timezone(timedelta(0, 0, microseconds)) if microseconds else UTC


def _check_time(hour, minute, second, microsecond, fold):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold != 0 and fold != 1:
        raise ValueError("fold must be either 0 or 1")


def _clock_text(t, timespec):
    """`HH:MM:SS.ffffff`, or less."""
    text = f"{t._hour:02}"
    if timespec == "auto":
        timespec = "microseconds" if t._microsecond else "seconds"
    if timespec == "hours":
        return text
    text += f":{t._minute:02}"
    if timespec == "minutes":
        return text
    text += f":{t._second:02}"
    if timespec == "seconds":
        return text
    if timespec == "milliseconds":
        return text + f".{t._microsecond // 1000:03}"
    if timespec != "microseconds":
        raise ValueError("Unknown timespec value")
    return text + f".{t._microsecond:06}"


def _clock_repr(t):
    """The last arguments of the constructor."""
    text = f", {t._second}" if t._second or t._microsecond else ""
    if t._microsecond:
        text += f", {t._microsecond}"
    if t._tzinfo is not None:
        text += f", tzinfo={t._tzinfo!r}"
    if t._fold:
        text += f", fold={t._fold}"
    return text


class time:
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold

    @classmethod
    def fromisoformat(cls, time_string):
        parts = TimeParts(time_string)
        if not parts.is_good:
            raise ValueError(f"Invalid isoformat string: {time_string!r}")
        zone = _zone_at(parts.offset) if parts.has_offset else None
        return cls(parts.hour, parts.minute, parts.second, parts.microsecond, zone)

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=..., *, fold=None):
        return self.__class__(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is ... else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def utcoffset(self):
        return None if self._tzinfo is None else _checked_offset(self._tzinfo.utcoffset(None))

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def isoformat(self, timespec="auto"):
        text = _clock_text(self, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset, ":")

    def strftime(self, format):
        fields = _time.struct_time(1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)
        offset = self.utcoffset()
        name = self.tzname()
        offset_text = "" if offset is None else _offset_text(offset, "")
        return _formatted(format, fields, self._microsecond, offset_text, "" if name is None else name)

    def __repr__(self):
        name = "datetime.time" if self.__class__ is time else self.__class__.__name__
        return f"{name}({self._hour}, {self._minute}{_clock_repr(self)})"

    def __str__(self):
        return self.isoformat()

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def _of_day(self):
        """The microseconds since midnight."""
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def _of_utc(self):
        """The same in UTC; not within a day. And is that known?"""
        offset = self.utcoffset()
        if offset is None:
            return self._of_day(), False
        return self._of_day() - (offset._days * 86400 + offset._seconds) * 1000000 - offset._microseconds, True

    def _ordered(self, other):
        """What both are compared by."""
        own, is_aware = self._of_utc()
        others, other_is_aware = other._of_utc()
        if is_aware != other_is_aware:
            raise TypeError("can't compare offset-naive and offset-aware times")
        return own, others

    def __hash__(self):
        return hash(self._of_utc()[0])

    def __eq__(self, other):
        if isinstance(other, time):
            return self._of_utc() == other._of_utc()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, time):
            own, others = self._ordered(other)
            return own < others
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, time):
            own, others = self._ordered(other)
            return own <= others
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, time):
            own, others = self._ordered(other)
            return own > others
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, time):
            own, others = self._ordered(other)
            return own >= others
        return NotImplemented


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(0, 0, 1)


class datetime(date):
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._year = year
        self._month = month
        self._day = day
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        seconds, microseconds = _rounded(timestamp)
        days = seconds // 86400
        if not -_EPOCH < days <= _LAST - _EPOCH:
            _time.gmtime(seconds)
            raise ValueError(f"year {date_of(days + _EPOCH - 1)[0]} is out of range")
        year, month, day = date_of(days + _EPOCH - 1)
        s = seconds % 86400
        utc = cls(year, month, day, s // 3600, s // 60 % 60, s % 60, microseconds, tz)
        return utc if tz is None else tz.fromutc(utc)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def fromordinal(cls, n):
        _check_ordinal(n)
        year, month, day = date_of(n - 1)
        return cls(year, month, day)

    @classmethod
    def combine(cls, date, time, tzinfo=...):
        return cls(
            date.year,
            date.month,
            date.day,
            time.hour,
            time.minute,
            time.second,
            time.microsecond,
            time.tzinfo if tzinfo is ... else tzinfo,
            fold=time.fold,
        )

    @classmethod
    def fromisoformat(cls, date_string):
        end = end_of_date(date_string)
        year, month, day = read_date(date_string[:end])
        if year < 0 or len(date_string) == end + 1:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        if len(date_string) <= end:
            return cls(year, month, day)
        text = date_string[end + 1 :]
        parts = TimeParts(text)
        if not parts.is_good or text[0] == "T":
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        zone = _zone_at(parts.offset) if parts.has_offset else None
        return cls(year, month, day, parts.hour, parts.minute, parts.second, parts.microsecond, zone)

    @classmethod
    def strptime(cls, date_string, format):
        r = Reader(date_string, format)
        zone = None
        if r.has_offset:
            offset = timedelta(0, r.offset, r.offset_fraction)
            zone = timezone(offset, r.zone) if r.zone else timezone(offset)
        return cls(r.year, r.month, r.day, r.hour, r.minute, r.second, r.microsecond, zone)

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(
        self,
        year=None,
        month=None,
        day=None,
        hour=None,
        minute=None,
        second=None,
        microsecond=None,
        tzinfo=...,
        *,
        fold=None,
    ):
        return self.__class__(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is ... else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def utcoffset(self):
        return None if self._tzinfo is None else _checked_offset(self._tzinfo.utcoffset(self))

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def astimezone(self, tz=None):
        zone = timezone(timedelta(0), "UTC") if tz is None else tz
        offset = self.utcoffset()
        utc = self if offset is None else self - offset
        return zone.fromutc(utc.replace(tzinfo=zone))

    def timestamp(self):
        seconds = (self.toordinal() - _EPOCH) * 86400 + (self._hour * 60 + self._minute) * 60 + self._second
        offset = self.utcoffset()
        if offset is None:
            return seconds + self._microsecond / 1000000
        seconds -= offset._days * 86400 + offset._seconds
        return (seconds * 1000000 + self._microsecond - offset._microseconds) / 1000000

    def timetuple(self):
        dst = self.dst()
        is_dst = -1 if dst is None else 1 if dst else 0
        return _time_tuple(self, self._hour, self._minute, self._second, is_dst)

    def utctimetuple(self):
        offset = self.utcoffset()
        utc = self if offset is None else self - offset
        return _time_tuple(utc, utc._hour, utc._minute, utc._second, 0)

    def isoformat(self, sep="T", timespec="auto"):
        text = f"{self._year:04}-{self._month:02}-{self._day:02}{sep}{_clock_text(self, timespec)}"
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset, ":")

    def ctime(self):
        return f"{_day_of_ctime(self)} {self._hour:02}:{self._minute:02}:{self._second:02} {self._year:04}"

    def strftime(self, format):
        offset = self.utcoffset()
        name = self.tzname()
        offset_text = "" if offset is None else _offset_text(offset, "")
        return _formatted(format, self.timetuple(), self._microsecond, offset_text, "" if name is None else name)

    def __repr__(self):
        name = "datetime.datetime" if self.__class__ is datetime else self.__class__.__name__
        return f"{name}({self._year}, {self._month}, {self._day}, {self._hour}, {self._minute}{_clock_repr(self)})"

    def __str__(self):
        return self.isoformat(" ")

    def _moved(self, days, seconds, microseconds):
        """So much later."""
        microseconds += self._microsecond
        seconds += (self._hour * 60 + self._minute) * 60 + self._second + microseconds // 1000000
        year, month, day = date_of(_in_range(self.toordinal() + days + seconds // 86400) - 1)
        s = seconds % 86400
        return self.__class__(
            year, month, day, s // 3600, s // 60 % 60, s % 60, microseconds % 1000000, self._tzinfo
        )

    def __add__(self, other):
        if isinstance(other, timedelta):
            return self._moved(other._days, other._seconds, other._microseconds)
        return NotImplemented

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other._days, -other._seconds, -other._microseconds)
        if isinstance(other, datetime):
            own, is_aware = self._of_utc()
            others, other_is_aware = other._of_utc()
            if is_aware != other_is_aware:
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return timedelta(0, 0, own - others)
        return NotImplemented

    def _of_utc(self):
        """The microseconds since the year 1, in UTC. And is that known?"""
        seconds = (self.toordinal() * 24 + self._hour) * 3600 + self._minute * 60 + self._second
        offset = self.utcoffset()
        if offset is None:
            return seconds * 1000000 + self._microsecond, False
        seconds -= offset._days * 86400 + offset._seconds
        return seconds * 1000000 + self._microsecond - offset._microseconds, True

    def _ordered(self, other):
        """What both are compared by."""
        if not isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        own, is_aware = self._of_utc()
        others, other_is_aware = other._of_utc()
        if is_aware != other_is_aware:
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return own, others

    def __hash__(self):
        return hash(self._of_utc()[0])

    def __eq__(self, other):
        if isinstance(other, datetime):
            return self._of_utc() == other._of_utc()
        if isinstance(other, date):
            return False
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date):
            own, others = self._ordered(other)
            return own < others
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, date):
            own, others = self._ordered(other)
            return own <= others
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date):
            own, others = self._ordered(other)
            return own > others
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date):
            own, others = self._ordered(other)
            return own >= others
        return NotImplemented


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(0, 0, 1)


def _rounded(timestamp):
    """Whole seconds, and microseconds that are not negative, halves to even."""
    if isinstance(timestamp, int):
        return timestamp, 0
    if timestamp != timestamp:
        raise ValueError("Invalid value NaN (not a number)")
    if not -9.2e18 < timestamp < 9.2e18:
        raise OverflowError("timestamp out of range for platform time_t")
    seconds = int(timestamp)
    microseconds = round((timestamp - seconds) * 1e6)
    return seconds + microseconds // 1000000, microseconds % 1000000
