from typing import reveal_type

state = None
count = 0


def set_state(x):
    global state, count
    state = x
    count += 1


set_state("text")
set_state(5)
reveal_type(state)  # revealed: int | str | None
reveal_type(count)  # revealed: int
print(state, count)
