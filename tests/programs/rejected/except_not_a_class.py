try:
    pass
except 5:  # error: E0321
    pass
