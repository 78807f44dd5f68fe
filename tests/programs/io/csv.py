# stdin: "name,amount,price\r\napples,3,0.25\r\npears,10,0.4\r\nplums,7,0.125\r\n"
# Totals of a table whose lines end as on Windows.
import sys

header = sys.stdin.readline().rstrip("\r\n").split(",")
print(header)
total = 0.0
for number, line in enumerate(sys.stdin, start=2):
    name, amount, price = line.rstrip("\r\n").split(",")
    cost = int(amount) * float(price)
    print(f"{number}: {name:<8}{cost:8.2f}")
    total += cost
print(f"{'total':<11}{total:8.2f}")
