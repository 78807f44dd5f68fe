def greet(name, age):
    return name + age  # error: E0312 "+"


print(greet("you", 41))
