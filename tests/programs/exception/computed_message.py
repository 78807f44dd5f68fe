def check(name, value, low, high):
    if not low <= value <= high:
        raise ValueError(f"{name} must be between {low} and {high}, not {value!r}")
    return value


for value in range(4):
    try:
        print(check("value", value * 5, 1, 10))
    except ValueError as e:
        print("error:", e)
