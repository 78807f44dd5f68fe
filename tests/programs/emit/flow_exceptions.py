# Only where a handler is in scope does an operation that may raise end its block.
def f(a, b):
    x = a // b
    try:
        x = a // (b - 1)
    except ZeroDivisionError as e:
        print(e)
    finally:
        print("finally")
    return x


print(f(6, 2), f(6, 1))

# emit: flow f
#     def __main__.f(a, b):
#       block0(v0:a, v1:b):
#         v2:x = // v0 v1
#         v3 = const 1
#         v4 = - v1 v3
#         guard block1() except v5 block2(v5)
#       block1():
#         v6:x = // v0 v4
#         guard block4(v6) except v7 block2(v7)
#       block2(v8):
#         v9 = const ZeroDivisionError
#         v10 = match_exception v8 v9
#         branch v10 block3() block7()
#       block3():
#         v11:e = refine[isinstance] v8 v9
#         v12 = const print
#         v13 = call v12 v11
#         guard block4(v2) except v14 block5(v14)
#       block4(v15:x):
#         v16 = const print
#         v17 = const "finally"
#         v18 = call v16 v17
#         return v15
#       block5(v19):
#         attach_context v19 v11
#         reraise v19
#         guard block6() except v20 block9(v20)
#       block6():
#         unreachable
#       block7():
#         reraise v8
#         guard block8() except v21 block9(v21)
#       block8():
#         unreachable
#       block9(v22):
#         v23 = const print
#         v24 = const "finally"
#         v25 = call v23 v24
#         guard block10() except v26 block11(v26)
#       block10():
#         reraise v22
#         unreachable
#       block11(v27):
#         attach_context v27 v22
#         reraise v27
#         unreachable
