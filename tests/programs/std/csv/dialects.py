"""Dialects: registered ones, classes, what is wrong with options."""

import csv
import io


class Semi(csv.excel):
    delimiter = ";"
    lineterminator = "\n"


class Own(csv.Dialect):
    delimiter = "|"
    quotechar = "'"
    doublequote = True
    skipinitialspace = True
    lineterminator = "\r\n"
    quoting = csv.QUOTE_MINIMAL


print(list(csv.reader(["a;b;c"], Semi)), list(csv.reader(["a;b;c"], dialect=Semi())), list(csv.reader(["a| 'b|c'"], Own)))
out = io.StringIO()
csv.writer(out, Own).writerow(["x|y", "it's"])
csv.writer(out, Semi, quoting=csv.QUOTE_ALL).writerow(["x", 1])
print(repr(out.getvalue()))
print(csv.list_dialects())
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_NONE)
csv.register_dialect("semi", Semi)
print(list(csv.reader(['a|"b"'], "pipes")), list(csv.reader(["a;b"], "semi")), csv.list_dialects())
d = csv.get_dialect("pipes")
print(d.delimiter, d.quotechar, d.escapechar, d.doublequote, d.skipinitialspace, repr(d.lineterminator), d.quoting, d.strict)
csv.unregister_dialect("pipes")
for name in ("pipes", "excel"):
    try:
        print(csv.get_dialect(name).delimiter)
    except csv.Error as e:
        print(e)
try:
    csv.unregister_dialect("pipes")
except csv.Error as e:
    print(e)
try:
    csv.reader([], "nope")
except csv.Error as e:
    print(e)
for delimiter in ("", "ab", ","):
    try:
        print(list(csv.reader(["1,2"], delimiter=delimiter)))
    except TypeError as e:
        print(e)
try:
    csv.reader([], quotechar="ab")
except TypeError as e:
    print(e)
try:
    csv.reader([], escapechar="ab")
except TypeError as e:
    print(e)
try:
    csv.reader([], quoting=7)
except TypeError as e:
    print(e)
print(list(csv.reader(['"a"'], quotechar=None)))
print(csv.field_size_limit(), csv.field_size_limit(3), csv.field_size_limit())
for text in ["abc,d", "abcd", '"abcd"', '"a",bcd']:
    try:
        print(list(csv.reader([text])))
    except csv.Error as e:
        print(e)
