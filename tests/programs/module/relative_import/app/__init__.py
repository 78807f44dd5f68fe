from .core import run
from . import settings

print("app with", settings.FACTOR)
