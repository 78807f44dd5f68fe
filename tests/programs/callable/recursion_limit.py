# How deep it may go is not specified; that it ends in RecursionError is.
def forever(n):
    return forever(n + 1) + 1


def ping(n):
    return pong(n)


def pong(n):
    return ping(n)


try:
    forever(0)
except RecursionError:
    print("too deep")
try:
    ping(0)
except RecursionError:
    print("too deep again")


def guarded(n):
    try:
        return guarded(n + 1)
    except RecursionError:
        return "reached the limit"


print(guarded(0))
