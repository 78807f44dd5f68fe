def f(x, limit):
    steps = 0.0
    while x > limit:
        if steps < 100.0:
            x = x * 0.5
        else:
            break
        steps = steps + 1.0
    return steps


print(f(1000.0, 1.0), f(2.0, 0.001))

# emit: wat f -O0
#       (func $__main__.f (param f64 f64) (result f64)
#         (local f64)
#         f64.const 0x0p+0
#         local.set 2
#         block ;; label = @1
#           loop ;; label = @2
#             local.get 0
#             local.get 1
#             f64.gt
#             i32.eqz
#             br_if 1
#             local.get 2
#             f64.const 0x1.9p+6
#             f64.lt
#             i32.eqz
#             br_if 1
#             local.get 0
#             f64.const 0x1p-1
#             f64.mul
#             local.get 2
#             f64.const 0x1p+0
#             f64.add
#             local.set 2
#             local.set 0
#             br 0
#           end
#         end
#         local.get 2
#       )
