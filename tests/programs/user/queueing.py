"""Simulation: events, inheritance, generators and statistics."""
import heapq
import math
import random
from abc import ABC, abstractmethod
from collections import deque, defaultdict


class Event:
    counter = 0

    def __init__(self, time, action, *args):
        self.time, self.action, self.args = time, action, args
        Event.counter += 1
        self.seq = Event.counter

    def __lt__(self, other):
        return (self.time, self.seq) < (other.time, other.seq)


class Simulator:
    def __init__(self):
        self.now = 0.0
        self.queue = []
        self.log = []

    def schedule(self, delay, action, *args):
        heapq.heappush(self.queue, Event(self.now + delay, action, *args))

    def run(self, until):
        while self.queue and self.queue[0].time <= until:
            event = heapq.heappop(self.queue)
            self.now = event.time
            event.action(*event.args)

    def note(self, text):
        self.log.append(f"{self.now:7.3f} {text}")


class Server(ABC):
    def __init__(self, sim, name):
        self.sim = sim
        self.name = name
        self.waiting = deque()
        self.busy = False
        self.served = 0
        self.waits = []

    @abstractmethod
    def service_time(self):
        ...

    def arrive(self, customer):
        self.waiting.append((self.sim.now, customer))
        self.sim.note(f"{customer} arrives at {self.name}")
        if not self.busy:
            self.start()

    def start(self):
        if not self.waiting:
            self.busy = False
            return
        self.busy = True
        arrived, customer = self.waiting.popleft()
        self.waits.append(self.sim.now - arrived)
        self.sim.schedule(self.service_time(), self.finish, customer)

    def finish(self, customer):
        self.served += 1
        self.sim.note(f"{customer} leaves {self.name}")
        self.start()


class Steady(Server):
    def service_time(self):
        return 1.5


class Moody(Server):
    def __init__(self, sim, name, rng):
        super().__init__(sim, name)
        self.rng = rng

    def service_time(self):
        return self.rng.expovariate(1.0)


def arrivals(rng, rate):
    n = 0
    while True:
        n += 1
        yield rng.expovariate(rate), f"c{n}"


def drive(sim, source, servers):
    def next_one():
        delay, customer = next(source)
        server = min(servers, key=lambda s: len(s.waiting) + s.busy)
        sim.schedule(delay, arrive, server, customer)

    def arrive(server, customer):
        server.arrive(customer)
        next_one()

    next_one()


def mean(xs):
    return sum(xs) / len(xs) if xs else 0.0


def stdev(xs):
    m = mean(xs)
    return math.sqrt(sum((x - m) ** 2 for x in xs) / (len(xs) - 1)) if len(xs) > 1 else 0.0


rng = random.Random(42)
sim = Simulator()
servers = [Steady(sim, "steady"), Moody(sim, "moody", rng)]
drive(sim, arrivals(rng, 1.2), servers)
sim.run(50)
print("\n".join(sim.log[:12]))
for s in servers:
    print(f"{s.name}: served {s.served}, mean wait {mean(s.waits):.4f} +- {stdev(s.waits):.4f}, left {len(s.waiting)}")
print(len(sim.log), Event.counter, round(sim.now, 6))
hist = defaultdict(int)
for s in servers:
    for w in s.waits:
        hist[int(w)] += 1
for k in sorted(hist):
    print(f"{k:>3} {'#' * hist[k]}")
try:
    Server(sim, "x")
except TypeError as e:
    print(e)
