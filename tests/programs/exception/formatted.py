try:
    raise ValueError("it's wrong")
except ValueError as e:
    print(f"{e} {e!s} {e!r}", "caught: " + str(e), len(str(e)))
