class Plugin:
    registry = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[cls.__name__] = cls
        print("registered", cls.__name__)

    def run(self):
        return "base"


class Upper(Plugin):
    def run(self):
        return "UPPER"


class Lower(Plugin):
    def run(self):
        return "lower"


for name, cls in sorted(Plugin.registry.items()):
    print(name, cls().run())


class Shape:
    kinds = {}

    def __init_subclass__(cls, /, kind, sides=0, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.kind = kind
        cls.sides = sides
        Shape.kinds[kind] = cls


class Square(Shape, kind="square", sides=4):
    pass


class Circle(Shape, kind="circle"):
    pass


for k, c in Shape.kinds.items():
    print(k, c.__name__, c.kind, c.sides)


class Root:
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        print("root sees", cls.__name__)
        cls.order = len(cls.__name__)


class Mixin:
    def __init_subclass__(cls, label="none", **kwargs):
        super().__init_subclass__(**kwargs)
        cls.label = label
        print("mixin sees", cls.__name__, label)


class One(Root):
    pass


class Two(Mixin, Root, label="two"):
    pass


class Three(Two):
    order = -1


print(One.order, Two.order, Two.label, Three.order, Three.label, Three().label)
try:

    class Four(Two, label="four", colour="red"):
        pass

except TypeError as e:
    print("TypeError", e)


class Command:
    commands = []

    def __init_subclass__(cls):
        Command.commands.append(cls())

    def name(self):
        return type(self).__name__.lower()

    def run(self, x):
        raise NotImplementedError


class Double(Command):
    def run(self, x):
        return x * 2


class Negate(Command):
    def name(self):
        return "neg"

    def run(self, x):
        return -x


for command in Command.commands:
    print(command.name(), command.run(21))
