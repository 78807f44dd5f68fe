# Caesar, Vigenere, Atbash, run lengths, Morse, rail fence.
ASCII_LOWER = "abcdefghijklmnopqrstuvwxyz"

ALPHABET = ASCII_LOWER.upper()


def caesar(text, shift):
    out = []
    for ch in text:
        if ch.isupper():
            out.append(chr((ord(ch) - 65 + shift) % 26 + 65))
        elif ch.islower():
            out.append(chr((ord(ch) - 97 + shift) % 26 + 97))
        else:
            out.append(ch)
    return "".join(out)


def vigenere(text, key, decrypt=False):
    result, k = "", 0
    for ch in text.upper():
        if ch not in ALPHABET:
            result += ch
            continue
        shift = ALPHABET.index(key[k % len(key)])
        if decrypt:
            shift = -shift
        result += ALPHABET[(ALPHABET.index(ch) + shift) % 26]
        k += 1
    return result


def atbash(text):
    table = str.maketrans(ALPHABET, ALPHABET[::-1])
    return text.upper().translate(table)


MORSE = dict(zip("SOSET", "... --- ... . -".split()))
REVERSE = {v: k for k, v in MORSE.items()}


def morse(text):
    return " ".join(MORSE.get(c, "?") for c in text.upper())


def rail_fence(text, rails):
    rows = [""] * rails
    row, step = 0, 1
    for ch in text:
        rows[row] += ch
        if row == 0:
            step = 1
        elif row == rails - 1:
            step = -1
        row += step
    return "".join(rows)


def crack(text):
    best = min(range(26), key=lambda s: -caesar(text, s).lower().count("e"))
    return best, caesar(text, best)


message = "Attack at dawn, bring 3 elephants!"
for shift in (0, 3, 13, -1, 29):
    secret = caesar(message, shift)
    print(f"{shift:>3} {secret} {caesar(secret, -shift) == message}")
secret = vigenere("Attack at dawn!", "LEMON")
print(secret, vigenere(secret, "LEMON", decrypt=True))
print(atbash("Hello, World"), atbash(atbash("HELLO")))
print(morse("sos"), [REVERSE[m] for m in morse("toes").split()])
print(rail_fence("WEAREDISCOVERED", 3))
print(crack(caesar("meet me here before the evening", 7)))
key = {}
for a, b in zip(ASCII_LOWER, "qwertyuiopasdfghjklzxcvbnm"):
    key[a] = b
print("".join(key.get(c, c) for c in "the quick fox"))
xored = bytes(b ^ 42 for b in b"secret")
print(xored, xored.hex(), bytes(b ^ 42 for b in xored).decode())
print([format(ord(c), "08b") for c in "Hi"], "".join(chr(int(b, 2)) for b in "01001000 01101001".split()))
