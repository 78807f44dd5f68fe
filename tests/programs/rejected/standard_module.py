import socket  # error: E0230 "standard module"
from concurrent.futures import Executor  # error: E0230
import os.path  # error: E0230
