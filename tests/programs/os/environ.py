# env: NAJA_ONE=1 NAJA_TWO=zwei=2 NAJA_EMPTY= NAJA_TEXT=äö

import os
from os import environ, getenv

print(os.environ["NAJA_ONE"], environ["NAJA_TWO"], repr(environ["NAJA_EMPTY"]), getenv("NAJA_TEXT"))
print(getenv("NAJA_NONE"), getenv("NAJA_NONE", "else"), environ.get("NAJA_NONE", "") == "")
print("NAJA_ONE" in environ, "NAJA_NONE" in environ, "NAJA_EMPTY" not in os.environ)
try:
    print(environ["NAJA_NONE"])
except KeyError as e:
    print("KeyError", e)

environ["NAJA_NEW"] = "new"
environ["NAJA_ONE"] += "1"
print(getenv("NAJA_NEW"), environ.setdefault("NAJA_ONE", "other"), environ.setdefault("NAJA_SET", "set"))
del environ["NAJA_NEW"]
print(environ.pop("NAJA_SET"), environ.pop("NAJA_SET", None), "NAJA_NEW" in environ)
environ.update({"NAJA_A": "a", "NAJA_B": "b"})
print(sorted([name for name in environ if name.startswith("NAJA_")]))
print(sorted((name, value) for name, value in environ.items() if "NAJA" in name))
print(len(environ) == len(list(environ.keys())) == len(dict(environ)) == len(environ.copy()))
try:
    del environ["NAJA_NONE"]
except KeyError as e:
    print("KeyError", e)
for name, value in [("A=B", "c"), ("", "c"), ("A", "\0")]:
    try:
        environ[name] = value
    except (OSError, ValueError) as e:
        print(type(e).__name__, e)


def settings():
    level = int(getenv("NAJA_LEVEL", "3"))
    return {"level": level, "name": os.getenv("NAJA_TEXT") or "nobody", "debug": bool(getenv("NAJA_EMPTY"))}


print(settings())
