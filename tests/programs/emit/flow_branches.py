# Values meet at the parameters of a block.
def f(a, b):
    if a < b or a == 0:
        x = a + b
    else:
        x = b
    return x


print(f(1, 2))

# emit: flow f
#     def __main__.f(a, b):
#       block0(v0:a, v1:b):
#         v2 = < v0 v1
#         v3 = truth v2
#         branch v3 block1() block2()
#       block1():
#         v4:a = refine[<] v0 v1
#         jump block4(v4)
#       block2():
#         v5:a = refine[>=] v0 v1
#         v6:b = refine[<=] v1 v0
#         v7 = const 0
#         v8 = == v5 v7
#         v9 = truth v8
#         branch v9 block3() block5(v6)
#       block3():
#         v10:a = refine[==] v5 v7
#         jump block4(v10)
#       block4(v11:a):
#         v12:x = + v11 v1
#         jump block5(v12)
#       block5(v13:x):
#         return v13
