# A module runs once, where it is first imported.
print("main starts")
import first
print("between")
import second
import first
from first import name
from second import name as other
print(name, other, "main ends")
