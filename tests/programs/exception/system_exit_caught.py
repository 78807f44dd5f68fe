import sys

try:
    sys.exit(3)
except SystemExit as e:
    print("caught", e, e.args, repr(e))
try:
    sys.exit()
except SystemExit as e:
    print("caught", e, e.args)
try:
    try:
        sys.exit("bye")
    except Exception:
        print("never")
    finally:
        print("finally")
except BaseException as e:
    print(repr(e))
