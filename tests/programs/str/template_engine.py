def render(template, values):
    out = []
    at = 0
    while True:
        start = template.find("{{", at)
        if start < 0:
            out.append(template[at:])
            return "".join(out)
        out.append(template[at:start])
        end = template.index("}}", start)
        name, bar, filters = template[start + 2 : end].partition("|")
        value = values.get(name.strip(), "?")
        for f in filters.split("|"):
            f = f.strip()
            if f == "upper":
                value = value.upper()
            elif f == "title":
                value = value.title()
            elif f.startswith("pad:"):
                value = value.center(int(f[4:]), "*")
            elif f:
                raise ValueError("unknown filter %r" % f)
        out.append(value)
        at = end + 2


page = "Hello {{ name | title }}, {{greeting|upper|pad:9}}! {{missing}}"
print(render(page, {"name": "ann lee", "greeting": "hi"}))
for broken in ["{{ name", "{{ name | shout }}"]:
    try:
        print(render(broken, {"name": "x"}))
    except ValueError as e:
        print("error:", e)


def tokens(text):
    i = 0
    found = []
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."):
                j += 1
            found.append(("number", text[i:j]))
            i = j
        elif c.isidentifier():
            j = i
            while j < len(text) and text[i : j + 1].isidentifier():
                j += 1
            found.append(("name", text[i:j]))
            i = j
        else:
            found.append(("sign", c))
            i += 1
    return found


for kind, text in tokens("x1 = 3.14 * (naïve_y + 42)"):
    print("%-7s%s" % (kind, text))
