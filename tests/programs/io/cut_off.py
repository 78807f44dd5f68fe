# stdin: "12\xf0\x9f\x90"
import sys

try:
    for line in sys.stdin:
        print(repr(line))
except UnicodeDecodeError as e:
    print(e)
