# A computer guesses numbers, with different strategies, against a lying judge.
HIGH = 1000
random_state = 7


def random(limit):
    global random_state
    random_state = (random_state * 1103515245 + 12345) % 2147483648
    return random_state // 65536 % limit


def judge(secret, guess, lies=False):
    if guess == secret:
        return 0
    answer = 1 if guess < secret else -1
    if lies and random(20) == 0:
        return -answer
    return answer


def bisect(secret, lies=False):
    low, high = 1, HIGH
    guesses = 0
    while low <= high:
        guess = (low + high) // 2
        guesses += 1
        answer = judge(secret, guess, lies)
        if answer == 0:
            return guesses
        elif answer > 0:
            low = guess + 1
        else:
            high = guess - 1
    raise RuntimeError(f"no number is left after {guesses} guesses")


def wander(secret, lies=False):
    low, high = 1, HIGH
    guesses = 0
    while True:
        guess = low + random(high - low + 1) if high >= low else None
        if guess is None:
            raise RuntimeError("nothing between " + str(low) + " and " + str(high))
        guesses += 1
        if not (answer := judge(secret, guess, lies)):
            return guesses
        if answer > 0:
            low = max(low, guess + 1)
        else:
            high = min(high, guess - 1)


def tournament(name, rounds, lies=False):
    total = 0
    worst = None
    confused = 0
    for i in range(rounds):
        secret = random(HIGH) + 1
        try:
            guesses = bisect(secret, lies) if name == "bisect" else wander(secret, lies=lies)
        except RuntimeError as e:
            confused += 1
            if confused == 1:
                print("  first confusion:", e)
            continue
        total += guesses
        if worst is None or guesses > worst[1]:
            worst = (secret, guesses)
    found = rounds - confused
    print(name, "found", found, "of", rounds, "average", total / found if found else None)
    if worst is not None:
        secret, guesses = worst
        print("  worst:", secret, "with", guesses, "guesses")


tournament("bisect", 200)
tournament("wander", 200)
tournament("bisect", 200, lies=True)
tournament("wander", 200, True)
