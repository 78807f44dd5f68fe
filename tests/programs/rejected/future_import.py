from __future__ import annotations
from __future__ import braces  # error: E0123
