from b import second

first = 1
