print("pong starts")
import ping


def start(n):
    if n == 0:
        return "pong"
    return "pong " + ping.start(n - 1)


print("pong ends")
