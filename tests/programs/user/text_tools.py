# Small tools for texts: counting brackets, dates, slugs, camel case, templates, tables of contents.
def balanced(text):
    pairs = {")": "(", "]": "[", "}": "{"}
    stack = []
    for i, ch in enumerate(text):
        if ch in pairs.values():
            stack.append((ch, i))
        elif ch in pairs:
            if not stack or stack[-1][0] != pairs[ch]:
                return False, i
            stack.pop()
    return (True, None) if not stack else (False, stack[-1][1])


def slug(title):
    out = []
    for ch in title.lower():
        if ch.isalnum():
            out.append(ch)
        elif out and out[-1] != "-":
            out.append("-")
    return "".join(out).strip("-")


def camel(name):
    head, *tail = name.split("_")
    return head + "".join(word.capitalize() for word in tail)


def snake(name):
    return "".join("_" + c.lower() if c.isupper() else c for c in name).lstrip("_")


def fill(template, values):
    result, rest = "", template
    while "{{" in rest:
        before, _, rest = rest.partition("{{")
        key, end, rest = rest.partition("}}")
        if not end:
            raise ValueError("unclosed {{" + key)
        result += before + str(values.get(key.strip(), "<" + key.strip() + ">"))
    return result + rest


def contents(text):
    numbers = []
    for line in text.splitlines():
        level = len(line) - len(line.lstrip("#"))
        if not level:
            continue
        numbers = numbers[:level] + [0] * (level - len(numbers))
        numbers[-1] += 1
        print("  " * (level - 1) + ".".join(map(str, numbers)), line[level:].strip())


def parse_query(query):
    result = {}
    for part in query.lstrip("?").split("&"):
        if not part:
            continue
        key, sep, value = part.partition("=")
        result.setdefault(key, []).append(value.replace("+", " ") if sep else None)
    return result


def parse_ini(text):
    config, section = {}, None
    for number, line in enumerate(text.splitlines(), 1):
        line = line.split(";")[0].strip()
        if line == "":
            continue
        if line[0] == "[" and line[-1] == "]":
            section = config.setdefault(line[1:-1], {})
        elif "=" in line and section is not None:
            key, value = (x.strip() for x in line.split("=", 1))
            section[key] = int(value) if value.lstrip("-").isdigit() else value
        else:
            print(f"line {number} ignored: {line}")
    return config


for text in ("(a[b]{c})", "(]", "((", "", "a)"):
    ok, at = balanced(text)
    print(f"{text!r}: {'ok' if ok else f'wrong at {at}'}")
print(slug("  Hello, World! It's 2024 -- really? "), camel("read_text_file"), snake("readTextFile"), snake("HTTPGet"))
print(fill("Dear {{ name }}, you owe {{amount}} to {{who}}.", {"name": "Ann", "amount": 12.5}))
try:
    fill("{{ oops", {})
except ValueError as e:
    print("ValueError:", e)
contents("# One\ntext\n## A\n## B\n### deep\n# Two\n## C")
print(parse_query("?a=1&b=two+words&a=3&flag&=x"))
print(parse_ini("""
stray = 1
[main]          ; comment
size = -12
name = The = sign
[empty]
[main]
more = yes
"""))
line = "2024-05-01 12:30:45 ERROR [db] connection lost: timeout=30s"
date, time, level, rest = line.split(None, 3)
source = rest[rest.index("[") + 1:rest.index("]")]
h, m, s = (int(x) for x in time.split(":"))
print(date, h * 3600 + m * 60 + s, level.lower(), source, rest[rest.find("]") + 2:])
print("%s has %d items costing $%.2f (%s)" % ("cart", 3, 9.99, [1, "x"]), "100%" + "%c%c" % (72, "i"))
phone = "".join(filter(str.isdigit, "+1 (555) 010-9999"))
print(f"{phone[:1]}-{phone[1:4]}-{phone[4:7]}-{phone[7:]}", phone.zfill(14), "{:>15}".format(phone))
print("\n".join(f"{a:<5}{b:>5}" for a, b in [("x", 1), ("yy", 22)]))
isbn = "978-0-306-40615-7"
digits = [int(d) for d in isbn if d != "-"]
print(sum(d * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0)
luhn = lambda n: sum(sum(divmod(int(d) * 2, 10)) if i % 2 else int(d) for i, d in enumerate(reversed(n))) % 10 == 0
print([n for n in ("4539578763621486", "1234567812345678") if luhn(n)])
