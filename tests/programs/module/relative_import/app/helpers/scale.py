from ..settings import FACTOR
from .. import settings


def scale(n):
    return n + FACTOR + settings.FACTOR
