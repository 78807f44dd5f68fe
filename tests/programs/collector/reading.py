# argv: a bb ccc
# stdin: "some words here\n" * 40
# stdin: "0123456789" * 1700
import sys

lengths = {}
for line in sys.stdin:
    words = line.split()
    lengths[len(line)] = words[0] + sys.argv[len(words)][:3]
for length in lengths:
    text = lengths[length]
    print(length, text[:8], len(text) > 100)
print(sys.argv[1:])
