"""See `rpython`."""
