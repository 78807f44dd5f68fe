# env: CASE_ONE=1 CASE_TWO=zwei=2 CASE_EMPTY= CASE_TEXT=äö

import os
from os import environ, getenv

print(os.environ["CASE_ONE"], environ["CASE_TWO"], repr(environ["CASE_EMPTY"]), getenv("CASE_TEXT"))
print(getenv("CASE_NONE"), getenv("CASE_NONE", "else"), environ.get("CASE_NONE", "") == "")
print("CASE_ONE" in environ, "CASE_NONE" in environ, "CASE_EMPTY" not in os.environ)
try:
    print(environ["CASE_NONE"])
except KeyError as e:
    print("KeyError", e)

environ["CASE_NEW"] = "new"
environ["CASE_ONE"] += "1"
print(getenv("CASE_NEW"), environ.setdefault("CASE_ONE", "other"), environ.setdefault("CASE_SET", "set"))
del environ["CASE_NEW"]
print(environ.pop("CASE_SET"), environ.pop("CASE_SET", None), "CASE_NEW" in environ)
environ.update({"CASE_A": "a", "CASE_B": "b"})
print(sorted([name for name in environ if name.startswith("CASE_")]))
print(sorted((name, value) for name, value in environ.items() if "CASE" in name))
print(len(environ) == len(list(environ.keys())) == len(dict(environ)) == len(environ.copy()))
try:
    del environ["CASE_NONE"]
except KeyError as e:
    print("KeyError", e)
for name, value in [("A=B", "c"), ("", "c"), ("A", "\0")]:
    try:
        environ[name] = value
    except (OSError, ValueError) as e:
        print(type(e).__name__, e)


def settings():
    level = int(getenv("CASE_LEVEL", "3"))
    return {"level": level, "name": os.getenv("CASE_TEXT") or "nobody", "debug": bool(getenv("CASE_EMPTY"))}


print(settings())
