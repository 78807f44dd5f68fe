# What from finds may be a name in the package or a module below it.
from pack import value, part
from pack import part as p

print(value, part.value, p.value)
import pack

print(pack.part.value, pack.value)
