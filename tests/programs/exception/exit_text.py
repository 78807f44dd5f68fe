import sys

print("on stdout")
sys.exit("on stderr")
