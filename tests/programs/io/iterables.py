# stdin: "4 5\n6\n\n7 8 9\n1\n2\n3\n5\n1\n8\n2\n"
import sys

matrix = []
for line in sys.stdin:
    if not line.strip():
        break
    matrix.append([int(x) for x in line.split()])
print(matrix)
for i, line in zip(range(2), sys.stdin):
    print(i, line, end="")
first, second = int(input()), int(input())
print(first, second)
print(sum(int(line) for line in sys.stdin))
print([line for line in sys.stdin], sorted(sys.stdin), "".join(sys.stdin))
