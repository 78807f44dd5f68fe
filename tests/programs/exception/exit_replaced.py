# finally may replace an exit by another exception, and a return cancels it.
import sys


def cancelled():
    try:
        sys.exit(3)
    finally:
        return "stayed"


print(cancelled())
try:
    try:
        sys.exit(3)
    finally:
        raise ValueError("instead")
except ValueError as e:
    print(e)
try:
    raise ValueError("first")
except ValueError:
    sys.exit(9)
