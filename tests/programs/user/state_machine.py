# A vending machine as a state machine, driven by a scripted sequence of events.
IDLE = "idle"
PAYING = "paying"
SERVING = "serving"
BROKEN = "broken"

state = IDLE
credit = 0
stock = 3
served = 0
log_lines = 0


def log(text, *, level="info"):
    global log_lines
    log_lines += 1
    print(f"{log_lines}. [{level}] {text} ({state=}, {credit=}, {stock=})")


def enter(new_state):
    global state
    if new_state == state:
        return
    old, state = state, new_state
    log(f"{old} -> {new_state}")


def insert(coin):
    global credit
    assert state != BROKEN, "the machine is broken"
    if coin not in (5, 10, 20, 50):
        raise ValueError(f"unknown coin {coin!r}")
    credit += coin
    enter(PAYING)


def choose(price=60):
    global credit, stock, served
    assert state == PAYING, f"cannot choose while {state}"
    if credit < price:
        log(f"{price - credit} missing", level="warning")
        return None
    if stock == 0:
        change = cancel()
        raise LookupError(f"sold out, {change} returned")
    enter(SERVING)
    try:
        credit -= price
        stock -= 1
        if stock == 1:
            raise RuntimeError("stuck")
        served += 1
        return credit
    except RuntimeError as e:
        enter(BROKEN)
        raise OSError(f"mechanical failure: {e}") from e
    finally:
        if state == SERVING:
            enter(PAYING if credit else IDLE)


def cancel():
    global credit
    back = credit
    credit = 0
    enter(IDLE)
    return back


def repair():
    global stock
    if state != BROKEN:
        return False
    stock = 1
    enter(PAYING if credit > 0 else IDLE)
    return True


def event(name, value=None):
    try:
        if name == "insert":
            insert(value)
        elif name == "choose":
            change = choose() if value is None else choose(value)
            print("   change:", change)
        elif name == "cancel":
            print("   returned:", cancel())
        elif name == "repair":
            print("   repaired:", repair())
        else:
            raise NotImplementedError(name)
    except AssertionError as e:
        print("   refused:", e)
    except (ValueError, LookupError) as e:
        print("   rejected:", repr(e))
    except OSError as e:
        print("   failure:", e)
    except Exception as e:
        print("   other:", repr(e))
    else:
        return True
    return False


ok = 0
for round_number in range(3):
    print("round", round_number)
    ok += event("choose")
    ok += event("insert", 50)
    ok += event("insert", 7)
    ok += event("insert", None)
    ok += event("choose")
    ok += event("insert", 20)
    ok += event("choose")
    ok += event("choose", 5)
    ok += event("cancel")
    ok += event("repair")
    ok += event("kick")
print("events that went well:", ok, "served:", served, "stock:", stock)
