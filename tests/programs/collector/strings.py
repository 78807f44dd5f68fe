# Strings that live long among many that do not.


def digits(n):
    text = ""
    for i in range(n):
        text = text + str(i % 10)
    return text


def squares(n):
    kept = ""
    total = 0
    for i in range(n):
        line = f"{i} squared is {i * i}"
        total += len(line)
        if i % 50 == 0:
            kept += line + "; "
    print(total, kept)


squares(1000)
print(digits(300))
print(digits(30) * 3 == digits(30) + digits(30) + digits(30))


# Arguments that are made one after the other.
def glue(a, b, c, d):
    return a + b + c + d


for i in range(20):
    print(glue(str(i), str(i + 1), glue("(", str(i), ",", str(-i)), ")"), end=" ")
print()
