import os.path
def opt(x, k):
    return x if k else None
for k in (True, False):
    for f in (
        lambda: os.path.join("a", opt("b", k)), lambda: os.path.join(opt("a", k), "b"), lambda: os.path.basename(opt("a/b", k)), lambda: os.path.dirname(opt("a/b", k)),
        lambda: os.path.splitext(opt("a.b", k)), lambda: os.path.exists(opt("/nowhere", k)), lambda: os.path.isfile(opt("/nowhere", k)), lambda: os.path.isabs(opt("/", k)), lambda: os.path.normpath(opt("a//b/../c", k)),
    ):
        try:
            print(f())
        except TypeError as e:
            print(e)
