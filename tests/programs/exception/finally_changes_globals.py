state = "start"


def work(n):
    global state
    try:
        state = "working"
        if n == 0:
            raise ValueError("failed")
        return state
    except ValueError:
        state = "handling"
        raise
    finally:
        print("finally sees", state)
        state = "cleaned"


print(work(1), state)
try:
    work(0)
except ValueError as e:
    print(e, state)
