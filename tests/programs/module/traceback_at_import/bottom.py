def fail():
    raise ValueError("at import")


fail()
