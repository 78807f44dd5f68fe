# Builds strings by +=, a character or a few at a time.
import sys


def letters(n):
    text = ""
    for i in range(n):
        text += chr(97 + i % 26)
    return text


def numbers(n):
    text = ""
    i = 0
    while len(text) < n:
        text += str(i)
        text += ","
        i += 1
    return text


def main(n):
    total = 0
    for k in range(20):
        total += len(letters(n + k)) + len(numbers(n + k))
    print(total, letters(n)[-10:], numbers(n)[-10:])


main(int(sys.argv[1]))
