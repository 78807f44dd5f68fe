t = ()
for i in range(3):
    t = t + (i,)
print(t, len(t), t[0], t[-1], t[1:])
chain = None
for i in range(3):
    chain = (i, chain)
while chain is not None:
    print(chain[0])
    chain = chain[1]
