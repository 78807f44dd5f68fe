# stdin: "a\nb"
import sys

print(repr(input()), repr(input()))
try:
    input("more? ")
except EOFError as e:
    print(repr(e))
print(repr(sys.stdin.readline()))
input()
