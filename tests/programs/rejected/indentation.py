if True:
print("not indented")  # error: E0111
