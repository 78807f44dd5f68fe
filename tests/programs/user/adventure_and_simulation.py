# a text adventure, an event simulation, a bank, plug-ins
class Room:
    def __init__(self, name, description):
        self.name = name
        self.description = description
        self.exits = {}
        self.items = []

    def connect(self, direction, other):
        opposite = {"north": "south", "south": "north", "east": "west", "west": "east"}
        self.exits[direction] = other
        other.exits[opposite[direction]] = self

    def describe(self):
        lines = [f"== {self.name} ==", self.description]
        if self.items:
            lines.append("You see: " + ", ".join(sorted(i.name for i in self.items)))
        lines.append("Exits: " + ", ".join(sorted(self.exits)))
        return "\n".join(lines)


class Item:
    def __init__(self, name, weight=1):
        self.name = name
        self.weight = weight

    def use(self, player):
        return f"You cannot use the {self.name}."


class Lamp(Item):
    def __init__(self):
        super().__init__("lamp", 2)
        self.lit = False

    def use(self, player):
        self.lit = not self.lit
        return "The lamp is now " + ("on" if self.lit else "off") + "."


class Potion(Item):
    def __init__(self, strength):
        super().__init__("potion")
        self.strength = strength

    def use(self, player):
        player.health = min(100, player.health + self.strength)
        player.inventory.remove(self)
        return f"You feel better ({player.health})."


class Player:
    MAX_WEIGHT = 5

    def __init__(self, room):
        self.room = room
        self.inventory = []
        self.health = 60

    @property
    def load(self):
        return sum(i.weight for i in self.inventory)

    def find(self, name, where):
        for item in where:
            if item.name == name:
                return item
        return None


class Game:
    def __init__(self):
        hall = Room("Hall", "A long hall.")
        kitchen = Room("Kitchen", "It smells of soup.")
        cellar = Room("Cellar", "Dark and damp.")
        hall.connect("north", kitchen)
        kitchen.connect("east", cellar)
        hall.items.append(Lamp())
        kitchen.items += [Potion(50), Item("anvil", 10)]
        self.player = Player(hall)
        self.commands = {
            "go": self.go,
            "take": self.take,
            "use": self.use,
            "look": self.look,
        }

    def go(self, direction):
        room = self.player.room.exits.get(direction)
        if room is None:
            return "You cannot go there."
        self.player.room = room
        return room.describe()

    def take(self, name):
        item = self.player.find(name, self.player.room.items)
        if not item:
            return f"There is no {name} here."
        if self.player.load + item.weight > Player.MAX_WEIGHT:
            return f"The {name} is too heavy."
        self.player.room.items.remove(item)
        self.player.inventory.append(item)
        return f"Taken: {name}."

    def use(self, name):
        item = self.player.find(name, self.player.inventory)
        if item is None:
            return f"You have no {name}."
        return item.use(self.player)

    def look(self, _):
        return self.player.room.describe()

    def run(self, script):
        for line in script:
            verb, _, rest = line.partition(" ")
            handler = self.commands.get(verb)
            print(">", line)
            if handler is None:
                print("I do not understand.")
                continue
            print(handler(rest))


Game().run(["look", "take lamp", "use lamp", "go north", "take anvil", "take potion", "use potion", "use potion", "go up", "dance", "go east", "use lamp"])


class Event:
    def __init__(self, time, name, action):
        self.time = time
        self.name = name
        self.action = action

    def __lt__(self, other):
        return (self.time, self.name) < (other.time, other.name)


class Simulation:
    def __init__(self):
        self.now = 0
        self.queue = []
        self.log = []

    def schedule(self, delay, name, action):
        self.queue.append(Event(self.now + delay, name, action))
        self.queue.sort()

    def run(self, until):
        while self.queue and self.queue[0].time <= until:
            event = self.queue.pop(0)
            self.now = event.time
            self.log.append((self.now, event.name))
            event.action(self)


def arrive(sim):
    sim.schedule(3, "leave", leave)
    if sim.now < 10:
        sim.schedule(2, "arrive", arrive)


def leave(sim):
    pass


sim = Simulation()
sim.schedule(1, "arrive", arrive)
sim.run(20)
print(sim.log, sim.now)

PLUGINS = {}


def plugin(name):
    def register(cls):
        PLUGINS[name] = cls
        return cls

    return register


@plugin("upper")
class Upper:
    def process(self, text):
        return text.upper()


@plugin("reverse")
class Reverse:
    def process(self, text):
        return text[::-1]


for name in sorted(PLUGINS):
    print(name, PLUGINS[name]().process("hello"))


class Visitor:
    def visit(self, node):
        return node.accept(self)


class Leaf:
    def __init__(self, value):
        self.value = value

    def accept(self, visitor):
        return visitor.visit_leaf(self)


class Branch:
    def __init__(self, left, right):
        self.left, self.right = left, right

    def accept(self, visitor):
        return visitor.visit_branch(self)


class Summer(Visitor):
    def visit_leaf(self, leaf):
        return leaf.value

    def visit_branch(self, branch):
        return self.visit(branch.left) + self.visit(branch.right)


class Depth(Visitor):
    def visit_leaf(self, leaf):
        return 1

    def visit_branch(self, branch):
        return 1 + max(self.visit(branch.left), self.visit(branch.right))


class Printer(Visitor):
    def visit_leaf(self, leaf):
        return str(leaf.value)

    def visit_branch(self, branch):
        return "(" + self.visit(branch.left) + " " + self.visit(branch.right) + ")"


tree = Branch(Branch(Leaf(1), Leaf(2)), Leaf(3))
print(Summer().visit(tree), Depth().visit(tree), Printer().visit(tree))
