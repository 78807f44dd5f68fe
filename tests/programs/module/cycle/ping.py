print("ping starts")
import pong


def start(n):
    if n == 0:
        return "ping"
    return "ping " + pong.start(n - 1)


print("ping ends")
