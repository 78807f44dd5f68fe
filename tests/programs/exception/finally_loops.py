# break and continue through several finally clauses.
for i in range(4):
    try:
        for j in range(3):
            try:
                try:
                    if i == 1 and j == 1:
                        break
                    if i == 2:
                        continue
                finally:
                    print("a", i, j)
            finally:
                print("b", i, j)
        else:
            print("inner else", i)
            if i == 3:
                break
            continue
        print("after break")
    finally:
        print("c", i)
else:
    print("outer else")
