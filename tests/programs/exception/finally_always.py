# finally runs on every way out.
def leave(how):
    for i in range(2):
        try:
            print("try", how, i)
            if how == "return":
                return "returned"
            if how == "break":
                break
            if how == "continue":
                continue
            if how == "raise":
                raise ValueError("raised")
            print("end of try")
        finally:
            print("finally", how, i)
    else:
        print("loop else")
    return "fell out"


print(leave("pass"))
print(leave("return"))
print(leave("break"))
print(leave("continue"))
try:
    print(leave("raise"))
except ValueError as e:
    print(e)
