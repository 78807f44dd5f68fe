"""Zones: timezone, and one of the program."""

from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

ist = timezone(timedelta(hours=5, minutes=30))
est = timezone(-timedelta(hours=5), "EST")
for z in [timezone.utc, UTC, ist, est, timezone(timedelta(0), "x"), timezone(-timedelta(hours=5, minutes=30, seconds=1)), timezone.min, timezone.max]:
    print(repr(z), z, z.utcoffset(None), z.tzname(None), z.dst(None))
print(timezone(timedelta(hours=5, minutes=30)) == ist, ist == est, ist != est, hash(ist) == hash(timezone(timedelta(hours=5.5))))
for days in (1, -1):
    try:
        timezone(timedelta(days))
    except ValueError as e:
        print(e)
a = datetime(2020, 1, 1, 12, tzinfo=ist)
b = datetime(2020, 1, 1, 6, 30, tzinfo=timezone.utc)
print(a, repr(a), b, a == b, a < b, a - b, a.utcoffset(), a.tzname(), a.dst(), a.timestamp(), hash(a) == hash(b))
print(a.astimezone(est), b.astimezone(ist), a.astimezone(timezone.utc), repr(datetime(2020, 1, 1, 2, 3).astimezone()))
print(a + timedelta(hours=20), a - datetime(2020, 1, 1, tzinfo=est), a.replace(tzinfo=None), a.timetz(), a.time(), a.utctimetuple().tm_hour)
print(a.isoformat(), a.strftime("%Y-%m-%d %H:%M %z|%Z"), datetime(2020, 1, 1, tzinfo=timezone(timedelta(seconds=1))).strftime("%z %Z"))
print(datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(0, est), datetime.now(timezone.utc).tzinfo)
naive = datetime(2020, 1, 1)
print(naive == b, naive != b)
for f in [lambda: naive < b, lambda: naive - b, lambda: time(1) < time(1, tzinfo=ist)]:
    try:
        print(f())
    except TypeError as e:
        print(e)
t = time(12, tzinfo=ist)
print(t, repr(t), t == time(6, 30, tzinfo=timezone.utc), t < time(7, tzinfo=timezone.utc), time(12) == t, t.utcoffset(), t.tzname())
print(t.strftime("%H %z %Z"), t.replace(tzinfo=None), datetime.combine(a.date(), t))


class Summer(tzinfo):
    """An hour more from April to September."""

    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        if dt is None:
            return timedelta(0)
        return timedelta(hours=1 if 4 <= dt.month <= 9 else 0)

    def tzname(self, dt):
        return "SUM" if self.dst(dt) else "WIN"


zone = Summer()
for month in (1, 7):
    d = datetime(2020, month, 1, 12, tzinfo=zone)
    print(d, d.tzname(), d.dst(), d.astimezone(timezone.utc), d.timetuple().tm_isdst, d.strftime("%Z %z"))
    print(datetime(2020, month, 1, 12, tzinfo=timezone.utc).astimezone(zone))
try:
    tzinfo().utcoffset(None)
except NotImplementedError as e:
    print(e)
