def f(n):
    total = 0
    for i in range(n):
        if i == 7:
            break
        total += i
    else:
        total = -1
    return total


print(f(5))

# emit: flow f
#     def __main__.f(n):
#       block0(v0:n):
#         v1:total = const 0
#         v2 = const range
#         v3 = call v2 v0
#         v4 = iter v3
#         jump block1(v4, v1)
#       block1(v5, v6:total):
#         v7, v8 = next v5 block2(v7, v8) done block5()
#       block2(v9:i, v10):
#         v11 = const 7
#         v12 = == v9 v11
#         v13 = truth v12
#         branch v13 block3() block4()
#       block3():
#         end_iter v4
#         jump block6(v6)
#       block4():
#         v14:i = refine[!=] v9 v11
#         v15:total = += v6 v14
#         jump block1(v10, v15)
#       block5():
#         v16:total = const -1
#         jump block6(v16)
#       block6(v17:total):
#         return v17
