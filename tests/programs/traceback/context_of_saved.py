# An exception that is caught keeps its context, and shows it when it is raised again.
def f():
    try:
        1 // 0
    except ZeroDivisionError:
        try:
            raise ValueError("inner")
        except ValueError as e:
            saved = e
    return saved


e = f()
raise e
