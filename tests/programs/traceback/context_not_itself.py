# Raised again while it is handled: it is not its own context.
try:
    raise ValueError("x")
except ValueError as e:
    try:
        raise KeyError("y")
    except KeyError:
        raise e
