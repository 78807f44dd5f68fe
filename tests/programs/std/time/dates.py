"""Dates of UTC, taken apart and written."""
import time

for s in (0, 1, -1, 86399, 951782400, 951868800, 1e9, 1234567890.75, -1.5, 1700000000, 4102444800, -2208988800, 253402300799, -62135596800, 68256000):
    t = time.gmtime(s)
    print(s, t)
    print(time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %W %w %u %V %G %g %y %C", t))
    print(time.strftime("%I %p %l %k %e|%c|%x|%X|%D|%T|%R|%r|%F|%n%t%%|%h %P %q %", t))
    print(time.asctime(t), "|", time.ctime(s))
    print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t.tm_isdst, len(t), t[0:3], t == tuple(t))
t = (2024, 2, 29, 12, 34, 56, 3, 60, 0)
print(time.asctime(t), time.strftime("%Y/%m/%d", t))
for year in range(1995, 2035):
    for month, day in ((1, 1), (1, 3), (12, 29), (12, 31)):
        days = (year - 1970) * 365 + (year - 1969) // 4 + (0 if (month, day) < (3, 1) else 334 + (year % 4 == 0)) + day - 1
        print(time.strftime("%F %a %G-W%V-%u %U %W %j", time.gmtime(days * 86400)))


def attempt(make):
    try:
        print(make())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)


attempt(lambda: time.strftime("%Y", (2024, 13, 1, 0, 0, 0, 0, 1, 0)))
attempt(lambda: time.strftime("%Y", (2024, 1, 32, 0, 0, 0, 0, 1, 0)))
attempt(lambda: time.strftime("%Y", (2024, 1, 1, 24, 0, 0, 0, 1, 0)))
attempt(lambda: time.strftime("%Y", (2024, 1, 1, 0, 60, 0, 0, 1, 0)))
attempt(lambda: time.strftime("%Y", (2024, 1, 1, 0, 0, 62, 0, 1, 0)))
attempt(lambda: time.strftime("%Y", (2024, 1, 1, 0, 0, 0, -2, 1, 0)))
attempt(lambda: time.strftime("%Y", (2024, 1, 1, 0, 0, 0, 0, 367, 0)))
attempt(lambda: time.gmtime(float("nan")))
attempt(lambda: time.gmtime(1e300))
start = time.localtime()
print(2020 < start.tm_year < 3000, len(time.strftime("%Y-%m-%d")), time.mktime(time.gmtime(1e9)), time.mktime((2024, 14, 0, 25, 0, 0, 0, 0, 0)))
year, month, day, *rest = time.gmtime(86400 * 365)
print(year, month, day, rest)
