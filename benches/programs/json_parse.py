# Parses a JSON-like text on standard input into dicts and lists, and walks them.
import sys


def skip(text, i):
    while i < len(text) and text[i] in " \n":
        i += 1
    return i


def parse_string(text, i):
    start = i + 1
    i = start
    while text[i] != '"':
        i += 1
    return text[start:i], i + 1


def parse_number(text, i):
    start = i
    while i < len(text) and text[i] in "-0123456789.":
        i += 1
    word = text[start:i]
    if "." in word:
        return float(word), i
    return int(word), i


def parse(text, i):
    i = skip(text, i)
    c = text[i]
    if c == "{":
        result = {}
        i = skip(text, i + 1)
        while text[i] != "}":
            key, i = parse_string(text, i)
            i = skip(text, i)
            if text[i] != ":":
                raise ValueError(f"':' expected at {i}")
            value, i = parse(text, i + 1)
            result[key] = value
            i = skip(text, i)
            if text[i] == ",":
                i = skip(text, i + 1)
        return result, i + 1
    if c == "[":
        items = []
        i = skip(text, i + 1)
        while text[i] != "]":
            value, i = parse(text, i)
            items.append(value)
            i = skip(text, i)
            if text[i] == ",":
                i += 1
                i = skip(text, i)
        return items, i + 1
    if c == '"':
        return parse_string(text, i)
    if text.startswith("true", i):
        return True, i + 4
    if text.startswith("false", i):
        return False, i + 5
    if text.startswith("null", i):
        return None, i + 4
    return parse_number(text, i)


def measure(value):
    """How many values there are, and the sum of the numbers."""
    if isinstance(value, dict):
        count, total = 1, 0.0
        for v in value.values():
            n, t = measure(v)
            count += n
            total += t
        return count, total
    if isinstance(value, list):
        count, total = 1, 0.0
        for v in value:
            n, t = measure(v)
            count += n
            total += t
        return count, total
    if isinstance(value, bool) or value is None:
        return 1, 0.0
    if isinstance(value, str):
        return 1, float(len(value))
    return 1, float(value)


text = sys.stdin.read()
data, end = parse(text, 0)
count, total = measure(data)
print(f"{end} {count} {total:.3f}")
