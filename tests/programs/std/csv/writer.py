"""Rows that are written: what is put in quotes, what is escaped."""

import csv
import io


def written(rows, write):
    out = io.StringIO()
    w = write(out)
    try:
        for row in rows:
            w.writerow(row)
    except csv.Error as e:
        print("Error", e)
    print(repr(out.getvalue()))


row = ["a", "x,y", 'q"r', "two\nlines", "c\\d", "", " s "]
written([row], lambda f: csv.writer(f))
written([row], lambda f: csv.writer(f, quoting=csv.QUOTE_ALL))
written([row], lambda f: csv.writer(f, quoting=csv.QUOTE_NONE, escapechar="\\"))
written([row], lambda f: csv.writer(f, escapechar="\\"))
written([row], lambda f: csv.writer(f, escapechar="\\", doublequote=False))
written([row], lambda f: csv.writer(f, doublequote=False))
written([row], lambda f: csv.writer(f, quoting=csv.QUOTE_NONE))
written([row], lambda f: csv.writer(f, delimiter="|", quotechar="'", lineterminator="\n"))
written([["a\rb", "c\nd"]], lambda f: csv.writer(f, lineterminator="\n"))
written([["a\rb", "c\nd"]], lambda f: csv.writer(f, lineterminator="!"))
written([[""], [], ["", ""]], lambda f: csv.writer(f))
written([[""]], lambda f: csv.writer(f, quoting=csv.QUOTE_NONE))
written([['q"']], lambda f: csv.writer(f, quoting=csv.QUOTE_NONE, quotechar=None))
written([["a"]], lambda f: csv.writer(f, dialect="unix"))
written([["a", "b c"]], lambda f: csv.writer(f, dialect=csv.excel_tab))

out = io.StringIO()
w = csv.writer(out)
print(w.writerow(["a", 1, 2.5, None, True, "x,y"]))
w.writerows([[1, 2], ["", ""], (3, "x")])
print(repr(out.getvalue()))
again = list(csv.reader(io.StringIO(out.getvalue())))
print(again)


class Out:
    def __init__(self):
        self.text = ""

    def write(self, s):
        self.text += s
        return len(s)


mine = Out()
print(csv.writer(mine).writerow(range(3)), repr(mine.text))
