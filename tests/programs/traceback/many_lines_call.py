# A frame shows the line where the failing expression starts.
def f(a, b):
    return (
        a
        + b
        // 0
    )


print(
    "first",
    f(
        1,
        2,
    ),
)
