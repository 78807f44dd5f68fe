"""date: made, changed, compared, counted."""

from datetime import MAXYEAR, MINYEAR, date, timedelta

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.toordinal(), d.weekday(), d.isoweekday(), d.isocalendar(), d.ctime())
print(d.isocalendar().week, d.isocalendar()[0], tuple(d.isocalendar()))
print(d + timedelta(366), d - timedelta(60), d - date(2023, 2, 28), timedelta(1) + d, (d - date.min).days)
print(d.replace(day=1), d.replace(year=2028), d.replace(month=3, day=31), d.isoformat(), f"{d}", f"{d:%d.%m.%y}", f"{d:>3%d}")
print(date.min, date.max, date.resolution, MINYEAR, MAXYEAR, date.fromordinal(1), date.fromordinal(3652059))
print(date.fromisoformat("2020-01-02"), date.fromisocalendar(2020, 53, 7), date.fromisocalendar(2021, 1, 1))
print(date.fromtimestamp(0), date.fromtimestamp(86400 * 365.5), date.fromtimestamp(-1))
print(d.timetuple(), d.strftime("%A %d %B %Y, day %j, week %U %W %V"))
a, b = date(2020, 1, 1), date(2020, 1, 2)
print(a < b, a <= b, a > b, a >= b, a == b, a != b, a == date(2020, 1, 1), a == "2020-01-01", max(a, b), sorted([b, a]))
print({a: 1}[date(2020, 1, 1)], len({a, b, date(2020, 1, 1)}))
for year in range(1999, 2031):
    print(date(year, 1, 1).isocalendar(), date(year, 12, 31).isocalendar(), date(year, 12, 28).isocalendar().week)
print(date(1, 1, 1).isocalendar(), date(9999, 12, 31).isocalendar())
for f in [
    lambda: date(0, 1, 1),
    lambda: date(10000, 1, 1),
    lambda: date(2020, 13, 1),
    lambda: date(2023, 2, 29),
    lambda: date(2020, 4, 0),
    lambda: date.max + timedelta(1),
    lambda: date.min - timedelta(1),
    lambda: date.fromordinal(0),
    lambda: date.fromordinal(3652060),
    lambda: date.fromisocalendar(2020, 54, 1),
    lambda: date.fromisocalendar(2021, 53, 1),
    lambda: date.fromisocalendar(2020, 1, 8),
    lambda: date.fromisocalendar(0, 1, 1),
    lambda: d.replace(day=30),
]:
    try:
        print(f())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
day = date(2000, 1, 1)
total = 0
while day < date(2003, 1, 1):
    total += day.isocalendar().week * day.isoweekday()
    day += timedelta(1)
print(total)


class Day(date):
    def next(self):
        return self + timedelta(1)


x = Day(2020, 12, 31)
print(x, repr(x), x.next(), type(x.next()).__name__, x.next() == date(2021, 1, 1), x.replace(day=1))
