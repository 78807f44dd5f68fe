inf = 1e309
print(inf, -inf, inf + 1, inf - 1, inf * 2, inf * -1, inf / 2, 1 / inf, -1 / inf)
print(inf + inf, inf - inf, inf * 0, inf / inf, inf == inf, inf > 1e308, -inf < -1e308)
print(1e308 * 10, -1e308 * 10, 1e308 + 1e308, inf == 1e308 * 10)
print(abs(-inf), min(inf, 1.0), max(-inf, 1.0), bool(inf), inf > 9223372036854775807)
