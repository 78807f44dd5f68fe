def attempt(text):
    try:
        print(int(text))
    except ValueError as e:
        print(e)


attempt("0")
attempt("42")
attempt("-42")
attempt("+7")
attempt("  12\n")
attempt("007")
attempt("1_000")
attempt("9223372036854775807")
attempt("-9223372036854775808")
attempt("")
attempt(" ")
attempt("-")
attempt("abc")
attempt("1.5")
attempt("1__0")
attempt("_1")
attempt("- 1")
attempt("12x")
attempt("it's")
