# bytes that grow in a loop, and who sees them meanwhile.
def build(n):
    data = b""
    kept = []
    for i in range(n):
        data += bytes([i % 256])
        if i % 50 == 0:
            kept.append(data)
        data += b"\xff"
    return data, kept


data, kept = build(300)
print(len(data), [len(k) for k in kept], data[-4:], kept[-1][-4:])


class Packet:
    def __init__(self):
        self.data = b"0123456789abcdef" * 5

    def add(self, piece):
        self.data += piece


p = Packet()
p.add(b"x")
before = p.data
p.add(b"y")
for i in range(100):
    p.add(bytes(2))
print(before[80:], len(p.data), p.data[80:84], hash(before) == hash(p.data[:81]))
mixed = b"0123456789abcdef" * 5
for i in range(4):
    mixed += bytearray(b"z")
    mixed += mixed[80:]
print(mixed[80:], type(mixed).__name__)
