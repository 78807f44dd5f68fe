zero = 0.0
minus = -0.0
print(zero, minus, -zero, -minus, zero == minus, minus < zero, bool(minus))
print(zero + minus, minus + minus, minus - zero, zero - zero, minus * 5, minus * -5, minus / 3)
print(abs(minus), +minus, 0 * -1.0, -1.0 * 0, 0.0 / -5, round(-0.4), round(-0.4, 0), int(minus))
print(min(zero, minus), min(minus, zero), max(zero, minus), max(minus, zero))
print(-0.0 + 0, 0 + -0.0, 0 - 0.0, -0.0 - 0, str(-0.0), (-0.0) ** 3, (-0.0) ** 2, -(0.0**2))
print(minus == 0, minus is None, -0, 5e-324 / -2, -5e-324 / 2)
