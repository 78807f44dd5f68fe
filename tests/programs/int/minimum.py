# The smallest int has no positive twin, but works everywhere else.
low = -9223372036854775807 - 1
print(low, str(low), repr(low))
print(low + 1, low - -1, low * 1, low // 1, low % -1, low >> 63, low & 1, low | 1, low ^ -1, ~low)
print(low == -9223372036854775807 - 1, low < -9223372036854775807, low == float(low), float(low))
print(low / 1, low / 2, low / -1, low / low)
print(bool(low), int(float(low)), +low)
print(min(low, 0), max(low, 0), divmod(low, 10), divmod(low, low))
