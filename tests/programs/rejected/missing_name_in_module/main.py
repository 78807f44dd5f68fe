import tools

print(tools.square(2), tools.sqaure(3))  # error: E0231 "module 'tools' has no attribute 'sqaure'"
