import sys

print(repr(sys.stdin.read()), repr(sys.stdin.readline()), sys.stdin.readlines(), list(sys.stdin))
print(repr(sys.stdin.read(5)), repr(sys.stdin.read(0)), repr(sys.stdin.read(None)))
print("still here", end="")
input()
