# sys.exit says nothing of what was being handled.
import sys

try:
    1 // 0
except ZeroDivisionError:
    sys.exit("stopped")
