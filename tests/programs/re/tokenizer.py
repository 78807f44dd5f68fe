"""A tokenizer and a template, as programs have them."""
import re

TOKENS = [("NUMBER", r"\d+(\.\d*)?"), ("NAME", r"[A-Za-z_]\w*"), ("OP", r"[-+*/=()]"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+"), ("OTHER", r".")]
SCANNER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in TOKENS))


def tokens(code):
    line, start = 1, 0
    for m in SCANNER.finditer(code):
        kind, value = m.lastgroup, m.group()
        if kind == "NEWLINE":
            line, start = line + 1, m.end()
        elif kind == "OTHER":
            raise SyntaxError(f"{value!r} in line {line}")
        elif kind != "SKIP":
            yield kind, value, line, m.start() - start


for token in tokens("x = 3.5 * (y1 + 2)\nz = x"):
    print(token)
try:
    for token in tokens("a ? b"):
        pass
except SyntaxError as e:
    print(e)

values = {"name": "Ann", "n": "3"}
print(re.sub(r"\{(\w+)\}", lambda m: values.get(m.group(1), m.group(0)), "{name} has {n} {things}"))
LOG = re.compile(r'(?P<ip>[\d.]+) - - \[(?P<when>[^]]+)\] "(?P<verb>[A-Z]+) (?P<path>\S+)[^"]*" (?P<status>\d{3}) (?P<size>\d+|-)')
total = 0
for line in [
    '10.0.0.1 - - [10/Oct/2023:13:55:36 +0000] "GET /index.html HTTP/1.1" 200 2326',
    '10.0.0.2 - - [10/Oct/2023:13:55:40 +0000] "POST /form HTTP/1.1" 302 -',
    "nonsense",
]:
    m = LOG.match(line)
    if not m:
        print("no:", line)
        continue
    size = m["size"]
    total += 0 if size == "-" else int(size)
    print(m["ip"], m["verb"].lower(), m["path"], int(m["status"]) // 100)
print(total, re.split(r"\s*[,;]\s*", "a , b;c"))
at, code = 0, "12+3*x"
number, sign = re.compile(r"\d+|[a-z]"), re.compile(r"[+*]")
while at < len(code):
    m = number.match(code, at) or sign.match(code, at)
    if m is None:
        break
    print(m.group(), end=" ")
    at = m.end()
print()
