"""Things for `with`."""

import sys
from abc import ABC, abstractmethod

__all__ = [
    "AbstractContextManager",
    "ContextDecorator",
    "ExitStack",
    "closing",
    "contextmanager",
    "nullcontext",
    "redirect_stderr",
    "redirect_stdout",
    "suppress",
]


class AbstractContextManager(ABC):
    """A base for what `with` takes."""

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, typ, value, traceback):
        return None


class ContextDecorator:
    """A context manager that is a decorator, too: each call runs inside of it."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class _GeneratorContextManager(ContextDecorator):
    """A generator as a context manager: what is before its `yield`, and what is behind."""

    def __init__(self, make):
        self._make = make
        self.gen = make()

    def _recreate_cm(self):
        return _GeneratorContextManager(self._make)

    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if value is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self.gen.throw(value)
        except StopIteration as e:
            # One that the generator was given and let pass goes on.
            return e is not value
        except BaseException as e:
            if e is value or isinstance(e, RuntimeError) and isinstance(value, StopIteration) and e.__cause__ is value:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    def helper(*args, **kwds):
        return _GeneratorContextManager(lambda: func(*args, **kwds))

    return helper


class suppress:
    """Lets no exception of these classes out."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, typ, value, traceback):
        return value is not None and isinstance(value, self._exceptions)


class closing:
    """Closes what it is given."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, typ, value, traceback):
        self.thing.close()


class redirect_stdout:
    """Gives another file to `sys.stdout`."""

    def __init__(self, new_target):
        self._new_target = new_target
        # A stack: it may be entered again before it is left.
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(sys.stdout)
        sys.stdout = self._new_target
        return self._new_target

    def __exit__(self, typ, value, traceback):
        sys.stdout = self._old_targets.pop()


class redirect_stderr:
    """Gives another file to `sys.stderr`."""

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(sys.stderr)
        sys.stderr = self._new_target
        return self._new_target

    def __exit__(self, typ, value, traceback):
        sys.stderr = self._old_targets.pop()


class nullcontext:
    """Does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, typ, value, traceback):
        pass


class ExitStack:
    """Leaves what it has entered, the last first."""

    def __init__(self):
        self._exits = []

    def __enter__(self):
        return self

    def enter_context(self, cm):
        result = cm.__enter__()
        self.push(cm)
        return result

    def push(self, exit):
        if hasattr(exit, "__exit__"):
            self._exits.append(lambda typ, value, traceback: exit.__exit__(typ, value, traceback))
        else:
            self._exits.append(exit)
        return exit

    def callback(self, callback, /, *args, **kwds):
        def leave(typ, value, traceback):
            callback(*args, **kwds)
            return False

        self._exits.append(leave)
        return callback

    def pop_all(self):
        others = self.__class__()
        others._exits, self._exits = self._exits, others._exits
        return others

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, typ, value, traceback):
        pending = value
        while len(self._exits) > 0:
            leave = self._exits.pop()
            try:
                if leave(None if pending is None else type(pending), pending, traceback):
                    pending = None
            except BaseException as e:
                pending = e
        if pending is not None and pending is not value:
            raise pending
        return value is not None and pending is None
