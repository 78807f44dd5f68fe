def area(width, height):
    return width * heigth  # error: E0220 "heigth"


print(area(1, 2))
pritn("text")  # error: E0220 "pritn"
print(undefined_there + 1)  # error: E0220 "undefined_there"
