try:
    pass
except 5:  # error: E????
    pass
