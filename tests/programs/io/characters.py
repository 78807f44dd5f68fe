# stdin: "h\xc3\xa9llo w\xc3\xb6rld\n\xe6\x97\xa5\xe6\x9c\xac \xf0\x9f\x90\x8d!\r\nlast\r"
# stdin: "x\ry\n\n" * 3000
import sys

print(repr(sys.stdin.read(4)), repr(sys.stdin.read(0)))
print(repr(sys.stdin.readline()))
print(repr(sys.stdin.readline(4)), repr(sys.stdin.readline(100)))
print(repr(input("name: ")))
print(repr(sys.stdin.readline(-1)), sys.stdin.readlines(5))
text = sys.stdin.read()
print(len(text), text.count("\n"), text.count("\r"), repr(text[:8]))
