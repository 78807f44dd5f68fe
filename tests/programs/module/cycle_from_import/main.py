try:
    import a
except ImportError:
    print("too early")
