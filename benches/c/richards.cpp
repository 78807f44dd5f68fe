// The kernel of an operating system at work: see ../programs/richards.py.
#include <cstdio>
#include <cstdlib>
#include <vector>

enum { IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B };
enum { DEVICE, WORK };
constexpr int DATA_SIZE = 4;

struct Packet {
  Packet *link;
  long task, kind, place = 0;
  long *data = new long[DATA_SIZE]();
  Packet(Packet *link, long task, long kind) : link(link), task(task), kind(kind) {}
  ~Packet() { delete[] data; }
  Packet *behind(Packet *queue) {
    link = nullptr;
    if (!queue) return this;
    Packet *last = queue;
    while (last->link) last = last->link;
    last->link = this;
    return queue;
  }
};

struct Task;

struct Scheduler {
  Task *first = nullptr, *tasks[6] = {}, *current = nullptr;
  long n_queued = 0, n_held = 0;
  void run();
  Task *hold();
  Task *wait();
  Task *release(long number);
  Task *send(Packet *packet);
};

struct Task {
  Scheduler *scheduler;
  long number, priority;
  Packet *queue;
  bool has_packet, is_waiting = false, is_held = false;
  Task *next;
  Task(Scheduler *s, long number, long priority, Packet *queue)
      : scheduler(s), number(number), priority(priority), queue(queue), has_packet(queue), next(s->first) {
    s->first = this;
    s->tasks[number] = this;
  }
  virtual ~Task() {}
  virtual Task *run(Packet *packet) = 0;
  bool can_run() { return !is_held && (!is_waiting || has_packet); }
  Task *take_turn() {
    Packet *packet = nullptr;
    if (is_waiting && has_packet) {
      packet = queue;
      queue = packet->link;
      is_waiting = false;
      has_packet = queue;
    }
    return run(packet);
  }
  Task *add(Packet *packet, Task *sender) {
    if (!queue) {
      queue = packet->behind(nullptr);
      has_packet = true;
      if (priority > sender->priority) return this;
    } else {
      packet->behind(queue);
    }
    return sender;
  }
};

void Scheduler::run() {
  current = first;
  while (current) current = current->can_run() ? current->take_turn() : current->next;
}
Task *Scheduler::hold() {
  n_held++;
  current->is_held = true;
  return current->next;
}
Task *Scheduler::wait() {
  current->is_waiting = true;
  return current;
}
Task *Scheduler::release(long number) {
  Task *task = tasks[number];
  if (!task) return nullptr;
  task->is_held = false;
  return task->priority > current->priority ? task : current;
}
Task *Scheduler::send(Packet *packet) {
  Task *target = tasks[packet->task];
  if (!target) return nullptr;
  n_queued++;
  packet->task = current->number;
  return target->add(packet, current);
}

struct Idle : Task {
  long bits = 1, count;
  Idle(Scheduler *s, long count) : Task(s, IDLE, 0, nullptr), count(count) {}
  Task *run(Packet *) override {
    if (--count == 0) return scheduler->hold();
    if ((bits & 1) == 0) {
      bits >>= 1;
      return scheduler->release(DEVICE_A);
    }
    bits = bits >> 1 ^ 0xD008;
    return scheduler->release(DEVICE_B);
  }
};

struct Worker : Task {
  long target = HANDLER_A, letter = 0;
  Worker(Scheduler *s, Packet *queue) : Task(s, WORKER, 1000, queue) { is_waiting = true; }
  Task *run(Packet *packet) override {
    if (!packet) return scheduler->wait();
    target = target == HANDLER_A ? HANDLER_B : HANDLER_A;
    packet->task = target;
    packet->place = 0;
    for (int i = 0; i < DATA_SIZE; i++) {
      letter = letter % 26 + 1;
      packet->data[i] = 'A' + letter - 1;
    }
    return scheduler->send(packet);
  }
};

struct Handler : Task {
  Packet *work = nullptr, *devices = nullptr;
  Handler(Scheduler *s, long number, long priority, Packet *queue) : Task(s, number, priority, queue) {
    is_waiting = true;
  }
  Task *run(Packet *packet) override {
    if (packet) {
      if (packet->kind == WORK)
        work = packet->behind(work);
      else
        devices = packet->behind(devices);
    }
    Packet *now = work;
    if (!now) return scheduler->wait();
    if (now->place >= DATA_SIZE) {
      work = now->link;
      return scheduler->send(now);
    }
    Packet *device = devices;
    if (!device) return scheduler->wait();
    devices = device->link;
    device->place = now->data[now->place++];
    return scheduler->send(device);
  }
};

struct Device : Task {
  Packet *pending = nullptr;
  Device(Scheduler *s, long number, long priority) : Task(s, number, priority, nullptr) { is_waiting = true; }
  Task *run(Packet *packet) override {
    if (!packet) {
      packet = pending;
      if (!packet) return scheduler->wait();
      pending = nullptr;
      return scheduler->send(packet);
    }
    pending = packet;
    return scheduler->hold();
  }
};

int main(int, char **argv) {
  long queued = 0, held = 0;
  for (long n = std::atol(argv[1]); n > 0; n--) {
    std::vector<Packet *> all;
    auto packets = [&](int n, long task, long kind) {
      Packet *queue = nullptr;
      while (n-- > 0) all.push_back(queue = new Packet(queue, task, kind));
      return queue;
    };
    Scheduler s;
    Task *tasks[] = {new Idle(&s, 10000),
                     new Worker(&s, packets(2, 0, WORK)),
                     new Handler(&s, HANDLER_A, 2000, packets(3, DEVICE_A, DEVICE)),
                     new Handler(&s, HANDLER_B, 3000, packets(3, DEVICE_B, DEVICE)),
                     new Device(&s, DEVICE_A, 4000),
                     new Device(&s, DEVICE_B, 5000)};
    s.run();
    queued = s.n_queued, held = s.n_held;
    for (Task *t : tasks) delete t;
    for (Packet *p : all) delete p;
  }
  std::printf("packets queued: %ld, tasks held: %ld\n", queued, held);
}
