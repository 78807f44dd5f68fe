x = 1 + \
    2
y = (1 +

     # a comment between

     2)
z = """a
    b"""; w = 'c\
d'
if x == 3 and \
   y == 3:
    print(x, y, z, w)
print("adjacent " "literals " f"{x} " 'and ' """more""")
