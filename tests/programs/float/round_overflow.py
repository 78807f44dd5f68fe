try:
    print(round(1.7976931348623157e308, -308))
except OverflowError as e:
    print(e)
