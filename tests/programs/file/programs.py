# dir: fixture
# Programs that people write, in one.
from collections import Counter

def word_counts(path):
    counts = Counter()
    with open(path) as f:
        for line in f:
            counts.update(word.strip(".,").lower() for word in line.split())
    return counts

for word, count in sorted(word_counts("words.txt").items(), key=lambda item: (-item[1], item[0]))[:5]:
    print(f"{count:3} {word}")

def split_csv(line):
    fields = []
    field = ""
    quoted = False
    for c in line.rstrip("\n"):
        if c == '"':
            quoted = not quoted
        elif c == "," and not quoted:
            fields.append(field)
            field = ""
        else:
            field += c
    fields.append(field)
    return fields

with open("table.csv") as source, open("report.txt", "w") as report:
    header = split_csv(next(source))
    total = 0.0
    for line in source:
        row = dict(zip(header, split_csv(line)))
        cost = int(row["qty"]) * float(row["price"])
        total += cost
        report.write(f"{row['name']:<10}|{cost:8.2f}\n")
    print("=" * 19, file=report)
    print(f"{'total':<10}|{total:8.2f}", file=report)
print(open("report.txt").read(), end="")

def configuration(path):
    settings = {}
    section = ""
    with open(path) as f:
        for number, line in enumerate(f, start=1):
            line = line.split(";")[0].strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("[") and line.endswith("]"):
                section = line[1:-1] + "."
                continue
            key, separator, value = line.partition("=")
            if not separator:
                print(f"{path}:{number}: no '=' in {line!r}")
                continue
            settings[section + key.strip()] = value.strip()
    return settings

print(configuration("app.conf"))

class LogFilter:
    def __init__(self, path, level):
        self.path = path
        self.level = level

    def lines(self):
        with open(self.path) as f:
            for line in f:
                if self.level in line:
                    yield line.rstrip()

    def save(self, target):
        n = 0
        with open(target, "w") as out:
            for line in self.lines():
                out.write(line + "\n")
                n += 1
        return n

errors = LogFilter("app.log", "ERROR")
print(list(errors.lines()), errors.save("errors.log"))
with open("errors.log") as a, open("app.log") as b:
    for left, right in zip(a, b):
        print(left.split()[0] == right.split()[0], left[11:16], right[11:16])

class Header:
    def __init__(self, f):
        if f.read(4) != b"NJIM":
            raise ValueError("not an image")
        self.width = int.from_bytes(f.read(2), "little")
        self.height = int.from_bytes(f.read(2), "little")

    def __repr__(self):
        return f"Header({self.width}x{self.height})"

with open("image.bin", "rb") as f:
    print(Header(f))
try:
    with open("words.txt", "rb") as f:
        Header(f)
except ValueError as e:
    print(e)
