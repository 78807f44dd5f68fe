# dir: ../file/fixture
import os

print(sorted(os.listdir()), sorted(os.listdir(".")) == sorted(os.listdir("sub/..")))
print(os.path.exists("words.txt"), os.path.isfile("words.txt"), os.path.isdir("words.txt"))
print(os.path.exists("sub"), os.path.isfile("sub"), os.path.isdir("sub"), os.path.exists("no"), os.path.isfile("no/no"))
print(os.path.getsize("words.txt"), os.stat("words.txt").st_size, os.path.getmtime("words.txt") > 1.5e9)

def attempt(what, *args):
    try:
        print(what(*args))
    except OSError as e:
        print(type(e).__name__, e)

attempt(os.mkdir, "new")
attempt(os.mkdir, "new")
attempt(os.mkdir, "no/new")
attempt(os.listdir, "new")
attempt(os.listdir, "no")
attempt(os.listdir, "words.txt")
attempt(os.makedirs, "a/b/c")
attempt(os.makedirs, "a/b/c")
os.makedirs("a/b/c", exist_ok=True)
os.makedirs("a/b/d/", exist_ok=True)
attempt(os.makedirs, "words.txt/x")
attempt(os.rmdir, "a")
attempt(os.rmdir, "a/b/d")
attempt(os.rmdir, "no")
attempt(os.rmdir, "words.txt")
attempt(os.remove, "no.txt")
attempt(os.remove, "latin.txt")
attempt(os.remove, "sub")
attempt(os.unlink, "mixed.txt")
attempt(os.rename, "app.log", "a/b/moved.log")
attempt(os.rename, "app.log", "other.log")
attempt(os.replace, "table.csv", "app.conf")
attempt(os.stat, "no.txt")
attempt(os.path.getsize, "no.txt")
for i in range(300):
    with open(os.path.join("new", f"file{i:03}.txt"), "w") as f:
        f.write("x" * i)
names = sorted(os.listdir("new"))
print(len(names), names[:3], names[-1], sum(os.path.getsize(os.path.join("new", name)) for name in names))
for name in names[10:]:
    os.remove("new/" + name)

for top, dirs, files in os.walk("."):
    dirs.sort()
    print(top, dirs, sorted(files))

def tree(path, depth=0):
    for name in sorted(os.listdir(path)):
        full = os.path.join(path, name)
        print("  " * depth + name + ("/" if os.path.isdir(full) else ""))
        if os.path.isdir(full):
            tree(full, depth + 1)

tree(".")
