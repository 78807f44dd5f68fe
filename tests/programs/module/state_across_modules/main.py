import log
import worker

log.write("start")
for i in range(3):
    worker.work(i)
log.write("end")
print(log.lines, log.last)
