from .settings import FACTOR
from .helpers.scale import scale


def run(n):
    return scale(n) * FACTOR
