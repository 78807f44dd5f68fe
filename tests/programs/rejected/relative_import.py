from . import tools  # error: E0233
from ..above import name  # error: E0233
