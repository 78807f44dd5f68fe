import socket  # error: E0230 "cannot be provided: a program in the sandbox has no network"
from concurrent.futures import Executor  # error: E0230 "a program has one thread"
import xml.dom  # error: E0230 "is not provided yet"
