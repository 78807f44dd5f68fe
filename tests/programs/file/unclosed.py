# dir:
# What was written is there, however the program ends.
kept = open("kept.txt", "w")
kept.write("kept\n")
blob = open("blob.bin", "wb")
blob.write(b"\x00\x01")

def fail(n):
    with open("inside.txt", "w") as f:
        f.write("before the failure\n")
        f.write(f"{10 // n}\n")

try:
    fail(0)
except ZeroDivisionError:
    print(open("inside.txt").read())
more = open("more.txt", "a")
print("a line", file=more)
raise RuntimeError("the end")
