print("first starts")
import second

name = "first with " + second.name
print("first ends")
