# A module that failed is run again by the next import.
for attempt in range(2):
    try:
        import broken
    except ZeroDivisionError as e:
        print("caught", attempt, e)
