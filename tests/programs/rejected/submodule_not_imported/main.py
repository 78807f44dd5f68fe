import tools

print(tools.numbers)  # error: E0231 "module 'tools' has no attribute 'numbers'"
