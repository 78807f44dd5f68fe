import sys

print("flushed", flush=True)
print("not flushed", flush=False)
print("a", end="", flush=True)
print("b", file=sys.stderr, flush=True)
print()
