def f(n):
    x = None
    if n > 0:
        x = n * 0.5
    if x is None:
        return "none"
    return x


print(f(1), f(0))

# emit: types f
#     def f(n: int) -> float | str:
#       block0(v0:n: int[0..1]):
#         v1:x: None = const None
#         v2: int[0] = const 0
#         v3: bool = > v0 v2
#         v4: bool = truth v3
#         branch v4 block1() block2(v1)
#       block1():
#         v5:n: int[1] = refine[>] v0 v2
#         v6: float = const 0.5
#         v7:x: float = * v5 v6
#         jump block2(v7)
#       block2(v8:x: None | float):
#         v9: None = const None
#         v10: bool = is v8 v9
#         branch v10 block3() block4()
#       block3():
#         v11: str = const "none"
#         return v11
#       block4():
#         v12:x: float = refine[is not None] v8
#         return v12
