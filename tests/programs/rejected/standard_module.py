import socket  # error: E0230 "standard module"
from concurrent.futures import Executor  # error: E0230
import xml.dom  # error: E0230
