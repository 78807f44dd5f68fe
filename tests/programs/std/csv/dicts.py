"""Rows as dicts."""

import csv
import io

r = csv.DictReader(["name,age", "Ann,3", "", "Bob,4"])
for d in r:
    print(d, d["name"].upper(), int(d["age"]) + 1, r.line_num)
print(r.fieldnames, r.line_num)
print(list(csv.DictReader(["a,b", "1,2,3", "4"])))
print(list(csv.DictReader(["a,b", "1,2,3", "4"], restkey="r", restval="v")))
print(list(csv.DictReader(["a,b", "", "1,2"], fieldnames=["x", "y"])), list(csv.DictReader([])), csv.DictReader([]).fieldnames)
print(list(csv.DictReader(["a;b", "1;2"], delimiter=";")), list(csv.DictReader(["a\tb", "1\t2"], dialect="excel-tab")))

out = io.StringIO()
w = csv.DictWriter(out, ["a", "b"], lineterminator="\n")
w.writeheader()
w.writerow({"a": "1", "b": "2"})
w.writerow({"b": "3"})
w.writerows([{"a": "x,y", "b": ""}, {}])
try:
    w.writerow({"c": "1"})
except ValueError as e:
    print(e)
print(out.getvalue())
out = io.StringIO()
w = csv.DictWriter(out, fieldnames=["n", "x"], restval=0, extrasaction="ignore", quoting=csv.QUOTE_ALL)
w.writerow({"n": 1, "z": 5})
print(repr(out.getvalue()))
try:
    csv.DictWriter(out, ["a"], extrasaction="foo")
except ValueError as e:
    print(e)
total = sum(int(row["n"]) for row in csv.DictReader(io.StringIO("n,m\n1,2\n30,4\n")))
print(total)
