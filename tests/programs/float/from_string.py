def attempt(text):
    try:
        print(float(text))
    except ValueError as e:
        print(e)


attempt("1.5")
attempt("-1.5")
attempt("  2 \n")
attempt("1e3")
attempt(".5")
attempt("5.")
attempt("inf")
attempt("-Infinity")
attempt("nan")
attempt("1_000.25")
attempt("0.1")
attempt("1e400")
attempt("1e-400")
attempt("2.2250738585072014e-308")
attempt("")
attempt("abc")
attempt(".")
attempt("1e")
attempt("1__0")
attempt("1.5.2")
attempt("infinit")
