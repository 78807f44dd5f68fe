xs = [3, 1, 2]
xs.append(5)
xs.extend([7, 8])
xs.extend(range(2))
xs.extend((9,))
print(xs, len(xs))
xs.insert(0, 100)
xs.insert(-1, 200)
xs.insert(1000, 300)
xs.insert(-1000, 400)
print(xs)
print(xs.pop(), xs.pop(0), xs.pop(-2), xs)
xs.remove(7)
print(xs.index(2), xs.count(1), xs.count(77))
print(xs.index(1, 2), xs.index(1, -3, 100))
xs.reverse()
print(xs)
ys = xs.copy()
xs.clear()
print(xs, ys, not xs)
xs += "ab".split() and [1]
print(xs)
for bad in range(5):
    try:
        if bad == 0:
            xs.remove(42)
        elif bad == 1:
            xs.index(42)
        elif bad == 2:
            [0][:0].pop()
        elif bad == 3:
            xs.pop(10)
        else:
            xs.index(1, 5)
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
