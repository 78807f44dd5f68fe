# The counter of the loop needs no check; the sum does.
def f(n):
    total = 0
    for i in range(n):
        if i % 3:
            total += i * i
        else:
            total -= i
    return total


print(f(10), f(20), f(30), f(40), f(50), f(60), f(70), f(80), f(90))

# emit: lowlevel f
#     fn __main__.f(v0: i64) -> (i64):
#       block0(v0):
#         v7 = int 0
#         jump block1(v7, v7)
#       block1(v1, v3):
#         v10 = int_lt v1 v0
#         branch v10 block8() block5()
#       block8():
#         v11 = int 1
#         v12 = int_add v1 v11
#         v13 = int 3
#         v29 = uint_rem v1 v13
#         v16 = int_ne v29 v7
#         branch v16 block3() block4()
#       block3():
#         v17 = int_mul_ovf v1 v1
#         v18 = int_add_ovf v3 v17
#         jump block1(v12, v18)
#       block4():
#         v19 = int_sub_ovf v3 v1
#         jump block1(v12, v19)
#       block5():
#         return v3
