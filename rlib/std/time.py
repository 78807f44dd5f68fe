"""Clocks and waiting; times are UTC."""

from _dates import BEFORE_MONTH, DAYS, MONTHS, date_of, days_before_year, is_leap
from _strptime import Reader
from collections import namedtuple

from rlib.time import ll_clock, ll_sleep

__all__ = [
    "altzone",
    "asctime",
    "ctime",
    "daylight",
    "gmtime",
    "localtime",
    "mktime",
    "monotonic",
    "monotonic_ns",
    "perf_counter",
    "perf_counter_ns",
    "process_time",
    "process_time_ns",
    "sleep",
    "strftime",
    "strptime",
    "struct_time",
    "thread_time",
    "thread_time_ns",
    "time",
    "time_ns",
    "timezone",
    "tzname",
]

timezone = 0
altzone = 0
daylight = 0
tzname = ("UTC", "UTC")

# 1970-01-01, as `_dates` counts.
_EPOCH = 719162


def time():
    return ll_clock(0) / 1e9


def time_ns():
    return ll_clock(0)


def monotonic():
    return ll_clock(1) / 1e9


def monotonic_ns():
    return ll_clock(1)


perf_counter = monotonic
perf_counter_ns = monotonic_ns


def process_time():
    return ll_clock(2) / 1e9


def process_time_ns():
    return ll_clock(2)


thread_time = process_time
thread_time_ns = process_time_ns


def sleep(seconds, /):
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if seconds >= 9223372036.0:
        raise OverflowError("timestamp too large to convert to C _PyTime_t")
    ll_sleep(int(seconds * 1e9))


_FIELDS = "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst"


class struct_time(
    namedtuple(
        "struct_time",
        ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"],
    )
):
    @property
    def tm_zone(self):
        return "UTC"

    @property
    def tm_gmtoff(self):
        return 0

    def __repr__(self):
        fields = ", ".join([f"{name}={value}" for name, value in zip(_FIELDS.split(), self)])
        return f"time.struct_time({fields})"


def gmtime(seconds=None, /):
    if seconds is None:
        seconds = time()
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if not -67768040609740800 <= seconds <= 67768036191676799:
        raise OverflowError("timestamp out of range for platform time_t")
    whole = int(seconds // 1)
    days = whole // 86400
    rest = whole % 86400
    year, month, day = date_of(days + _EPOCH)
    yday = days - (days_before_year(year) - _EPOCH) + 1
    return struct_time(year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, yday, 0)


localtime = gmtime


def mktime(t, /):
    months = t[0] * 12 + t[1] - 1
    year = months // 12
    month = months % 12
    days = days_before_year(year) - _EPOCH + BEFORE_MONTH[month] + t[2] - 1
    if month > 1 and is_leap(year):
        days += 1
    return float(days * 86400 + t[3] * 3600 + t[4] * 60 + t[5])


def asctime(t=None, /):
    t = _checked(gmtime() if t is None else t)
    return f"{DAYS[t[6]][:3]} {MONTHS[t[1] - 1][:3]}{t[2]:3} {t[3]:02}:{t[4]:02}:{t[5]:02} {t[0]}"


def ctime(seconds=None, /):
    return asctime(gmtime(seconds))


def _checked(t):
    """The fields, of which some may be 0 for 1."""
    if len(t) != 9:
        raise TypeError("function takes exactly 9 arguments")
    month = 1 if t[1] == 0 else t[1]
    day = 1 if t[2] == 0 else t[2]
    yday = 1 if t[7] == 0 else t[7]
    if not 1 <= month <= 12:
        raise ValueError("month out of range")
    if not 1 <= day <= 31:
        raise ValueError("day of month out of range")
    if not 0 <= t[3] <= 23:
        raise ValueError("hour out of range")
    if not 0 <= t[4] <= 59:
        raise ValueError("minute out of range")
    if not 0 <= t[5] <= 61:
        raise ValueError("seconds out of range")
    if t[6] < -1:
        raise ValueError("day of week out of range")
    if not 1 <= yday <= 366:
        raise ValueError("day of year out of range")
    return t[0], month, day, t[3], t[4], t[5], (t[6] + 7) % 7, yday, t[8]


def strftime(format, t=None, /):
    year, month, day, hour, minute, second, wday, yday, isdst = _checked(gmtime() if t is None else t)
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c != "%" or i == len(format):
            out.append(c)
            continue
        c = format[i]
        i += 1
        if c == "Y":
            out.append(str(year))
        elif c == "m":
            out.append(f"{month:02}")
        elif c == "d":
            out.append(f"{day:02}")
        elif c == "H":
            out.append(f"{hour:02}")
        elif c == "M":
            out.append(f"{minute:02}")
        elif c == "S":
            out.append(f"{second:02}")
        elif c == "y":
            out.append(f"{year % 100:02}")
        elif c == "j":
            out.append(f"{yday:03}")
        elif c == "a":
            out.append(DAYS[wday][:3])
        elif c == "A":
            out.append(DAYS[wday])
        elif c == "b" or c == "h":
            out.append(MONTHS[month - 1][:3])
        elif c == "B":
            out.append(MONTHS[month - 1])
        elif c == "I":
            out.append(f"{(hour + 11) % 12 + 1:02}")
        elif c == "l":
            out.append(f"{(hour + 11) % 12 + 1:2}")
        elif c == "k":
            out.append(f"{hour:2}")
        elif c == "p":
            out.append("AM" if hour < 12 else "PM")
        elif c == "P":
            out.append("am" if hour < 12 else "pm")
        elif c == "e":
            out.append(f"{day:2}")
        elif c == "c":
            out.append(f"{DAYS[wday][:3]} {MONTHS[month - 1][:3]} {day:2} {hour:02}:{minute:02}:{second:02} {year}")
        elif c == "x" or c == "D":
            out.append(f"{month:02}/{day:02}/{year % 100:02}")
        elif c == "X" or c == "T":
            out.append(f"{hour:02}:{minute:02}:{second:02}")
        elif c == "R":
            out.append(f"{hour:02}:{minute:02}")
        elif c == "r":
            out.append(f"{(hour + 11) % 12 + 1:02}:{minute:02}:{second:02} {'AM' if hour < 12 else 'PM'}")
        elif c == "F":
            out.append(f"{year}-{month:02}-{day:02}")
        elif c == "C":
            out.append(str(year // 100))
        elif c == "w":
            out.append(str((wday + 1) % 7))
        elif c == "u":
            out.append(str(wday + 1))
        elif c == "U":
            out.append(f"{(yday + 6 - (wday + 1) % 7) // 7:02}")
        elif c == "W":
            out.append(f"{(yday + 6 - wday) // 7:02}")
        elif c == "G" or c == "g" or c == "V":
            iso_year, week = _iso_week(year, yday, wday)
            out.append(f"{week:02}" if c == "V" else str(iso_year) if c == "G" else f"{iso_year % 100:02}")
        elif c == "s":
            out.append(str(int(mktime((year, month, day, hour, minute, second, 0, 0, 0)))))
        elif c == "Z":
            out.append("UTC")
        elif c == "z":
            out.append("+0000")
        elif c == "n":
            out.append("\n")
        elif c == "t":
            out.append("\t")
        elif c == "%":
            out.append("%")
        else:
            out.append("%" + c)
    return "".join(out)


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    r = Reader(string, format)
    return struct_time(r.year, r.month, r.day, r.hour, r.minute, r.second, r.weekday, r.yday, r.is_dst)


def _iso_week(year, yday, wday):
    """The year and the week that a day counts to: the one with its Thursday."""
    thursday = yday + 3 - wday
    if thursday < 1:
        year -= 1
        thursday += 366 if is_leap(year) else 365
    elif thursday > (366 if is_leap(year) else 365):
        thursday -= 366 if is_leap(year) else 365
        year += 1
    return year, (thursday + 6) // 7
