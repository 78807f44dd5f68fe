import tools

print(tools.numbers.one)  # error: E0234 "tools.numbers"
