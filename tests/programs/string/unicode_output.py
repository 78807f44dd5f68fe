print("ASCII, é, ß, Ω, Ж, א, 日本語, 한국어, 😀, 𝄞")
print("é" * 5 + "日" * 3)
s = ""
for i in range(5):
    s += "é😀"
print(s, len(s), s == "é😀" * 5)
print("naïve" < "naive", "Ω" > "Z", "😀" > "日")
größe = 3
π = 3.14159
print(größe, π, größe * π, f"{größe=}")
