# Two modules that import each other, and use each other only later.
import ping
import pong

print(ping.start(5), pong.start(4))
