registry = {}


def register(cls):
    registry[cls.__name__] = cls
    return cls


@register
class Cat:
    def speak(self):
        return "meow"


@register
class Dog:
    def speak(self):
        return "woof"


for name in sorted(registry):
    print(name, registry[name]().speak())
print(Cat().speak(), isinstance(Dog(), Dog))
