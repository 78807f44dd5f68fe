# -*- coding: utf-8 -*-
# A declaration of the encoding, comments in odd places.

x = 1  # after a statement
  # indented by nothing

if x:  # after a colon
    # before the block
    print(x)  # in it
# at the margin inside of nothing
    # deeper than the code
else:
    pass
print("# not a comment", '#')
