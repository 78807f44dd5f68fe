table = str.maketrans("abc", "xyz")
print("aabbcc cab".translate(table), sorted(table.items()))
drop = str.maketrans("ae", "éü", "xyz")
print("xaxeyz!".translate(drop))
print("hello".translate({108: "L"}), "hello".translate({108: 76}), "日本".translate({ord("日"): "sun"}))
mixed = str.maketrans({"a": "A", "b": None, 99: "see"})
print("abcd".translate(mixed))
try:
    str.maketrans("ab", "c")
except ValueError as e:
    print(e)
print("hello".translate({108: None}), "hello".translate({104: "J", 108: ""}))
vowels = str.maketrans("", "", "aeiou")
print("programming language".translate(vowels))


def caesar(text, shift):
    lower = "abcdefghijklmnopqrstuvwxyz"
    shifted = lower[shift:] + lower[:shift]
    return text.translate(str.maketrans(lower + lower.upper(), shifted + shifted.upper()))


secret = caesar("Attack at Dawn!", 13)
print(secret, caesar(secret, 13))
