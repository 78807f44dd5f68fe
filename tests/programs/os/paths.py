import os
import os.path
from os.path import basename, dirname, join, splitext

for p in ["a/b/c.txt", "/a/b/", "a", "", "/", "//", "///x", "a//b", ".bashrc", "a/.b.c", "a.tar.gz", "..", "a/..x", "./x."]:
    print(repr(p), os.path.split(p), os.path.splitext(p), repr(basename(p)), repr(dirname(p)), os.path.isabs(p))
    print(os.path.normpath(p), end=" ")
for p in ["a/../b", "../../a", "/../a", "a/./b//c/", "//a", "///a", "a/..", "../a/../..", "/a/b/../../.."]:
    print(p, os.path.normpath(p))
print(join("a", "b"), join("a/", "b"), join("a", "/b"), join("", "b"), join("a", ""), join("a", "b", "..", "c"))
print(os.path.commonprefix(["abc", "abd", "ab"]), repr(os.path.commonprefix([])), os.path.commonprefix(["x"]))
print(os.sep, repr(os.linesep), os.curdir, os.pardir, os.extsep, os.pathsep, os.name, os.path.sep, os.devnull)
print(splitext(join("x", "report.csv"))[0] + ".txt", os.strerror(2))
