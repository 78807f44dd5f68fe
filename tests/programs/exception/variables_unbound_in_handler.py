def attempt(n):
    try:
        x = 10 // n
    except ZeroDivisionError:
        print("handling")
    return x


print(attempt(5))
try:
    print(attempt(0))
except UnboundLocalError as e:
    print(e)
