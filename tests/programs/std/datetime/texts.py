"""Dates and times from texts, and as texts."""

from datetime import date, datetime, time, timedelta

for s in ["2020-01-02", "20200102", "2020-W01-1", "2020W011", "2020-W01", "2020W01", "2020-1-2", "2020-01-02T", "2020-W54-1", "2020-W01-8", "2020-02-30", "2020-0102", "202001-02", "0000-01-01", "2020-W1-1", "2020-001", "", "abcdefghij", "2020-01-0a"]:
    try:
        print(repr(date.fromisoformat(s)))
    except ValueError as e:
        print(e)
for s in ["04", "T04", "04:05", "0405", "04:05:06", "040506", "04:05:06.7", "04:05:06,7890", "04:05:06.1234567", "04:05:06.", "04:05Z", "04:05+01:00", "04:05+0100", "04:05-01", "04:05+01:02:03.000004", "0405:06", "04:0506", "24:00", "4:5", "04:05:06Z+", "04:05+24:00", "04:05z", "", "T", "04:05:6", "04:05:06.12a", "04:05+", "04:05:06 +01:00"]:
    try:
        print(repr(time.fromisoformat(s)))
    except ValueError as e:
        print(e)
for s in ["2020-01-02", "2020-01-02T03", "2020-01-02 03:04", "20200102T030405", "2020-01-02x03:04:05.678", "2020-W01-1T03:04", "2020-01-02T03:04:05+05:30", "2020-01-02T", "2020-01-0203:04", "2020W01T03", "2020W011T03", "20200102 03Z", "2020-01-02T03:04:05.1234Z", "2020-01-02T03:04-00:00", "2020-01-02T24:00", "2020-13-02T03", "now", "2020-W01T10:00"]:
    try:
        print(repr(datetime.fromisoformat(s)))
    except ValueError as e:
        print(e)
d = datetime(2021, 3, 4, 15, 6, 7, 89012)
for f in ["%Y-%m-%d %H:%M:%S.%f", "%a %A %b %B %d %j", "%I:%M %p", "%c", "%x %X", "%G-W%V-%u %w %U %W", "%y%%f %e", "no fields", "%", "%z|%Z"]:
    print(repr(f), repr(d.strftime(f)))
print(datetime(5, 1, 1).strftime("%Y %G"), date(5, 1, 1).ctime(), f"{d:%H:%M}", f"{d}", f"{date(2020, 1, 2):%d/%m}")
for s, f in [
    ("2020-02-29 23:59:58", "%Y-%m-%d %H:%M:%S"),
    ("29 Feb 2020", "%d %b %Y"),
    ("12:30:15.5", "%H:%M:%S.%f"),
    ("2020-01-01 +0530 UTC", "%Y-%m-%d %z %Z"),
    ("Z", "%z"),
    ("-01:30", "%z"),
    ("UTC", "%Z"),
    ("10:20:61", "%H:%M:%S"),
    ("Monday, March 1, 2021 3PM", "%A, %B %d, %Y %I%p"),
    ("2020-13-01", "%Y-%m-%d"),
    ("2021-02-29", "%Y-%m-%d"),
    ("2020-01-01 x", "%Y-%m-%d"),
    ("2021 10 1", "%Y %W %w"),
    ("1/2/69", "%d/%m/%y"),
]:
    try:
        print(repr(datetime.strptime(s, f)))
    except ValueError as e:
        print(e)
x = datetime(1999, 12, 31, 23, 59, 59)
for _ in range(3):
    x += timedelta(seconds=1)
    print(x, datetime.fromisoformat(x.isoformat()) == x, datetime.strptime(str(x), "%Y-%m-%d %H:%M:%S") == x)
