# stdin: "0123456789" * 10000
# stdin: "\n"
# stdin: "\xe2\x82\xac\xc3\xa4" * 30000
# stdin: "\r\n\r\r\n\n"
# stdin: "abc\n" * 5000
# Lines that are longer than any buffer, with code points across its ends.
import sys

line = input()
print(len(line), line[:3], line[-3:])
line = sys.stdin.readline()
print(len(line), line[:3], repr(line[-3:]))
print(repr(sys.stdin.readline()), repr(sys.stdin.readline()), repr(sys.stdin.readline(2)))
rest = sys.stdin.readlines()
print(len(rest), rest[0] == rest[-1], repr(rest[0]))
