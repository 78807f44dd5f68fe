# Run-length, LZ-like and Huffman coding of strings.
def rle(text):
    if not text:
        return ""
    out, count = [], 1
    for previous, current in zip(text, text[1:]):
        if current == previous:
            count += 1
        else:
            out.append(f"{count if count > 1 else ''}{previous}")
            count = 1
    out.append(f"{count if count > 1 else ''}{text[-1]}")
    return "".join(out)


def unrle(text):
    out, count = "", ""
    for ch in text:
        if ch.isdigit():
            count += ch
        else:
            out += ch * int(count or "1")
            count = ""
    return out


def lzw(text):
    table = {chr(i): i for i in range(128)}
    current, codes = "", []
    for ch in text:
        if current + ch in table:
            current += ch
        else:
            codes.append(table[current])
            table[current + ch] = len(table)
            current = ch
    if current:
        codes.append(table[current])
    return codes


def unlzw(codes):
    table = {i: chr(i) for i in range(128)}
    previous = table[codes[0]]
    out = [previous]
    for code in codes[1:]:
        entry = table[code] if code in table else previous + previous[0]
        out.append(entry)
        table[len(table)] = previous + entry[0]
        previous = entry
    return "".join(out)


def huffman(text):
    counts = {}
    for ch in text:
        counts[ch] = counts.get(ch, 0) + 1
    heap = sorted((n, [(ch, "")]) for ch, n in counts.items())
    while len(heap) > 1:
        (n1, left), (n2, right) = heap[0], heap[1]
        merged = [(ch, "0" + code) for ch, code in left] + [(ch, "1" + code) for ch, code in right]
        heap = sorted(heap[2:] + [(n1 + n2, merged)])
    return dict(heap[0][1])


for text in ["", "a", "aaabbc", "WWWWWWWWWWWWBWWWWWWWWWWWWBBB", "abcdef"]:
    packed = rle(text)
    print(repr(text), repr(packed), unrle(packed) == text)
text = "to be or not to be that is to be the question or not"
codes = lzw(text)
print(len(text), len(codes), codes[:12], unlzw(codes) == text)
book = huffman("mississippi river")
for ch, code in sorted(book.items(), key=lambda kv: (len(kv[1]), kv[1])):
    print(repr(ch), code)
bits = "".join(book[ch] for ch in "mississippi river")
print(len(bits), bits)
decode, current, out = {v: k for k, v in book.items()}, "", []
for bit in bits:
    current += bit
    if current in decode:
        out.append(decode[current])
        current = ""
print("".join(out), f"{len(bits) / (8 * len(out)):.1%}")
packed = bytearray()
for i in range(0, len(bits), 8):
    packed.append(int(bits[i:i + 8].ljust(8, "0"), 2))
print(packed.hex(), len(packed), sum(packed) % 256, list(packed[:3]))
