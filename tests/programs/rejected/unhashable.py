print({[1]: 2})  # error: E0322
print({(1, [2])})  # error: E0322
print([1] in {1, 2})  # error: E0313
