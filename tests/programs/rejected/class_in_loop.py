made = []
for i in range(2):

    class K:  # error: E0201 "class statements in a loop"
        k = i

    made.append(K)
