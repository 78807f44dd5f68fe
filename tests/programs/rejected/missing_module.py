import nowhere  # error: E0230 "no module named 'nowhere'"
import numpy  # error: E0230 "no module named 'numpy'"
from elsewhere.inner import name  # error: E0230 "elsewhere"
