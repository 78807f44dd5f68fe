print("text".upper())  # error: E0302
print(", ".join("abc"))  # error: E0302
