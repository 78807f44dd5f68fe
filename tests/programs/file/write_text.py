# dir:
with open("a.txt", "w") as f:
    print(f.write("one\n"), f.write("two\n"), f.tell())
    f.writelines(["three\n", "four\n"])
    f.writelines(str(i) for i in range(5))
    print("printed", 1, None, sep="-", end="!\n", file=f)
    print(file=f)
    print(*[1, 2, 3], sep=",", file=f, flush=True)
print(open("a.txt").read())
with open("a.txt", "a") as f:
    print(f.tell(), f.write("appended\n"), f.tell())
with open("a.txt", "r+") as f:
    print(repr(f.readline()))
    print(f.write("END"), f.seek(0), repr(f.read()))
    print(f.seek(4), f.write("TWO"), f.flush(), f.seek(0), f.readlines()[1])
    print(f.seek(9), f.truncate(), f.seek(0), repr(f.read()))
    print(f.truncate(3), f.seek(0), repr(f.read()))
with open("a.txt", "w+") as f:
    print(repr(f.read()), f.write("new\ntext"), f.seek(0), f.readlines())
with open("a.txt", "a+") as f:
    print(f.tell(), repr(f.read()), f.seek(0), repr(f.read()), f.write("+more"), f.seek(2), repr(f.read()))
with open("b.txt", "x") as f:
    f.write("x")
try:
    open("b.txt", "x")
except FileExistsError as e:
    print(e)

def report(rows, out):
    for name, value in rows:
        print(f"{name:<8}{value:>6.2f}", file=out)

with open("report.txt", "w") as out:
    report([("alpha", 1.5), ("beta", 22.25)], out)
print(open("report.txt").read(), end="")

outputs = [open(f"part{i}.txt", "w") for i in range(6)]
for n in range(30):
    outputs[n % 6].write(f"{n}\n")
for f in outputs:
    f.close()
for i in range(6):
    with open(f"part{i}.txt") as f:
        print(f.read().split())

with open("large.txt", "w") as f:
    for i in range(5000):
        f.write(f"line {i}\n")
with open("large.txt") as f:
    print(sum(len(line) for line in f))
with open("long.txt", "w") as f:
    f.write("x" * 100000 + "\n" + "y" * 50000)
with open("long.txt") as f:
    print([len(line) for line in f], f.tell())
