# Parses CSV with quotes, prints tables, groups and joins.
DATA = '''name,department,salary,start
"Smith, John",Sales,52000,2015-03-01
Jane Doe,Engineering,71000,2012-11-15
"O""Hara, Pat",Engineering,,2019-07-30
Lee Wong,Sales,48000.50,2020-01-06
'''


def parse_line(line):
    fields, field, quoted = [], "", False
    i = 0
    while i < len(line):
        ch = line[i]
        if quoted:
            if ch == '"':
                if line[i + 1:i + 2] == '"':
                    field += '"'
                    i += 1
                else:
                    quoted = False
            else:
                field += ch
        elif ch == '"':
            quoted = True
        elif ch == ",":
            fields.append(field)
            field = ""
        else:
            field += ch
        i += 1
    fields.append(field)
    return fields


def read(text):
    lines = [line for line in text.splitlines() if line.strip()]
    header = parse_line(lines[0])
    return [dict(zip(header, parse_line(line))) for line in lines[1:]]


def convert(value):
    for kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            pass
    return value or None


def quote(value):
    text = "" if value is None else str(value)
    if any(c in text for c in ',"\n'):
        text = '"' + text.replace('"', '""') + '"'
    return text


def table(rows):
    header = list(rows[0].keys())
    widths = [max(len(h), max(len(str(r[h])) for r in rows)) for h in header]
    line = "+" + "+".join("-" * (w + 2) for w in widths) + "+"
    print(line)
    print("|" + "|".join(f" {h.upper():<{w}} " for h, w in zip(header, widths)) + "|")
    print(line.replace("-", "="))
    for r in rows:
        print("|" + "|".join(f" {str(r[h]):>{w}} " for h, w in zip(header, widths)) + "|")
    print(line)


rows = read(DATA)
table(rows)
typed = [{k: convert(v) for k, v in row.items()} for row in rows]
for row in typed:
    print(row)
by_department = {}
for row in typed:
    by_department.setdefault(row["department"], []).append(row)
for department, members in sorted(by_department.items()):
    salaries = [m["salary"] for m in members if m["salary"] is not None]
    print(f"{department}: {len(members)} people, mean {sum(salaries) / len(salaries):,.2f}")
rows.sort(key=lambda r: r["start"], reverse=True)
print([r["name"].split()[0] for r in rows])
years = sorted({int(r["start"].split("-")[0]) for r in rows})
print(years, [b - a for a, b in zip(years, years[1:])])
for row in typed:
    print(",".join(quote(v) for v in row.values()))
print(parse_line('a,,"x,y",""'), parse_line(""))
