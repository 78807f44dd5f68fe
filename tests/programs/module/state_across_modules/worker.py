from log import write
import log


def work(n):
    write("work " + str(n) + " after " + str(log.last))
