"""What can be done with a generator."""

from rlib import lowlevel as ll


def __next__(generator):
    for x in generator:
        return x
    ll.stop(generator)


def __iter__(generator):
    return generator


def send(generator, value, /):
    return ll.generator_send(generator, value)


def throw(generator, exception, value=None, traceback=None, /):
    if value is None:
        return ll.generator_throw(generator, exception)
    if isinstance(value, BaseException):
        return ll.generator_throw(generator, value)
    return ll.generator_throw(generator, exception(value))


def close(generator):
    if ll.generator_is_over(generator):
        return
    try:
        ll.generator_throw(generator, GeneratorExit())
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError("generator ignored GeneratorExit")


def contains(generator, value):
    for x in generator:
        if x == value:
            return True
    return False
