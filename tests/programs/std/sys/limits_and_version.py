# stdin: "a\nb\n"
import sys
from sys import stdout, argv

sys.setrecursionlimit(10**6)
print(sys.getrecursionlimit(), sys.byteorder, sys.intern("abc") is not None, len(argv), sys.maxsize)
sys.stdout.write("x\n")
stdout.write("y\n")
print("err", file=sys.stderr)
for line in sys.stdin:
    print(line.strip())
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print(e)
print(sys.version_info >= (3, 8), sys.platform[:3] in ("lin", "was"))
sys.exit(3)
