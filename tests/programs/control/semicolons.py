a = 1; b = 2; print(a, b)
if a: print("one line"); print("still in it")
for i in range(2): print(i); a += i
while a < 5: a += 1
else: print(a)
def f(x): return x * 2
print(f(4)); print(\
    "continued")
print((1 +
       2),  # a comment inside
      3)
