# error: line 1: E0110
import broken

print(broken.value)
