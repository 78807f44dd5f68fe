"""What the benchmarks read from standard input, the same at each run."""

import json
import random


def words(size):
    """A text of about `size` bytes: 50,000 different words, a few of them frequent."""
    chance = random.Random(1)
    syllables = "ba ke lo mi nu ra se to vi wa xo zu".split()
    vocabulary = ["".join(chance.choices(syllables, k=chance.randint(1, 5))) for _ in range(50000)]
    lines, n = [], 0
    while n < size:
        line = " ".join(vocabulary[int(50000 * chance.random() ** 4)] for _ in range(12))
        lines.append(line)
        n += len(line) + 1
    return "\n".join(lines) + "\n"


def document(size):
    """A JSON text of about `size` bytes: a list of records, some of which hold others."""
    chance = random.Random(1)
    records, n = [], 0
    while n < size:
        record = {
            "id": len(records),
            "name": "".join(chance.choices("abcdefghij ", k=chance.randint(5, 30))),
            "score": round(chance.random() * 1000, 3),
            "active": chance.random() < 0.5,
            "tags": chance.choices(["red", "green", "blue"], k=chance.randint(0, 4)),
            "parent": None,
        }
        if chance.random() < 0.7:
            record["parent"] = {"id": chance.randrange(1000), "weights": chance.choices(range(-100, 100), k=5)}
        records.append(record)
        n += len(json.dumps(record)) + 2
    return json.dumps({"records": records, "version": 1.5})
