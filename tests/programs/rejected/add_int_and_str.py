def greet(name, age):
    return name + age  # error: E???? "+"


print(greet("you", 41))
