# stdin: "good\nb\xffd\n"
import sys

try:
    print(repr(sys.stdin.readline()))
except UnicodeDecodeError as e:
    print(e)
