raise RuntimeError(3.0)
