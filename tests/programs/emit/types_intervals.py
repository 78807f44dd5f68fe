# What is known of the ints of a loop.
def f(n):
    total = 0
    for i in range(100):
        total = total + i % 7
    return total + n


print(f(1), f(2))

# emit: types f
#     def f(n: int) -> int:
#       block0(v0:n: int[1..255]):
#         v1:total: int[0] = const 0
#         v2: type[range] = const range
#         v3: int[100] = const 100
#         v4: range[items[0..99], step[1]] = call v2 v3
#         v5: range_iterator[items[0..99], step[1]] = iter v4
#         jump block1(v5, v1)
#       block1(v6: range_iterator[items[0..99], step[1]], v7:total: int[0..]):
#         v8: int[0..99], v9: range_iterator[items[0..99], step[1]] = next v6 block2(v8, v9) done block3()
#       block2(v10:i: int[0..99], v11: range_iterator[items[0..99], step[1]]):
#         v12: int[7] = const 7
#         v13: int[0..6] = % v10 v12
#         v14:total: int[0..] = + v7 v13
#         jump block1(v11, v14)
#       block3():
#         v15: int[1..] = + v7 v0
#         return v15
