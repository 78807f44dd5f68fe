# argv: one --two=2 -3 drei/äöü 日本
import sys
from sys import argv

print(len(sys.argv), sys.argv[0].endswith("argv.py"))
for i, argument in enumerate(sys.argv[1:], 1):
    print(i, argument, len(argument))
print("one" in argv, argv is sys.argv)
sys.argv.append("more")
argv[1] = "first"
print(argv[1:], sys.argv[1:] == argv[1:])


def options(arguments=sys.argv):
    return [a for a in arguments if a.startswith("-")]


print(options(), options(["-x", "y"]))
