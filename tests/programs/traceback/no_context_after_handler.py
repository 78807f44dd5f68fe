# What was handled and left behind is not a context.
try:
    1 // 0
except ZeroDivisionError:
    print("handled")
raise ValueError("later")
