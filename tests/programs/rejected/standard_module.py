import random  # error: E0230 "standard module"
from collections import deque  # error: E0230
import os.path  # error: E0230
