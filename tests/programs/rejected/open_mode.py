def read(path, mode):
    with open(path, mode) as f:     # error: E0201 "modes of `open` that are no literals"
        return f.read()

print(read("a.txt", "r"))
