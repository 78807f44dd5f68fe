# Without the optimiser, int arithmetic is checked as it stands.
def f(a, b):
    return a * b + 1


print(f(1, 2), f(3, 4))

# emit: lowlevel f -O0
#     fn __main__.f(v0: i64, v1: i64) -> (i64):
#       block0(v0, v1):
#         v2 = int_mul_ovf v0 v1
#         v3 = int 1
#         v4 = int_add_ovf v2 v3
#         return v4
