try:
    pass
except* ValueError:  # error: E0201
    pass
