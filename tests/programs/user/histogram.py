# Histograms, bars, box plots and sparklines drawn with characters.
DATA = [3, 7, 8, 5, 12, 14, 21, 13, 18, 14, 9, 7, 7, 10, 11, 15, 6, 3, 2, 19]


def vertical(values):
    top = max(values)
    for level in range(top, 0, -1):
        print(f"{level:2} " + " ".join("#" if v >= level else " " for v in values).rstrip())
    print("   " + "-" * (2 * len(values) - 1))


def horizontal(counts, width=30):
    most = max(counts.values())
    label = max(len(str(k)) for k in counts)
    for k, v in counts.items():
        bar = "█" * int(v / most * width)
        print(f"{k!s:>{label}} │{bar:<{width}}│ {v}")


def bins(values, size):
    result = {}
    for v in sorted(values):
        low = v // size * size
        key = f"{low}-{low + size - 1}"
        result[key] = result.get(key, 0) + 1
    return result


def quantile(values, q):
    xs = sorted(values)
    at = q * (len(xs) - 1)
    low = int(at)
    rest = at - low
    if rest == 0:
        return xs[low]
    return xs[low] + rest * (xs[low + 1] - xs[low])


def box_plot(values, width=44):
    low, q1, q2, q3, high = [quantile(values, q / 4) for q in range(5)]
    scale = lambda v: round((v - low) / (high - low) * (width - 1))
    line = [" "] * width
    for i in range(scale(low), scale(high) + 1):
        line[i] = "-"
    for i in range(scale(q1), scale(q3) + 1):
        line[i] = "="
    for v, mark in ((low, "|"), (q1, "["), (q2, "M"), (q3, "]"), (high, "|")):
        line[scale(v)] = mark
    print("".join(line))
    print(f"min={low} q1={q1} median={q2} q3={q3} max={high}")


def spark(values):
    marks = "▁▂▃▄▅▆▇█"
    low, high = min(values), max(values)
    return "".join(marks[int((v - low) / (high - low) * 7)] for v in values)


def moving_average(values, n):
    return [sum(values[i:i + n]) / n for i in range(len(values) - n + 1)]


vertical([v // 3 for v in DATA])
horizontal(bins(DATA, 5))
horizontal({"yes": 10, "no": 4, None: 1, 3.5: 2})
box_plot(DATA)
print(spark(DATA))
print([round(x, 2) for x in moving_average(DATA, 5)])
mean = sum(DATA) / len(DATA)
variance = sum((x - mean) ** 2 for x in DATA) / (len(DATA) - 1)
print(f"mean {mean:.3f} sd {variance ** 0.5:.3f}")
modes = {}
for v in DATA:
    modes[v] = modes.get(v, 0) + 1
most = max(modes.values())
print("modes", [v for v, n in modes.items() if n == most], "x", most)
cumulative, total = [], 0
for v in DATA:
    total += v
    cumulative.append(total)
print(cumulative)
canvas = [[" "] * 41 for _ in range(11)]
for x in range(41):
    canvas[5][x] = "."
    y = (x - 20) ** 3 / 1600 - (x - 20) / 3
    row = 5 - round(y)
    if 0 <= row < 11:
        canvas[row][x] = "*"
for row in canvas:
    print("".join(row).rstrip())
