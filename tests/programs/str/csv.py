DATA = '''name,age,city
Ann,30,"New York, NY"
Bo,,Paris
"O""Neil",41,Zürich
'''


def parse_line(line):
    fields = []
    field = ""
    quoted = False
    i = 0
    while i < len(line):
        c = line[i]
        if quoted:
            if c == '"':
                if line[i + 1 : i + 2] == '"':
                    field += '"'
                    i += 1
                else:
                    quoted = False
            else:
                field += c
        elif c == '"':
            quoted = True
        elif c == ",":
            fields.append(field)
            field = ""
        else:
            field += c
        i += 1
    fields.append(field)
    return fields


rows = [parse_line(line) for line in DATA.splitlines()]
header, *body = rows
for row in body:
    record = dict(zip(header, row))
    age = int(record["age"]) if record["age"] else None
    print("%(name)-8s|%(city)15s|" % record, age, "{name} of {city}".format(name=record["name"], city=record["city"]))
widths = [max([len(row[i]) for row in rows]) for i in range(len(header))]
for row in rows:
    print(" | ".join([cell.ljust(w) for cell, w in zip(row, widths)]))
print("\n".join([";".join(row) for row in rows]))
