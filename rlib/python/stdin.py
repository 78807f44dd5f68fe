"""The methods of sys.stdin."""

from rlib.stdin import ll_stdin_take


def read(self, size=-1, /):
    return ll_stdin_take(-1 if size is None else size, False)


def readline(self, size=-1, /):
    return ll_stdin_take(-1 if size is None else size, True)


def readlines(self, hint=-1, /):
    most = -1 if hint is None else hint
    lines = []
    length = 0
    while True:
        line = ll_stdin_take(-1, True)
        if line == "":
            return lines
        lines.append(line)
        length += len(line)
        if most > 0 and length > most:
            return lines
