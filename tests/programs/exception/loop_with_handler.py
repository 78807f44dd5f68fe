total = 0
failed = 0
for i in range(-5, 6):
    try:
        if i == 3:
            continue
        total += 100 // i
        if i == 4:
            break
    except ZeroDivisionError:
        failed += 1
        continue
    finally:
        total += 1
print(total, failed, i)
