# The message is evaluated only when the assertion fails.
def message():
    print("evaluated")
    return "text"


assert True, message()
try:
    assert False, message()
except AssertionError as e:
    print(e)
