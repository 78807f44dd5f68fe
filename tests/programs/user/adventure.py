"""A text adventure, played from a script."""
from __future__ import annotations
from collections import OrderedDict, defaultdict
from dataclasses import dataclass, field
from enum import Enum
from typing import Callable, Optional


class Direction(Enum):
    NORTH = (0, -1)
    SOUTH = (0, 1)
    EAST = (1, 0)
    WEST = (-1, 0)

    @property
    def opposite(self) -> Direction:
        dx, dy = self.value
        return Direction((-dx, -dy))

    @classmethod
    def parse(cls, word: str) -> Optional[Direction]:
        for d in cls:
            if d.name.lower().startswith(word.lower()):
                return d
        return None


@dataclass
class Item:
    name: str
    weight: float = 1.0
    portable: bool = True

    def describe(self) -> str:
        return f"a {self.name}"

    def use(self, game: Game) -> str:
        return f"You fiddle with the {self.name}."


@dataclass
class Lamp(Item):
    lit: bool = False

    def describe(self) -> str:
        return super().describe() + (" (lit)" if self.lit else "")

    def use(self, game: Game) -> str:
        self.lit = not self.lit
        return f"The {self.name} is now {'on' if self.lit else 'off'}."


@dataclass
class Key(Item):
    opens: str = ""

    def use(self, game: Game) -> str:
        for d, door in game.room.doors.items():
            if door.locked and door.name == self.opens:
                door.locked = False
                return f"The {door.name} to the {d.name.lower()} clicks open."
        return "Nothing here fits this key."


@dataclass
class Door:
    name: str
    locked: bool = False


@dataclass(eq=False)
class Room:
    name: str
    text: str
    dark: bool = False
    items: list[Item] = field(default_factory=list)
    exits: dict[Direction, Room] = field(default_factory=dict)
    doors: dict[Direction, Door] = field(default_factory=dict)

    def connect(self, d: Direction, other: Room, door: Optional[Door] = None) -> None:
        self.exits[d] = other
        other.exits[d.opposite] = self
        if door is not None:
            self.doors[d] = door
            other.doors[d.opposite] = door


class GameOver(Exception):
    def __init__(self, won: bool, turns: int) -> None:
        super().__init__("you won" if won else "you lost")
        self.won = won
        self.turns = turns


Command = Callable[["Game", list], str]
COMMANDS: dict[str, Command] = OrderedDict()


def command(*names: str):
    def register(f):
        for name in names:
            COMMANDS[name] = f
        return f
    return register


class Game:
    def __init__(self, start: Room, goal: Room, max_weight: float = 5) -> None:
        self.room = start
        self.goal = goal
        self.bag: list[Item] = []
        self.turns = 0
        self.visits: dict[str, int] = defaultdict(int)
        self.visits[start.name] += 1
        self.max_weight = max_weight

    @property
    def has_light(self) -> bool:
        return any(isinstance(i, Lamp) and i.lit for i in self.bag)

    def find(self, words: list[str], where: list[Item]) -> Optional[Item]:
        name = " ".join(words)
        return next((i for i in where if i.name == name), None)

    def look(self) -> str:
        if self.room.dark and not self.has_light:
            return "It is pitch dark."
        lines = [self.room.name.upper(), textwrap_fill(self.room.text, 50)]
        if self.room.items:
            lines.append("You see " + ", ".join(i.describe() for i in self.room.items) + ".")
        exits = []
        for d, room in self.room.exits.items():
            door = self.room.doors.get(d)
            exits.append(d.name.lower() + (f" ({door.name}, {'locked' if door.locked else 'open'})" if door else ""))
        lines.append("Exits: " + ", ".join(exits))
        return "\n".join(lines)

    def play(self, line: str) -> str:
        verb, *rest = line.lower().split()
        self.turns += 1
        handler = COMMANDS.get(verb)
        if handler is None:
            close = [name for name in COMMANDS if name[0] == verb[0]]
            return f"I don't know how to {verb}." + (f" Did you mean {' or '.join(close)}?" if close else "")
        return handler(self, rest)


def textwrap_fill(text: str, width: int) -> str:
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) + bool(line) > width:
            lines.append(line)
            line = ""
        line += (" " if line else "") + word
    return "\n".join(lines + [line])


@command("go", "walk")
def go(game, words):
    d = Direction.parse(words[0]) if words else None
    if d is None:
        return "Go where?"
    if d not in game.room.exits:
        return "You can't go that way."
    door = game.room.doors.get(d)
    if door and door.locked:
        return f"The {door.name} is locked."
    game.room = game.room.exits[d]
    game.visits[game.room.name] += 1
    if game.room is game.goal:
        raise GameOver(True, game.turns)
    return game.look()


@command("take", "get")
def take(game, words):
    item = game.find(words, game.room.items)
    if item is None:
        return "There is no such thing."
    if not item.portable:
        return f"The {item.name} won't budge."
    if sum(i.weight for i in game.bag) + item.weight > game.max_weight:
        return "Your bag is too heavy."
    game.room.items.remove(item)
    game.bag.append(item)
    return f"Taken: {item.name}."


@command("drop")
def drop(game, words):
    item = game.find(words, game.bag)
    if not item:
        return "You don't have that."
    game.bag.remove(item)
    game.room.items.append(item)
    return "Dropped."


@command("use", "light")
def use(game, words):
    item = game.find(words, game.bag)
    return item.use(game) if item else "You don't have that."


command("look", "l")(lambda game, words: game.look())
command("inventory", "i")(lambda game, words: "You carry " + (", ".join(i.describe() for i in game.bag) or "nothing") + ".")


@command("quit")
def quit_game(game, words):
    raise GameOver(False, game.turns)


def build():
    hall = Room("Hall", "A draughty hall with portraits whose eyes follow you around the room.")
    cellar = Room("Cellar", "Cobwebs, crates and a smell of old wine.", dark=True)
    study = Room("Study", "Books from floor to ceiling.", items=[Item("globe", 30, portable=False), Lamp("lamp", 1.5)])
    garden = Room("Garden", "Fresh air at last.")
    hall.connect(Direction.SOUTH, cellar)
    hall.connect(Direction.EAST, study)
    hall.connect(Direction.NORTH, garden, Door("oak door", locked=True))
    cellar.items += [Key("rusty key", 0.2, opens="oak door"), Item("anvil", 9.5)]
    return Game(hall, garden)


game = build()
script = """look
go n
go south
look
take rusty key
go n
walk east
take globe
take lamp
use lamp
i
go west
go s
take anvil
take rusty key
use rusty key
go north
use rusty key
drop lamp
drop lamp
fly
leap
go north
look"""
try:
    for line in script.splitlines():
        print(">", line)
        print(game.play(line))
except GameOver as over:
    print(f"*** {over} after {over.turns} turns ***", over.won, dict(game.visits))
