# Prints calendars; dates by hand: leap years, week days, days between.
MONTHS = "January February March April May June July August September October November December".split()
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year, month):
    return 29 if month == 2 and is_leap(year) else [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]


def ordinal(year, month, day):
    y = year - 1
    days = y * 365 + y // 4 - y // 100 + y // 400
    for m in range(1, month):
        days += month_length(year, m)
    return days + day


def weekday(year, month, day):
    return (ordinal(year, month, day) + 6) % 7


def weeks(year, month):
    first = weekday(year, month, 1)
    days = [0] * first + list(range(1, month_length(year, month) + 1))
    days += [0] * (-len(days) % 7)
    return [days[i:i + 7] for i in range(0, len(days), 7)]


def month_lines(year, month):
    title = f"{MONTHS[month - 1]} {year}"
    lines = [title.center(20).rstrip(), " ".join(d[:2] for d in DAYS)]
    for week in weeks(year, month):
        lines.append(" ".join(f"{d:2}" if d else "  " for d in week))
    return lines


def side_by_side(blocks, gap="   "):
    height = max(map(len, blocks))
    for i in range(height):
        row = [block[i] if i < len(block) else "" for block in blocks]
        print(gap.join(cell.ljust(20) for cell in row).rstrip())


def parse(text):
    try:
        y, m, d = map(int, text.split("-"))
    except ValueError:
        raise ValueError(f"not a date: {text!r}") from None
    if not (1 <= m <= 12 and 1 <= d <= month_length(y, m)):
        raise ValueError(f"no such day: {y:04d}-{m:02d}-{d:02d}")
    return y, m, d


def from_ordinal(n):
    year = n // 366 + 1
    while ordinal(year + 1, 1, 1) <= n:
        year += 1
    month = 1
    while month < 12 and ordinal(year, month + 1, 1) <= n:
        month += 1
    return year, month, n - ordinal(year, month, 1) + 1


side_by_side([month_lines(2024, m) for m in (1, 2, 3)])
print("\n".join(month_lines(2023, 10)))
print([y for y in range(1896, 1912) if is_leap(y)])
for text in ["2024-02-29", "2023-02-29", "1970-01-01", "2000-12-31", "tomorrow", "1-2", "2024-13-01"]:
    try:
        date = parse(text)
        print(text, DAYS[weekday(*date)], ordinal(*date), from_ordinal(ordinal(*date)) == date)
    except ValueError as e:
        print(f"error: {e}")
a, b = parse("1999-12-31"), parse("2024-07-04")
print(ordinal(*b) - ordinal(*a), "days,", divmod(ordinal(*b) - ordinal(*a), 7))
thirteens = [(y, m) for y in range(2023, 2026) for m in range(1, 13) if weekday(y, m, 13) == 4]
print("Fridays the 13th:", ", ".join(f"{MONTHS[m - 1][:3]} {y}" for y, m in thirteens))
