# The divisor is known, so that the division may become shifts and masks.


def show(n):
    print(n, n // 2, n % 2, n // 8, n % 8, n // -8, n % -8, n // 1, n % 1)
    print(n // 10, n % 10, n // -10, n % -10, n // 7, n % 7, n // 1000003, n % 1000003)


for n in range(-17, 18):
    show(n)
show(9223372036854775807)
show(-9223372036854775807)
show(-9223372036854775807 - 1)
