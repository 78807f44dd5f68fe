# stdin: "3\n  4 \n-10\n0x\n"
# stdin: "100\n" * 2000
# The sum of the numbers, until there are no more.
total = 0
wrong = 0
while True:
    try:
        line = input()
    except EOFError as e:
        print("end:", e)
        break
    try:
        total += int(line)
    except ValueError:
        wrong += 1
        print("no number:", repr(line))
print(total, wrong)
