# {x=} shows the expression as it is written.
n = 42
name = "it's"
print(f"{n=} {name=}")
print(f"{n = } {n  =} {n=  }")
print(f"{n + 1=} {n  +  1 = }")
print(f"{name=!s} {name=!r} {name=!a} {n*2=}, {(n,name)=}")
print(f"{abs(-n)=}{n==42=}")
