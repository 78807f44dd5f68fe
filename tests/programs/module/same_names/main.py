# The same name in several modules is several variables.
import left
import right

value = "main"


def get():
    return value


left.set_value(1)
right.set_value("r")
print(value, get(), left.value, left.get(), right.value, right.get())
