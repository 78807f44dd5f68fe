"""datetime without a zone, and time."""

from datetime import date, datetime, time, timedelta

n = datetime(2020, 1, 2, 3, 4, 5, 6789)
print(n, repr(n), n.date(), n.time(), n.year, n.hour, n.minute, n.second, n.microsecond, n.tzinfo, n.fold)
print(repr(datetime(2020, 1, 2)), repr(datetime(2020, 1, 2, 3, 4, 5)), repr(datetime(2020, 1, 2, fold=1)), datetime(2020, 1, 2))
print(n + timedelta(hours=30), n - timedelta(days=400, microseconds=7000), timedelta(1) + n, n - datetime(2019, 12, 31, 23))
print(n.replace(hour=0), n.replace(year=2021, microsecond=0), n.replace(minute=59, fold=1).fold)
print(n.timestamp(), datetime(1970, 1, 1).timestamp(), datetime(1969, 12, 31, 23, 59, 59, 999999).timestamp())
for t in [0, 1.5, -1.5, 1.0000005, 1.0000015, 1e9, 253402300799, -62135510400, 1234567890.123456]:
    print(datetime.fromtimestamp(t), datetime.utcfromtimestamp(t))
for f in [
    lambda: datetime.fromtimestamp(1e20),
    lambda: datetime.fromtimestamp(1e12),
    lambda: datetime.fromtimestamp(float("nan")),
    lambda: datetime(2020, 1, 1, 24),
    lambda: datetime(2020, 1, 1, 1, 60),
    lambda: datetime(2020, 1, 1, 1, 1, 60),
    lambda: datetime(2020, 1, 1, 1, 1, 1, 10**6),
    lambda: datetime(2020, 1, 32),
    lambda: datetime.max + timedelta(microseconds=1),
    lambda: datetime(2020, 1, 1, fold=2),
]:
    try:
        print(f())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print([n.isoformat(timespec=s) for s in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds")], n.isoformat(" "))
try:
    n.isoformat("T", "bad")
except ValueError as e:
    print(e)
print(n.ctime(), n.timetuple(), n.utctimetuple().tm_hour, n.weekday(), n.isocalendar(), n.toordinal())
print(datetime.combine(date(2020, 5, 6), time(7, 8)), datetime.min, datetime.max, datetime.resolution, datetime.fromordinal(737425))
a, b = datetime(2020, 1, 1, 5), datetime(2020, 1, 1, 6)
print(a < b, a <= b, a > b, a >= b, a == b, a != b, max(a, b), sorted([b, a])[0], {a: 1}[datetime(2020, 1, 1, 5)])
print(a == date(2020, 1, 1), date(2020, 1, 1) == a, isinstance(a, date))
try:
    print(a < date(2020, 1, 1))
except TypeError as e:
    print(e)
try:
    print(date(2020, 1, 1) < a)
except TypeError as e:
    print(e)
now = datetime.now()
print(now - now, abs(datetime.utcnow() - now) < timedelta(minutes=1), datetime.today() >= now, date.today() >= now.date())

t = time(1, 2, 3, 4)
print(t, repr(t), time(), repr(time()), repr(time(5)), t.replace(hour=7), t.isoformat("minutes"), time.min, time.max, bool(time()))
print(t < time(1, 3), t == time(1, 2, 3, 4), t >= time(0), max(t, time(2)), {t: 5}[time(1, 2, 3, 4)], t.tzinfo, repr(time(1, fold=1)))
print(t.strftime("%H:%M:%S.%f %p|%Y-%m-%d %a"), f"{t:%H}", f"{t}")
for f in [lambda: time(24), lambda: time(1, -1), lambda: time(1, 1, 1, -1)]:
    try:
        print(f())
    except ValueError as e:
        print(e)
