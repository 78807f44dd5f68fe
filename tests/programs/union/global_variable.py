state = None


def set_state(x):
    global state
    state = x


def show():
    print(state, state is None, state == 1)


show()
set_state(1)
show()
set_state(1.5)
show()
set_state("text")
show()
set_state((1, 2))
show()
set_state(None)
show()
