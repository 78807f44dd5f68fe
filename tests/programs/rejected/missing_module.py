import nowhere  # error: E0230 "nowhere"
import numpy  # error: E0230 "numpy"
from nowhere.inner import name  # error: E0230
