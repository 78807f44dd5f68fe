# A union of scalars is a tag and a payload.
def f(n):
    if n > 1:
        return n
    if n > 0:
        return 2.5
    return f(n + 1)


print(f(1), f(2), f(0))

# emit: lowlevel f -O0
#     fn __main__.f(v0: i64) -> (i64, i64):
#       block0(v0):
#         v1 = int 1
#         v2 = int_gt v0 v1
#         branch v2 block1() block2()
#       block1():
#         v3 = int 3
#         return v3 v0
#       block2():
#         v4 = int 0
#         v5 = int_gt v0 v4
#         branch v5 block3() block4()
#       block3():
#         v6 = float 2.5
#         v7 = int 4
#         v8 = float_bits v6
#         return v7 v8
#       block4():
#         v9 = int 1
#         v10 = int_add_ovf v0 v9
#         v11, v12 = call __main__.f v10
#         return v11 v12
