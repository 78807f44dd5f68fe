def attempt(n):
    try:
        return 10 // n
    except ZeroDivisionError as e:
        return e


for n in range(3):
    result = attempt(n)
    if isinstance(result, ZeroDivisionError):
        print("failed:", result)
    else:
        print("result:", result, result + 1)
