raise RuntimeError(None)
