# dir:
import sys
log = open("log.txt", "w")
log.write("x" * 20000)
log.write("end")
sys.exit(4)
