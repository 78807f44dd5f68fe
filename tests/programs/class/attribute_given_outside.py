class Config:
    name = "base"

    def show(self):
        return self.debug


class Node:
    pass


class Leaf(Node):
    pass


try:
    print(Config.debug)
except AttributeError as e:
    print(e)
print(hasattr(Config, "debug"), getattr(Config, "debug", "unset"), hasattr(Config(), "debug"))
c = Config()
try:
    c.show()
except AttributeError as e:
    print(e)
Config.debug = True
Config.level = 3
print(Config.debug, c.debug, c.show(), Config.level + 1, hasattr(Config, "debug"), hasattr(c, "debug"))
c.debug = False
print(c.debug, Config.debug, getattr(Config, "debug", "unset"), getattr(c, "level", 0))
Config.debug = False
Config.level += 1
print(Config.debug, Config().debug, Config.level)


def setup():
    Node.counter = 0


setup()
Node.counter += 1
Leaf.counter
print(Node.counter, Leaf().counter, Leaf.counter)
Config.handler = lambda self, x: x * 2
print(c.handler(4))
Config.label = None
if Config.label is None:
    Config.label = "x"
print(Config.label.upper())
