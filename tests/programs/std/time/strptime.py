"""Times read from texts: what is found, what is completed, what is refused."""

import time


def t(text, format):
    try:
        print(repr(text), repr(format), tuple(time.strptime(text, format)))
    except ValueError as e:
        print(repr(text), repr(format), type(e).__name__, e)


print(time.strptime("30 Nov 00", "%d %b %y"))
print(time.strptime("Mon Jan  5 10:20:30 2021"))
print(time.strptime("2024-02-29 23:59:58", "%Y-%m-%d %H:%M:%S").tm_yday)
for text in ["2020", "2020-01-01x", "2020-01-01", "2020-13-01", "2020-02-30", "0000-01-01", "0001-1-1", "2020-1-1"]:
    t(text, "%Y-%m-%d")
for text, format in [
    ('1', '%q'),
    ('1', '%'),
    ('1', '%d%'),
    ('2020 5', '%G %V'),
    ('2020 5 1', '%G %V %u'),
    ('2020 5 1', '%Y %V %u'),
    ('5', '%V'),
    ('2020 100', '%G %j'),
    ('2020 5 1 100', '%G %V %u %j'),
    ('2021 53 1', '%G %V %u'),
    ('2026 1 1', '%G %V %u'),
    ('29 Feb', '%d %b'),
    ('30 Feb', '%d %b'),
    ('2020 100', '%Y %j'),
    ('2020 10 3', '%Y %U %w'),
    ('2020 0 1', '%Y %W %w'),
    ('2021 1 Sun', '%Y %U %a'),
    ('12 PM', '%I %p'),
    ('12 am', '%I %p'),
    ('11', '%I'),
    ('UTC', '%Z'),
    ('foo', '%Z'),
    ('12020', '%d%Y'),
    ('  3', '%d'),
    (' 3', '%d'),
    ('a  b 3', 'A b %d'),
    ('+05:30', '%z'),
    ('Z', '%z'),
    ('-053010.123', '%z'),
    ('+05:3010', '%z'),
    ('3 %', '%d %%'),
    ('10:20', '%X'),
    ('10:20:30', '%X'),
    ('Mon Jan  5 10:20:30 2021', '%c'),
    ('01/02/68', '%x'),
    ('01/02/69', '%x'),
    ('a.b 3', 'a.b %d'),
    ('axb 3', 'a.b %d'),
    ('', ''),
    ('x', ''),
    ('10', '%f'),
    ('1234567', '%f'),
    ('366', '%j'),
    ('2021 366', '%Y %j'),
    ('Monday', '%a'),
    ('tuesday', '%A'),
    ('10 3', '%U %w'),
    ('0', '%w'),
    ('2020\t1', '%Y %m'),
    ('2020 1', '%Y\n%m'),
    ('20201', '%Y %m'),
    ('5 PM', '%H %p'),
    ('5 10 PM', '%H %I %p'),
    ('61', '%S'),
    ('62', '%S'),
    ('2020 1 6 100', '%Y %W %w %j'),
    ('Y', '%Y'),
    ('%', '%%'),
    ('gmt', '%Z'),
    ('1 UTC +01:00', '%d %Z %z'),
    ('2020 5', '%G %u'),
    ('z', '%z'),
    ('123', '%H%M'),
    ('111', '%d%m'),
    ('MAY', '%B'),
    ('may', '%b'),
]:
    t(text, format)
now = time.gmtime(1700000000)
print(time.strptime(time.strftime("%Y %j %H %M %S", now), "%Y %j %H %M %S")[:6] == now[:6])
