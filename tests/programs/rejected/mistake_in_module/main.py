import broken

print(broken.value)
