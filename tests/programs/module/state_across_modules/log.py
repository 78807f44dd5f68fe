lines = 0
last = None


def write(text):
    global lines, last
    lines += 1
    last = text
    print(lines, text)
