"""The calendar of a year, as cal prints it, and the date of Easter."""


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(year, month):
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def weekday(year, month, day):
    """0 for Monday; Zeller's congruence."""
    if month < 3:
        month += 12
        year -= 1
    return (day + 13 * (month + 1) // 5 + year + year // 4 - year // 100 + year // 400 + 5) % 7


def name(month):
    if month < 7:
        if month < 4:
            return "January" if month == 1 else "February" if month == 2 else "March"
        return "April" if month == 4 else "May" if month == 5 else "June"
    if month < 10:
        return "July" if month == 7 else "August" if month == 8 else "September"
    return "October" if month == 10 else "November" if month == 11 else "December"


def centered(text, width):
    left = (width - len(text)) // 2
    return " " * left + text + " " * (width - len(text) - left)


def week(year, month, row):
    """One line of a month: seven days, two letters each."""
    line = ""
    day = row * 7 - weekday(year, month, 1) + 1
    for i in range(7):
        if day < 1 or day > days_in(year, month):
            line += "  "
        else:
            line += str(day) if day > 9 else " " + str(day)
        if i < 6:
            line += " "
        day += 1
    return line


def print_year(year):
    print(centered(str(year), 66))
    for first in range(1, 13, 3):
        print()
        for month in range(first, first + 3):
            print(centered(name(month), 20), end="   " if month < first + 2 else "\n")
        print("Mo Tu We Th Fr Sa Su   " * 2 + "Mo Tu We Th Fr Sa Su")
        for row in range(6):
            print(week(year, first, row), week(year, first + 1, row), week(year, first + 2, row), sep="   ")


def easter(year):
    """Month and day, by the rule of Meeus, Jones and Butcher."""
    a = year % 19
    b, c = divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return month, day + 1


if __name__ == "__main__":
    print_year(2024)
    print()
    for year in range(2020, 2031):
        month, day = easter(year)
        print("Easter", year, "is on", name(month), day)
    thirteenths = 0
    for year in range(2000, 2400):
        for month in range(1, 13):
            if weekday(year, month, 13) == 4:
                thirteenths += 1
    print(thirteenths, "Fridays the 13th in 400 years")
