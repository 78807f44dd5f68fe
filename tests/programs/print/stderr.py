import sys

print("to stdout")
print("to stderr", 1, 2.5, file=sys.stderr)
print("explicit stdout", file=sys.stdout)
print("none", file=None)
print("a", "b", sep="-", end="?\n", file=sys.stderr)
