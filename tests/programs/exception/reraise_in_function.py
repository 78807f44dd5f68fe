# A bare raise finds the exception that a caller is handling.
def again():
    raise


try:
    try:
        raise ValueError("mine")
    except ValueError:
        again()
except ValueError as e:
    print(e)
