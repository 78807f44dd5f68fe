def f(x, y):
    return x * x + y * y if x < y else x - y


print(f(1.0, 2.0), f(3.5, 2.5))
print(f(0.0, 0.0))

# emit: clif f -O0
#     ; __main__.f
#     function u0:12(f64, f64) -> f64 tail {
#     block0(v0: f64, v1: f64):
#         v3 = fcmp lt v0, v1
#         brif v3, block1, block2
#     block1:
#         v4 = fmul.f64 v0, v0
#         v5 = fmul.f64 v1, v1
#         v6 = fadd v4, v5
#         jump block3(v6)
#     block2:
#         v7 = fsub.f64 v0, v1
#         jump block3(v7)
#     block3(v2: f64):
#         return v2
#     }
