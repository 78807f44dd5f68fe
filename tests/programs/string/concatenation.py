def greet(name):
    return "Hello, " + name + "!"


print(greet("World"), greet(""), greet("Zoë"), "" + "", "a" + "" + "b")
s = ""
for i in range(10):
    s = s + str(i)
    s += ","
print(s, len(s))
t = s
s += "more"
print(t, s)
