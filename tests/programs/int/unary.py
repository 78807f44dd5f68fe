def show(n):
    print(-n, +n, ~n, abs(n), not n, - -n)


show(0)
show(5)
show(-5)
show(9223372036854775807)
show(-9223372036854775807)
