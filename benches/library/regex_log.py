"""Regular expressions over a log: 10 MB for 70,000."""

import re
import sys

LINES = """2024-01-15 12:34:56 ERROR user=alice id=12345 path=/home/alice/file.txt took 45ms
2024-02-16 01:02:03 INFO user=bob id=99 path=/tmp/x took 7ms
"""


def main(n):
    text = LINES * n
    print(len(text), len(re.findall(r"user=(\w+) id=(\d+)", text)))
    print(sum(int(m.group(1)) for m in re.finditer(r"took (\d+)ms", text)))
    print(len(re.sub(r"\d{4}-\d{2}-\d{2}", "DATE", text)), len(re.split(r"\s+", text)))
    print(sum(1 for line in text.split("\n") if re.match(r".*ERROR.*path=(/\S+)", line)))


main(int(sys.argv[1]))
