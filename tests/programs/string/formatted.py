# f-strings without format specs.
name = "Zoë"
n = 42
x = 2.5
print(f"", f"plain", f"{n}", f"{n}{x}", f"{name}: {n} and {x}!", f"{None} {True} {(1, 'a')}")
print(f"{n + 1} {n * x} {n // 5 * 2} {-n} {n if n > 3 else x} {not n}")
print(f"{name!r} {name!s} {name!a} {n!r} {x!s}")
print(f"{{}} {{{n}}} {{n}}")
print(f"{'nested ' + 'quotes'} {'a' if n else 'b'} {f'{n}'}")
print(f"tab\t{n}\n{name}", rf"\n{n}", "literal {n} " f"{n}" " tail")
print(f"""{n}
  and {x}""")
print(f"{n == 42} {n != 42} {n <= 3} {n >= 3} {n > 3}")
print(len(f"{name}{name}"), f"{name}" == name, f"{f'{n}'}")
