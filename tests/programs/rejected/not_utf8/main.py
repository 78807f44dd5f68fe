# error: line 1: E0102
import latin1

print(latin1.name)
