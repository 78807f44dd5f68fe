"""Fields without quotes as floats, and numbers that are written without quotes."""

import csv
import io

for row in csv.reader(['1,"2",,3.5', '"a",-1e3', "'x'"[:0]], quoting=csv.QUOTE_NONNUMERIC):
    print(row, [type(x).__name__ for x in row])
try:
    for row in csv.reader(["1,x"], quoting=csv.QUOTE_NONNUMERIC):
        print(row)
except ValueError as e:
    print(e)
out = io.StringIO()
w = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
w.writerow([1, 2.5, None, True, "x", 'a"b'])
print(repr(out.getvalue()))
