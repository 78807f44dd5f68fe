import math
import math as m
from math import floor, sqrt as root
from math import pi

print(math.pi == m.pi == pi, floor(2.5), root(16.0), m.ceil(2.5))
