# stdin: "50\nx\n75\n62\n68\n65\n"
import sys


def ask(low, high):
    while True:
        print("guess between", low, "and", high, end=": ", flush=True)
        answer = input()
        if answer.isdigit():
            return int(answer)
        print("that is no number", file=sys.stderr)


secret = 65
low, high = 1, 100
tries = 0
while True:
    guess = ask(low, high)
    tries += 1
    if guess == secret:
        break
    if guess < secret:
        low = guess + 1
    else:
        high = guess - 1
    print("too", "low" if guess < secret else "high")
print("found in", tries, "tries")
