n = 0
for a in range(2):
    for b in range(2):
        for c in range(2):
            for d in range(2):
                for e in range(2):
                    if a:
                        if b:
                            if c:
                                if d:
                                    if e:
                                        n += 1
                                    else:
                                        n += 10
                                else:
                                    n += 100
                            elif d:
                                continue
                            else:
                                break
                        else:
                            n -= 1
                    while n > 200:
                        try:
                            n -= 150
                            if n > 100:
                                continue
                            break
                        finally:
                            n += 1
print(n)
