# The kernel of an operating system at work (Martin Richards's benchmark): six tasks
# that pass packets to each other, scheduled by priority.
import sys

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
DEVICE, WORK = range(2)
DATA_SIZE = 4


class Packet:
    def __init__(self, link, task, kind):
        self.link = link
        self.task = task
        self.kind = kind
        self.place = 0
        self.data = [0] * DATA_SIZE

    def behind(self, queue):
        """The queue with this packet at its end."""
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    def __init__(self, scheduler, number, priority, queue):
        self.scheduler = scheduler
        self.number = number
        self.priority = priority
        self.queue = queue
        self.has_packet = queue is not None
        self.is_waiting = False
        self.is_held = False
        self.next = scheduler.first
        scheduler.first = self
        scheduler.tasks[number] = self

    def can_run(self):
        return not self.is_held and (not self.is_waiting or self.has_packet)

    def take_turn(self):
        """Runs for a while with the packet that it waited for; who runs next?"""
        packet = None
        if self.is_waiting and self.has_packet:
            packet = self.queue
            self.queue = packet.link
            self.is_waiting = False
            self.has_packet = self.queue is not None
        return self.run(packet)

    def add(self, packet, sender):
        if self.queue is None:
            self.queue = packet.behind(None)
            self.has_packet = True
            if self.priority > sender.priority:
                return self
        else:
            packet.behind(self.queue)
        return sender

    def run(self, packet):
        raise NotImplementedError


class Idle(Task):
    def __init__(self, scheduler, count):
        super().__init__(scheduler, IDLE, 0, None)
        self.bits = 1
        self.count = count

    def run(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.scheduler.hold()
        if self.bits & 1 == 0:
            self.bits >>= 1
            return self.scheduler.release(DEVICE_A)
        self.bits = self.bits >> 1 ^ 0xD008
        return self.scheduler.release(DEVICE_B)


class Worker(Task):
    def __init__(self, scheduler, queue):
        super().__init__(scheduler, WORKER, 1000, queue)
        self.is_waiting = True
        self.target = HANDLER_A
        self.letter = 0

    def run(self, packet):
        if packet is None:
            return self.scheduler.wait()
        self.target = HANDLER_B if self.target == HANDLER_A else HANDLER_A
        packet.task = self.target
        packet.place = 0
        for i in range(DATA_SIZE):
            self.letter = self.letter % 26 + 1
            packet.data[i] = ord("A") + self.letter - 1
        return self.scheduler.send(packet)


class Handler(Task):
    def __init__(self, scheduler, number, priority, queue):
        super().__init__(scheduler, number, priority, queue)
        self.is_waiting = True
        self.work = None
        self.devices = None

    def run(self, packet):
        if packet is not None:
            if packet.kind == WORK:
                self.work = packet.behind(self.work)
            else:
                self.devices = packet.behind(self.devices)
        work = self.work
        if work is None:
            return self.scheduler.wait()
        if work.place >= DATA_SIZE:
            self.work = work.link
            return self.scheduler.send(work)
        device = self.devices
        if device is None:
            return self.scheduler.wait()
        self.devices = device.link
        device.place = work.data[work.place]
        work.place += 1
        return self.scheduler.send(device)


class Device(Task):
    def __init__(self, scheduler, number, priority):
        super().__init__(scheduler, number, priority, None)
        self.is_waiting = True
        self.pending = None

    def run(self, packet):
        if packet is None:
            packet = self.pending
            if packet is None:
                return self.scheduler.wait()
            self.pending = None
            return self.scheduler.send(packet)
        self.pending = packet
        return self.scheduler.hold()


class Scheduler:
    def __init__(self):
        self.first = None
        self.tasks = [None] * 6
        self.current = None
        self.n_queued = 0
        self.n_held = 0

    def run(self):
        self.current = self.first
        while self.current is not None:
            task = self.current
            self.current = task.take_turn() if task.can_run() else task.next

    def hold(self):
        self.n_held += 1
        self.current.is_held = True
        return self.current.next

    def wait(self):
        self.current.is_waiting = True
        return self.current

    def release(self, number):
        task = self.tasks[number]
        if task is None:
            return None
        task.is_held = False
        return task if task.priority > self.current.priority else self.current

    def send(self, packet):
        target = self.tasks[packet.task]
        if target is None:
            return None
        self.n_queued += 1
        packet.task = self.current.number
        return target.add(packet, self.current)


def packets(n, task, kind):
    queue = None
    for _ in range(n):
        queue = Packet(queue, task, kind)
    return queue


def simulate():
    scheduler = Scheduler()
    Idle(scheduler, 10000)
    Worker(scheduler, packets(2, 0, WORK))
    Handler(scheduler, HANDLER_A, 2000, packets(3, DEVICE_A, DEVICE))
    Handler(scheduler, HANDLER_B, 3000, packets(3, DEVICE_B, DEVICE))
    Device(scheduler, DEVICE_A, 4000)
    Device(scheduler, DEVICE_B, 5000)
    scheduler.run()
    return scheduler.n_queued, scheduler.n_held


def main(n):
    for _ in range(n):
        found = simulate()
    print("packets queued: %d, tasks held: %d" % found)


main(int(sys.argv[1]))
