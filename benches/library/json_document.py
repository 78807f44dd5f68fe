"""A document of many records, written as JSON and read again: 10 MB for 100,000."""

import json
import sys


def main(n):
    records = [
        {"id": i, "name": f"user{i}", "tags": ["a", "b", str(i % 7)], "score": i * 0.5, "ok": i % 2 == 0, "none": None}
        for i in range(n)
    ]
    text = json.dumps(records)
    back = json.loads(text)
    print(len(text), len(back), sum(len(record["name"]) for record in back))


main(int(sys.argv[1]))
