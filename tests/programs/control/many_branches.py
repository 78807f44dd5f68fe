# A dispatch in a loop: a small machine with registers in locals.
def run(program_length):
    a, b, pc, steps = 0, 1, 0, 0
    while True:
        op = pc % 7
        steps += 1
        if op == 0:
            a = a + b
        elif op == 1:
            a, b = b, a
        elif op == 2:
            if a > b:
                pc += 2
                continue
        elif op == 3:
            b += 3
        elif op == 4:
            a ^= b
        elif op == 5:
            if (a ^ b) & 1:
                pc += 1
        else:
            if steps > program_length:
                return a, b, pc, steps
            a %= 1000
            b %= 777
        pc += 1


print(run(10), run(100), run(1000))
