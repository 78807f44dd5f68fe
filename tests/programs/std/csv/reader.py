"""Rows that are read: quotes, escapes, ends of lines, what is wrong."""

import csv
import io


def show(lines, **options):
    try:
        print(list(csv.reader(lines)))
    except csv.Error as e:
        print("Error", e)


for lines in [
    ["a,b,c", "1,2,3\r\n", "", "\n", "x"],
    ['a,b,"c ""x"" d",', "1, 2,3\r\n", '"two\n', 'lines",x', '"",,"a,b"'],
    ['"abc'],
    ['"ab"c,d'],
    ["a\rb"],
    ["a\n\n", "\r\n\r", "\n", ""],
    ["a\nb"],
    ['a,"b\n', "\n", 'c",d'],
    ['  "a", b'],
    ['a"b,c"'],
    ['"a"\n', '"b"\r\n', '"c",\n'],
    [],
]:
    show(lines)
print(list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")), list(csv.reader(["a\tb"], dialect="excel-tab")))
print(list(csv.reader(["a\\,b,c\\", "d"], escapechar="\\")))
print(list(csv.reader(['"a\\"b",c'], escapechar="\\")), list(csv.reader(['"a\\', 'b",c'], escapechar="\\")))
print(list(csv.reader(["a\\\n", "b"], escapechar="\\")), list(csv.reader(["a\\\r\n", "b"], escapechar="\\")))
print(list(csv.reader(['"a""b"'], doublequote=False)), list(csv.reader(["'a,b'"], quoting=csv.QUOTE_NONE)))
print(list(csv.reader(['  "a", b,   c', "  ", "", ", "], skipinitialspace=True)))
for text in ['"abc', '"ab"c,d', '"a","b"']:
    try:
        print(list(csv.reader([text], strict=True)))
    except csv.Error as e:
        print(e)

f = io.StringIO('name,note\r\nAnn,"first\r\nsecond"\r\nBob,\r\n')
r = csv.reader(f)
print(next(r), r.line_num)
for row in r:
    print(row, r.line_num, len(row))
try:
    next(r)
except StopIteration:
    print("no more")
