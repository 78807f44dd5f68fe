x = 1.5
print(f"{x:.2f}")  # error: E0201
print(f"{x!r:>10}")  # error: E0201
