print(abs())  # error: E0317
print(abs(1, 2))  # error: E0317
print(len(5))  # error: E0317
print(len())  # error: E0317
print(min())  # error: E0316
print(round("a"))  # error: E0317
print(divmod(1))  # error: E0317
print(int(None))  # error: E0317
print(float(()))  # error: E0317
print(1, separator=2)  # error: E0317
print(1, sep=2)  # error: E0317
print(abs("text"))  # error: E0317
print(range("a"))  # error: E0317
